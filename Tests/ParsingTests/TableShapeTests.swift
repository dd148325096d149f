import Filings
import TestSupport
import Testing

@testable import Parsing

/// Shapes of tables that the layouts of the renderer do not have.
@Suite struct TableShapeTests {
    private func check(_ text: String, _ truth: Filing, _ comment: Comment? = nil) throws {
        let comparison = FilingComparison(read: try Reader.read(text), truth: truth)
        #expect(comparison.wrong.isEmpty && comparison.open.isEmpty, comment)
    }

    @Test(arguments: 0..<4) func tableFourInThreeTables(_ seed: Int) throws {
        let truth = RandomFiling.make(seed: seed, year: 2024)
        var sheet = FilingSheet(truth)
        let figures = sheet.four[3].cells
        let outcomes = sheet.four[2].cells
        sheet.four = ["行政复议", "行政诉讼 未经复议直接起诉", "行政诉讼 复议后起诉"].enumerated().flatMap { index, name in
            let range = (index * 5)..<(index * 5 + 5)
            return [
                FilingSheet.Row(labels: [name], cells: [], isHeading: true),
                FilingSheet.Row(labels: [], cells: Array(outcomes[range]), isHeading: true),
                FilingSheet.Row(labels: [], cells: Array(figures[range])),
            ]
        }
        for layout in [FilingLayout.rectangle, .narrow, .markdown, .aligned] { try check(layout.text(sheet), truth) }
    }

    /// Zeros left out of aligned columns: a few figures of all three blocks are no block of their own.
    @Test func tableFourWithoutZeros() throws {
        let columns = Array(stride(from: 2, to: 2 + 15 * 8, by: 8))
        func line(_ words: [String]) -> String {
            zip(columns, words).reduce("") { text, cell in
                let width = text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
                return cell.1.isEmpty ? text : text + String(repeating: " ", count: cell.0 - width) + cell.1
            }
        }
        let blank = Array(repeating: "", count: 15)
        var blocks = blank
        (blocks[0], blocks[6], blocks[11]) = ("行政复议", "未经复议直接起诉", "复议后起诉")
        let first = ["结果", "结果", "其他", "尚未", "总计"]
        let second = ["维持", "纠正", "结果", "审结", ""]
        var figures = blank
        for (column, figure) in [(0, "2"), (2, "1"), (4, "3"), (8, "1"), (9, "1"), (10, "1"), (14, "1")] {
            figures[column] = figure
        }
        let text = (0..<3).map { _ in first }.joined()
        let rows = [line(blocks), line(Array(text)), line(Array((0..<3).map { _ in second }.joined())), line(figures)]
        let filing = try Reader.read(
            "洛龙区教育局2024年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n" + rows.joined(separator: "\n") + "\n")
        let values = AllForms.form(.form2021).tableFour.flatMap(\.measures).map {
            filing.readings.value(of: $0)?.description ?? ""
        }
        #expect(zip(values, figures).allSatisfy { $0.isEmpty || $0 == $1 }, "\(values)")
        #expect(values.contains { !$0.isEmpty })
    }

    @Test func labelsThatAreBrokenBySpaces() throws {
        let truth = RandomFiling.make(seed: 1, year: 2024)
        var sheet = FilingSheet(truth)
        for row in sheet.three.indices {
            sheet.three[row].labels = sheet.three[row].labels.map { $0.replacing("公开", with: "公 开") }
        }
        try check(FilingLayout.narrow.text(sheet), truth)
    }

    @Test func headingsWithAliases() throws {
        let truth = RandomFiling.make(seed: 1, year: 2024)
        let text = FilingLayout.rectangle.text(FilingSheet(truth)).replacing("社会公益组织", with: "社会公益 组织")
            .replacing("法律服务机构", with: "法律服务").replacing("商业企业", with: "企业").replacing("总计", with: "合计")
        try check(text.replacing("（七）合计", with: "（七）总计"), truth)
    }

    /// Page numbers, an integer alone on a line, and print of the margins are no cells.
    @Test(arguments: ["- 4 -", "-4-", "4", "第 4 页 共 9 页", "— 4 —"]) func pageFurnitureIsNoCell(_ footer: String) throws
    {
        let truth = RandomFiling.make(seed: 3, year: 2024)
        var sheet = FilingSheet(truth)
        sheet.three.insert(FilingSheet.Row(labels: [footer], cells: [], isHeading: true), at: 12)
        for layout in [FilingLayout.narrow, .aligned, .rectangle] { try check(layout.text(sheet), truth, "\(layout)") }
    }

    @Test func wordCellMarksAndCarriageReturns() throws {
        let truth = RandomFiling.make(seed: 4, year: 2024)
        let text = FilingLayout.narrow.text(FilingSheet(truth))
        try check(text.replacing("\n", with: "\r\n"), truth)
        try check(text.replacing("\n", with: "\r"), truth)
        try check(text.replacing("\t", with: "\u{7}\t"), truth)
        try check("\u{FEFF}" + text.replacing("\t", with: "\t\u{A0}"), truth)
    }

    @Test func figuresAfterASingleSpace() throws {
        let truth = RandomFiling.make(seed: 4, year: 2024)
        let text = FilingLayout.narrow.text(FilingSheet(truth)).replacing("\t", with: " ")
        let comparison = FilingComparison(read: try Reader.read(text), truth: truth)
        #expect(comparison.wrong.isEmpty)
    }

    @Test func aLostLineOfTableTwoIsAbsent() throws {
        let truth = RandomFiling.make(seed: 4, year: 2024)
        var sheet = FilingSheet(truth)
        sheet.two.removeFirst(2)
        let comparison = FilingComparison(read: try Reader.read(FilingLayout.rectangle.text(sheet)), truth: truth)
        #expect(comparison.wrong.isEmpty)
        #expect(comparison.open == AllForms.form(.form2021).tableTwo[0].measures)
    }

    @Test(arguments: 0..<3) func aLostLineOfTableThreeIsDerived(_ seed: Int) throws {
        let truth = RandomFiling.make(seed: seed, year: 2024)
        for line in 0..<24 { try checkWithout(line, truth) }
    }

    @Test func theLostLastLineOfTableThreeIsDerived() throws {
        try checkWithout(24, RandomFiling.make(seed: 0, year: 2024))
    }

    private func checkWithout(_ line: Int, _ truth: Filing) throws {
        var sheet = FilingSheet(truth)
        sheet.three.remove(at: sheet.lines[line])
        let comparison = FilingComparison(read: try Reader.read(FilingLayout.rectangle.text(sheet)), truth: truth)
        #expect(comparison.wrong.isEmpty && comparison.open.isEmpty, "line \(line): \(comparison.wrong.prefix(4))")
    }

    /// Real filings name licences and penalties in the prose before the table.
    @Test func figuresOfTheProseAreNoCells() throws {
        let truth = RandomFiling.make(seed: 6, year: 2024)
        var sheet = FilingSheet(truth)
        sheet.opening += ["行政许可 3602", "行政处罚  151", "（一）予以公开 5 件，（七）总计 9 件。"]
        try check(FilingLayout.narrow.text(sheet), truth)
    }
}
