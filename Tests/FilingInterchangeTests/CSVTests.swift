import Filings
import Ingest
import TestSupport
import Testing

@testable import FilingInterchange

extension FilingCSV {
    /// The file that `parse --format csv` writes.
    static func text(of filings: [Filing], detail: Bool) -> String {
        header(detail: detail) + rows(of: filings, detail: detail)
    }
}

@Suite struct CSVTests {
    @Test(arguments: [
        ("甲", "甲"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("", ""),
        (" a ", " a "),
    ])
    func quotesWhereNeeded(_ field: String, _ expected: String) { #expect(CSVText.text([[field]]) == expected + "\n") }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""),
        ("=a,b", "\"'=a,b\""), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
    func noFormulaRuns(_ field: String, _ expected: String) { #expect(CSVText.text([[field]]) == expected + "\n") }

    @Test(arguments: ["-18", "+5", "-12.5", "-0"]) func numbersStayNumbers(_ field: String) {
        #expect(CSVText.text([[field]]) == field + "\n")
    }

    @Test func oneRowAFiling() throws {
        let filing = FilingBuilder(2024, organ: "甲局").filing { builder in
            builder.set("proactive.fees.amount", "167.4792")
            builder.set("requests.granted.enterprise", state: .blank)
            builder.derive("requests.granted.enterprise", "3")
        }
        for detail in [false, true] {
            let text = FilingCSV.text(of: [filing, filing], detail: detail)
            let rows = try DelimitedText.sheet(Array(text.utf8)).rows.map { $0.cells.map(\.text) }
            #expect(rows.count == 3 && Set(rows.map(\.count)) == [19 + (detail ? 2 : 1) * Measures.count])
            let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
            #expect(row["schema"] == FilingJSON.schema && row["organ"] == "甲局" && row["year"] == "2024")
            #expect(row["proactive.fees.amount"] == "167.4792" && row["requests.granted.enterprise"] == "")
            #expect(row["derived:requests.granted.enterprise"] == (detail ? "3" : nil))
        }
    }

    @Test func severalCandidatesStandInOneField() {
        var filing = FilingBuilder(2024, district: nil).filing
        filing.area.candidates = ["350102", "320106"]
        #expect(FilingCSV.text(of: [filing], detail: false).contains(",350102 320106,2024,"))
    }
}
