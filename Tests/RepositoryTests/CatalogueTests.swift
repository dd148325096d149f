import Checks
import TestSupport
import Testing

/// The catalogue beside the rules is that of the rules.
@Suite struct CheckCatalogueTests {
    @Test func isCurrent() throws {
        try Snapshot.check(CheckCatalogue.text, "README.md", folder: "../../Sources/Checks")
    }

    @Test func holdsEveryRule() {
        for check in AllChecks.all { #expect(CheckCatalogue.text.contains("\n## \(check.id)\n")) }
    }
}
