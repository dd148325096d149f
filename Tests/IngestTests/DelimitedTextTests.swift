import Foundation
import Testing

@testable import Ingest

/// CSV as it is found.
@Suite struct DelimitedTextTests {
    private func rows(_ text: String) throws -> [[String]] {
        try DelimitedText.sheet(Array(text.utf8)).rows.map { $0.cells.map(\.text) }
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("\u{FEFF}a;b\n1;2", [["a", "b"], ["1", "2"]]),
        ("a\tb\n1\t", [["a", "b"], ["1", ""]]), ("\"a,\"\"b\"\"\",\"\n\"\n", [["a,\"b\"", "\n"]]),
        ("a\n\n\nb\n", [["a"], ["b"]]),
        ("a,b\"c\n", [["a", "b\"c"]]), ("", []), (",\n", [["", ""]]),
    ])
    func everyDialect(_ text: String, _ expected: [[String]]) throws { #expect(try rows(text) == expected) }

    @Test func linesCountThoseWithinQuotes() throws {
        let sheet = try DelimitedText.sheet(Array("a,\"b\nc\"\n\nd,e\n".utf8))
        #expect(sheet.rows.map(\.line) == [1, 4] && sheet.name(line: 4, column: 1) == "B4")
    }

    @Test func otherEncodings() throws {
        let wide = try #require("单位,年度\n甲局,2024\n".data(using: .utf16))
        #expect(try DelimitedText.sheet([UInt8](wide)).rows[1].cells.map(\.text) == ["甲局", "2024"])
        let national: [UInt8] = [0xB5, 0xA5, 0xCE, 0xBB, 0x2C, 0xC4, 0xEA, 0xB6, 0xC8, 0x0A]
        #expect(try DelimitedText.sheet(national).rows[0].cells.map(\.text) == ["单位", "年度"])
    }

    @Test func whatIsRefused() {
        #expect(throws: IngestError.openQuote(line: 2)) { try rows("a\nb,\"c\n\n") }
        #expect(throws: IngestError.rowTooWide(line: 1, limit: IngestLimits.rowCells)) {
            try rows(String(repeating: ",", count: IngestLimits.rowCells))
        }
        #expect(throws: IngestError.notText) { try DelimitedText.sheet([0, 1, 2, 3]) }
    }

    @Test func aHeaderIsFoundInTheFirstBytes() {
        #expect(DelimitedText.header(Array("\u{FEFF}organ;\"year\"\n1;2".utf8)) == ["organ", "year"])
    }
}
