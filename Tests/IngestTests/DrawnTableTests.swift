import Filings
import Testing

@testable import Ingest

/// Tables drawn with characters, and cells that other characters than tabs part.
@Suite struct DrawnTableTests {
    private func rows(_ text: String) throws -> [RawRow] {
        try FileReader.document(Array(text.utf8), source: "a.txt").rows.filter { $0.kind != .empty }
    }

    private func cells(_ text: String) throws -> [[String]] { try rows(text).map { $0.cells.map(\.text) } }

    @Test func barsPartCells() throws {
        let text = "二、主动公开\n┌──┬──┬──┐\n│规章│ 0│ 12│\n├──┼──┼──┤\n│文件│  │345│\n└──┴──┴──┘\n正文。\n"
        #expect(try cells(text) == [["二、主动公开"], ["规章", "0", "12"], ["文件", "", "345"], ["正文。"]])
        let lines = text.split(separator: "\n").map { Array($0.unicodeScalars) }
        for cell in try rows(text).flatMap(\.cells) where !cell.text.isEmpty {
            let printed = lines[cell.place.line - 1][(cell.place.column - 1)...].prefix(cell.text.unicodeScalars.count)
            #expect(String(String.UnicodeScalarView(printed)) == cell.text)
        }
    }

    @Test func aCellThatWrapsIsOne() throws {
        let box = "┌──┬─┐\n│规章│3│\n│制发│ │\n├──┼─┤\n│文件│5│\n└──┴─┘\n"
        #expect(try cells(box) == [["规章制发", "3"], ["文件", "5"]])
        let grid = "+----+---+\n|规章|3  |\n|制发|   |\n+----+---+\n|文件|5  |\n+----+---+\n"
        #expect(try cells(grid) == [["规章制发", "3"], ["文件", "5"]])
    }

    /// A rule that ends beside a cell over several rows parts the others' rows.
    @Test func aRuleBesideACell() throws {
        let box = "┌──┬──┬─┐\n│  │甲│1│\n│不予├──┼─┤\n│公开│乙│2│\n└──┴──┴─┘\n"
        #expect(try cells(box) == [["", "甲", "1"], ["不予公开", "乙", "2"]])
    }

    @Test func wordsBesideARuleAreKept() throws {
        let box = "┌──┬─┐\n│规章│3│\n└──┴─┘\n说明├──┤\n│甲├──┤乙\n"
        #expect(try cells(box).joined().joined().contains("说明") && cells(box).joined().joined().contains("乙"))
        #expect(try cells("┌──┬─┐\n│规章│3│\n│甲├──┤\n正文\n") == [["规章", "3"], ["甲"], ["正文"]])
    }

    /// The number of a line that wraps behind it is no figure.
    @Test func aNumberAboveItsPoint() throws {
        let grid = "+------+---+\n| 2    | 3 |\n| .其他 |   |\n+------+---+\n| 4    | 5 |\n| 6    |   |\n+------+---+\n"
        #expect(try cells(grid) == [["2.其他", "3"], ["4", "5"], ["6", ""]])
    }

    @Test func pipesWithSpaces() throws {
        let table = Array(repeating: "1.国家秘密| 0| 12 | 0| 0| 0| 0| 12", count: 12).joined(separator: "\n")
        #expect(try cells(table).first == ["1.国家秘密", "0", "12", "0", "0", "0", "0", "12"])
    }

    /// Without rules between them, lines with figures of their own are rows.
    @Test func linesWithFiguresAreRows() throws {
        #expect(try cells("┌──┬─┐\n│规章│3│\n│文件│5│\n└──┴─┘\n") == [["规章", "3"], ["文件", "5"]])
    }

    @Test(arguments: ["│││", "│  │  │", "┌", "││\n│\n├│┤", "│甲", "+\n|\n++", "+--+\n||\n|\n+--+"])
    func emptyBoxes(_ text: String) throws { _ = try rows("规章\n" + text + "\n") }

    private static let line = "1.国家秘密,0,12,0,0,0,0,12"

    @Test(arguments: [",", ";", "|"]) func delimitersPartCells(_ delimiter: String) throws {
        let table = Array(repeating: Self.line, count: 12).joined(separator: "\n")
        let text = "公开信息5条，涉及人事, 财务两类。\n规章,0\n\(table)\n".replacing(",", with: delimiter)
        let rows = try rows(text)
        #expect(rows[0].kind == .paragraph)
        #expect(rows[1].cells.map(\.text) == ["规章", "0"])
        #expect(rows[2].cells.map(\.text) == ["1.国家秘密", "0", "12", "0", "0", "0", "0", "12"])
        #expect(rows[2].cells.map(\.place.column) == [1, 8, 10, 13, 15, 17, 19, 21])
    }

    @Test func quotesKeepCommas() throws {
        let table = Array(repeating: "\"文件\",\"1,234\",0,0,0,0,0,\"1,234\"", count: 12).joined(separator: "\n")
        #expect(try cells("\n" + table).first == ["文件", "1,234", "0", "0", "0", "0", "0", "1,234"])
    }

    @Test func fewerLinesAreNoTable() throws {
        #expect(
            try rows(Array(repeating: Self.line, count: 9).joined(separator: "\n")).allSatisfy { $0.kind == .paragraph }
        )
    }

    @Test func aLineOfMarkdownThatLostItsFirstPipe() throws {
        let text = "| 规章 | 0 | 1 |\n| 文件 | 2 | 3 |\n| 许可 | 4 | 5 |\n处罚 | 6 | 7 |\n共 5 件 | 另有 6 件 | 均已办结。\n"
        #expect(try cells(text).dropFirst(3).first == ["处罚", "6", "7"])
        #expect(try rows(text).last?.kind == .paragraph)
    }
}
