import Filings
import Testing

@testable import Ingest

@Suite struct MarkdownFormatTests {
    private func rows(_ text: String) throws -> [RawRow] {
        try MarkdownFormat().read(Array(text.utf8), source: "a.md", digest: "").rows
    }

    private func cells(_ text: String) throws -> [String] { try #require(rows(text).first).cells.map(\.text) }

    @Test func pipesMakeCells() throws {
        #expect(try cells("| 规章 | 0 |  | 7 |") == ["规章", "0", "", "7"])
        #expect(try cells("|规章|0|7|") == ["规章", "0", "7"])
        #expect(try rows("| 规章 | 0 |  | 7 |")[0].cells.map(\.place.column) == [3, 8, 13, 15])
    }

    @Test func anEscapedPipeIsPartOfItsCell() throws { #expect(try cells(#"| a \| b | 1 |"#) == ["a | b", "1"]) }

    @Test func aMissingLastPipeLosesNothing() throws { #expect(try cells("| a | 1 | 2") == ["a", "1", "2"]) }

    @Test func rulesAreNoRows() throws {
        let text = "| 类别 | 数据1 |\n|:---|---:|\n| 规章 | 0 |\n| --- | --- |\n| 甲 | 1 | 2 |\n"
        #expect(try rows(text).map { $0.cells.map(\.text) } == [["类别", "数据1"], ["规章", "0"], ["甲", "1", "2"]])
        #expect(try rows(text).map(\.line) == [1, 3, 5])
    }

    /// `-` alone is a mark for nothing, not a rule.
    @Test func aDashIsACell() throws { #expect(try cells("| - | - |") == ["-", "-"]) }

    @Test func lineBreaksInACell() throws {
        #expect(try cells("| 1.属于国<br>家秘密 | 0<br/>1 | a < b |") == ["1.属于国\n家秘密", "0\n1", "a < b"])
    }

    /// A mark for nothing, and no escape.
    @Test func aBackslashIsACell() throws { #expect(try cells("| 规章 | \\ | 5 |") == ["规章", "\\", "5"]) }

    @Test func marksOfHeadingsAndEmphasisGo() throws {
        let rows = try rows("## 一、总体情况\n**洛龙区** 2024\n> 引文\n")
        #expect(rows.map { $0.cells[0].text } == ["一、总体情况", "洛龙区** 2024", "引文"])
        #expect(rows.map { $0.cells[0].place.column } == [4, 3, 3])
    }

    @Test func placesPointAtTheCharacters() throws {
        let text = "前言\n| 规章 | 12 | 345 |\n"
        let lines = text.split(separator: "\n").map { Array($0.unicodeScalars) }
        for cell in try rows(text).flatMap(\.cells) {
            let start = cell.place.column - 1
            let printed = lines[cell.place.line - 1][start..<(start + cell.text.unicodeScalars.count)]
            #expect(printed.elementsEqual(cell.text.unicodeScalars), "\(cell)")
        }
    }

    /// Runs of spaces inside a cell must not move the cells behind it.
    @Test func wideCellsKeepTheirPlaces() throws {
        let row = try #require(try rows("| 规章      |     12 |   3 |").first)
        #expect(row.cells.map(\.text) == ["规章", "12", "3"])
        #expect(row.cells.map(\.place.column) == [3, 17, 24])
    }
}
