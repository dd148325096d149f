import TestSupport
import Testing

/// What can be named can be listed and explained.
@Suite struct CatalogueTests {
    private static func ids(_ kind: String) -> [String] {
        ProgramRunner.run("list", kind).output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    }

    @Test(arguments: ["measures", "indicators", "comparisons", "checks", "charts", "reports", "formats", "districts"])
    func everyKindIsListedInBothLanguages(kind: String) {
        let chinese = ProgramRunner.run("list", kind)
        let english = ProgramRunner.run("list", kind, "--language", "en")
        #expect(chinese.status == 0 && english.status == 0 && chinese.errors.isEmpty)
        let ids = Self.ids(kind)
        #expect(!ids.isEmpty)
        // A code of a district stands for several names over the years.
        #expect(kind == "districts" || Set(ids).count == ids.count)
        #expect(english.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) } == ids)
        #expect(chinese.output.split(separator: "\n").allSatisfy { $0.contains(" ") }, "each with its name")
    }

    @Test(arguments: ["indicators", "comparisons", "checks"]) func everyIdIsExplained(kind: String) {
        for id in Self.ids(kind) {
            let page = ProgramRunner.run("explain", id, "--language", kind == "checks" ? "zh" : "en")
            #expect(page.status == 0 && page.errors.isEmpty, "\(id)")
            #expect(page.output.hasPrefix(id + "  "))
            #expect(page.output.split(separator: "\n").count >= 3, "\(id) has headings")
        }
    }

    /// Of the many measures one per line of the form: the columns have the same page.
    @Test func measuresAreExplained() {
        for id in Self.ids("measures")
        where id.hasSuffix(".total") || !id.hasPrefix("requests.") && !id.hasPrefix("review.") {
            let page = ProgramRunner.run("explain", id)
            #expect(page.status == 0 && page.output.hasPrefix(id), "\(id)")
        }
    }

    @Test(arguments: ["charts", "reports", "formats", "districts"]) func theOtherKindsAreExplained(kind: String) throws
    {
        let id = try #require(Self.ids(kind).first)
        #expect(ProgramRunner.run("explain", id).status == 0)
    }

    @Test func checksAreExplainedUnderAllHeadings() {
        let page = ProgramRunner.run("explain", "requests-balance", "--language", "en").output
        for heading in ["What it verifies", "Why it matters", "Legal basis", "Example"] {
            #expect(page.contains("\n\(heading)\n"), "\(heading)")
        }
    }
}
