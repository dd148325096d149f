import FilingInterchange
import Filings
import TestSupport
import Testing

/// A report made from parsed filings must equal one made from the documents: nothing may be lost on the way.
@Suite struct InterchangeRoundTripTests {
    private func throughJSON(_ filing: Filing) throws -> Filing {
        let text = FilingJSON.value(of: filing, findings: [], detail: true).compact
        return try #require(try FilingJSONReader.filings(in: Array(text.utf8)).first)
    }

    @Test(arguments: FilingLayout.allCases, [2019, 2024]) func everyLayout(_ layout: FilingLayout, _ year: Int) throws {
        for seed in 0..<3 {
            let filing = try Reader.read(layout.text(FilingSheet(RandomFiling.make(seed: seed, year: year))))
            #expect(try throughJSON(filing) == filing, "seed \(seed)")
        }
    }

    @Test(arguments: SheetMutation.allCases) func everyDamage(_ mutation: SheetMutation) throws {
        let sheet = mutation.apply(to: FilingSheet(RandomFiling.make(seed: 4, year: 2024)))
        let filing = try Reader.read(FilingLayout.rectangle.text(sheet))
        #expect(try throughJSON(filing) == filing)
    }

    /// The contract's names and their order, in a file that a person can read.
    @Test func theJSONOfAFiling() throws {
        var sheet = FilingSheet(RandomFiling.make(seed: 7, year: 2024))
        sheet = SheetMutation.zerosAsSlash.apply(to: sheet)
        let filing = try Reader.read(FilingLayout.narrow.text(sheet), source: "洛龙区教育局/2024.txt")
        try Snapshot.check(
            FilingJSON.value(of: filing, findings: [], detail: false).pretty, "filing.json", folder: "Cases")
    }
}
