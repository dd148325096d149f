import Filings
import Testing

@testable import Ingest

@Suite struct TextFormatTests {
    private func rows(_ text: String) throws -> [RawRow] {
        try TextFormat().read(Array(text.utf8), source: "a.txt", digest: "").rows
    }

    private func cells(_ text: String) throws -> [String] { try #require(rows(text).first).cells.map(\.text) }

    private func columns(_ text: String) throws -> [Int] { try #require(rows(text).first).cells.map(\.place.column) }

    /// Three ideographs and a letter take ten bytes in either encoding, the mark in front included.
    @Test func aDecodedTextAsLongAsItsFile() throws {
        let text = "年度报A"
        let file: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(file.count == text.utf8.count)
        let document = try TextFormat().read(file, source: "a.txt", digest: "")
        #expect(document.rows.first?.cells.map(\.text) == [text])
        #expect(document.body?.bytes == Array(text.utf8))
    }

    @Test func tabsMakeCellsAndEmptyCells() throws {
        #expect(try cells("\t\t1. 国家秘密\t0\t\t7") == ["", "", "1. 国家秘密", "0", "", "7"])
        #expect(try columns("\t\t1. 国家秘密\t0\t\t7") == [1, 2, 3, 11, 13, 14])
        #expect(try rows("规章\t0")[0].kind == .table)
        #expect(try cells("\t0\t") == ["", "0", ""])
        #expect(try rows("\t")[0].kind == .table)
    }

    @Test func runsOfSpacesMakeCells() throws {
        #expect(try cells("规章    0  12   3") == ["规章", "0", "12", "3"])
        #expect(try columns("规章    0  12   3") == [1, 7, 10, 15])
        #expect(try cells("（一） 予以公开  5") == ["（一） 予以公开", "5"])
        #expect(try cells("规章\u{3000}\u{3000}0\u{A0}\u{A0}5") == ["规章", "0", "5"])
    }

    @Test func widePipesPartCells() throws {
        let line = "1｜2｜3｜4｜5｜6｜15"
        let text = ["项目｜自然人｜商业企业｜科研机构｜社会公益组织｜法律服务机构｜其他｜总计"] + Array(repeating: "新收｜" + line, count: 12)
        let rows = try rows(text.joined(separator: "\n"))
        #expect(rows[5].cells.map(\.text) == ["新收", "1", "2", "3", "4", "5", "6", "15"])
        #expect(rows[5].cells.map(\.place.column) == [1, 4, 6, 8, 10, 12, 14, 16])
        #expect(rows[0].cells[1].text == "自然人")
    }

    /// Short lines, but more of them than any filing has.
    @Test(arguments: ["\t", "a  "]) func tooManyCells(_ cell: String) {
        let line = String(repeating: cell, count: 900) + "\n"
        #expect(throws: IngestError.tooManyCells(limit: IngestLimits.documentCells)) {
            try rows(String(repeating: line, count: 2_300))
        }
    }

    @Test func oneSpaceAndAnIndentMakeNone() throws {
        let row = try #require(try rows("    2024 年，我委 3602 家").first)
        #expect(row.kind == .paragraph)
        #expect(row.cells.map(\.text) == ["2024 年，我委 3602 家"])
        #expect(row.cells[0].place == Place(line: 1, column: 5))
    }

    @Test func spacesAroundACellAreNotItsText() throws {
        #expect(try cells("a \t\u{3000} b \u{A0}") == ["a", "b"])
        #expect(try columns("a \t\u{3000} b \u{A0}") == [1, 6])
    }

    @Test(arguments: ["\n", "\r", "\r\n", "\u{0C}", "\u{0B}"]) func everyLineEnd(_ end: String) throws {
        let rows = try rows(["甲", "", "乙\t1"].joined(separator: end) + end)
        #expect(rows.map(\.kind) == [.paragraph, .empty, .table])
        #expect(rows.map(\.line) == [1, 2, 3])
        #expect(rows[2].cells.map(\.place) == [Place(line: 3, column: 1), Place(line: 3, column: 3)])
    }

    @Test func spacesAloneAreAnEmptyLine() throws {
        #expect(try rows(" \u{3000}\u{200B}\n").map(\.kind) == [.empty])
        #expect(try rows("").isEmpty)
    }

    /// Columns count characters as Unicode scalars, so that a character outside the BMP or a mark is one each.
    @Test func columnsCountCharacters() throws {
        #expect(try columns("𠮷区\t0") == [1, 4])
    }
}
