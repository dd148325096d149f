import Filings
import TestSupport
import Testing

@testable import Parsing

/// Tables of other widths than the form's: columns that were left out, repeated, or added.
extension UnusualTableTests {
    private static let columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

    private static func text(_ headings: [String], _ gap: String, _ change: ([String]) -> [String]) throws -> Filing {
        let lines = [headings] + labels.indices.map { [labels[$0]] + change(figures[$0]) }
        return try read(
            "三、收到和处理政府信息公开申请情况\n" + lines.map { $0.joined(separator: gap) + "\n" }.joined())
    }

    private static func expect(_ filing: Filing, without lost: Set<Int>, _ comment: Comment) {
        for (key, row) in zip(keys, figures) {
            for (column, applicant) in ApplicantColumn.allCases.enumerated() {
                let found = filing.readings.value(of: Measures.known("requests.\(key).\(applicant.rawValue)"))?
                    .description
                #expect(found == (lost.contains(column) ? nil : row[column]), "\(comment) \(key) \(applicant)")
            }
        }
    }

    /// The headings name the columns that are there.
    @Test(arguments: [[0], [5], [6], [2, 3], [2, 3, 4]] as [Set<Int>], ["\t", "    ", " "])
    func columnsThatWereLeftOut(_ lost: Set<Int>, _ gap: String) throws {
        func kept(_ row: [String]) -> [String] { row.indices.filter { !lost.contains($0) }.map { row[$0] } }
        let filing = try Self.text(["项目"] + kept(Self.columns), gap, kept)
        Self.expect(filing, without: lost, "\(lost.sorted()) \(gap.debugDescription)")
        let marked = try Self.text(["项目"] + kept(Self.columns), gap) { kept($0).map { $0 == "0" ? "/" : $0 } }
        Self.expect(marked, without: lost, "/ \(lost.sorted()) \(gap.debugDescription)")
    }

    /// The totals alone, and one column for all organisations, which the form does not have.
    @Test(arguments: ["\t", " "]) func summaries(_ gap: String) throws {
        let filing = RandomFiling.make(seed: 5, year: 2024)
        var sheet = FilingSheet(filing)
        let lines = sheet.lines.map { sheet.three[$0] }.map { line in
            FilingSheet.Row(labels: [line.labels.last { !$0.isEmpty } ?? ""], cells: [line.cells[6]])
        }
        sheet.three = [FilingSheet.Row(labels: ["项目"], cells: ["总计（件）"], isHeading: true)] + lines
        let totals = try Reader.read(FilingLayout.narrow.text(sheet).replacing("\t", with: gap))
        for line in AllForms.form(.form2021).tableThree {
            let values = line.measures.map { totals.readings.value(of: $0) }
            let printed = filing.readings.value(of: line.measures[6])
            #expect(values == Array(repeating: nil, count: 6) + [printed], "\(line.key) \(gap.debugDescription)")
        }
        let grouped = try Self.text(["项目", "自然人", "法人或其他组织", "总计"], gap) { row in
            [row[0], String(row[1..<6].compactMap { Int($0) }.reduce(0, +)), row[6]]
        }
        Self.expect(grouped, without: Set(1..<6), "grouped \(gap.debugDescription)")
    }

    /// Six columns run together in the first figure's cell are no figure of one.
    @Test(arguments: [0, 5]) func runTogetherWithoutAColumn(_ emptyCells: Int) throws {
        func kept(_ row: [String]) -> [String] { row.indices.filter { $0 != 3 }.map { row[$0] } }
        let filing = try Self.text(["项目"] + kept(Self.columns), "\t") { row in
            [kept(row).joined()] + Array(repeating: "", count: emptyCells)
        }
        for (key, row) in zip(Self.keys, Self.figures) {
            for (column, applicant) in ApplicantColumn.allCases.enumerated() {
                let found = filing.readings.value(of: Measures.known("requests.\(key).\(applicant.rawValue)"))
                #expect(found == nil || found?.description == row[column], "\(key) \(applicant)")
            }
        }
    }

    @Test func headingsInPiecesNameTheirColumns() throws {
        let rows = Self.labels.indices.map { index in
            Self.labels[index] + "\t"
                + Self.figures[index].enumerated().filter { $0.offset != 5 }.map(\.element).joined(
                    separator: "\t")
        }
        let heads = ["自然\t商业\t科研\t社会公\t法律服\t总", "人\t企业\t机构\t益组织\t务机构\t计"]
        let filing = try Self.read("三、收到和处理政府信息公开申请情况\n" + (heads + rows).joined(separator: "\n") + "\n")
        Self.expect(filing, without: [5], "pieces")
    }

    @Test(arguments: ["\t", " "]) func everyFigureTwice(_ gap: String) throws {
        Self.expect(
            try Self.text(["项目"], gap) { $0.flatMap { [$0, $0] } }, without: [], "twice")
    }

    /// 本年 beside 上年, in either order.
    @Test(arguments: [true, false]) func figuresOfTheYearBefore(_ isLastFirst: Bool) throws {
        let before = ["5", "2", "9", "8", "1", "9", "34"]
        let heads = ["申请人情况（上年）", "申请人情况（本年）"]
        let filing = try Self.text(["项目"] + (isLastFirst ? heads : heads.reversed()), "\t") {
            isLastFirst ? before + $0 : $0 + before
        }
        Self.expect(filing, without: [], "\(isLastFirst)")
    }

    /// A line of figures alone among a row's: a page's number.
    @Test func aPagesNumberBehindARowOfZeros() throws {
        let cells = Self.labels.indices.flatMap { index in
            [Self.labels[index]] + Self.figures[index].map { index == 1 ? "0" : $0 } + (index == 1 ? ["2"] : [])
        }
        let filing = try Self.read(
            "三、收到和处理政府信息公开申请情况\n" + (Self.columns + cells).joined(separator: "\n") + "\n")
        #expect(filing.readings.value(of: Measures.known("requests.carriedOver.total")) == 0)
        #expect(filing.readings.value(of: Measures.known("requests.granted.total")) == 12)
    }

    /// Zeros left empty in a text that only its columns' places hold together.
    @Test func emptyCellsBetweenPlaces() throws {
        func line(_ label: String, _ cells: [String]) -> String {
            let pad = String(repeating: " ", count: 90 - 2 * label.unicodeScalars.count)
            let row = cells.map { $0 == "0" ? "" : $0 }
            return label + pad
                + row.map { String(repeating: " ", count: 6 - $0.count) + $0 + String(repeating: " ", count: 8) }
                .joined()
        }
        let heads = ["自然人", "企业", "科研", "公益", "法律", "其他", "总计"]
        let head =
            String(repeating: " ", count: 92)
            + heads.map { $0 + String(repeating: " ", count: 14 - 2 * $0.count) }.joined()
        let lines = Self.labels.indices.map { line(Self.labels[$0], Self.figures[$0]) }
        let filing = try Self.read("三、收到和处理政府信息公开申请情况\n" + ([head] + lines).joined(separator: "\n") + "\n")
        for (key, row) in zip(Self.keys, Self.figures) {
            for (applicant, figure) in zip(ApplicantColumn.allCases, row) where figure != "0" {
                let found = filing.readings.value(of: Measures.known("requests.\(key).\(applicant.rawValue)"))
                #expect(found?.description == figure, "\(key) \(applicant)")
            }
        }
    }

    @Test func aPagesNumberBelowAnEmptyLineOfTableTwo() throws {
        let filing = try Self.read(
            "二、主动公开政府信息情况\n信息内容 本年处理决定数量\n行政许可 12\n行政处罚 7\n行政强制 0\n信息内容 本年收费金额（单位：万元）\n行政事业性收费\n1\n")
        #expect(filing.readings.value(of: Measures.known("proactive.licensing.decisions")) == 12)
        #expect(filing.readings.value(of: Measures.known("proactive.fees.amount")) == nil)
    }

    @Test(arguments: ["$%$", "$ % $", "**%**"]) func figuresWithMarks(_ pattern: String) throws {
        Self.expect(
            try Self.text(["项目"] + Self.columns, "\t") { $0.map { pattern.replacing("%", with: $0) } }, without: [],
            "\(pattern)")
    }

    @Test(arguments: [
        "洛龙区教育局2024年政\n府信息公开工作年度报告", "洛龙区教育局2024\n年政府信息公开工作年度报告", "洛龙区教育局2024\n年度政府信息公开工作年度报告",
        "洛龙区教育局2024年政府信息公\n开工作年度报告", "洛龙区教育局2024\n年政府信息公开工作年\n度报告", "洛龙区教\n育局2024年政府信息公开工作年度报告",
        "洛龙区教育局\n2025年01月20日\n政府信息公开工作年度报告\n（2024年度）",
    ])
    func titlesThatBreak(_ title: String) throws {
        let filing = try Self.read("", title: title + "\n本报告由洛龙区教育局编制。")
        #expect(filing.organ?.name == "洛龙区教育局" && filing.area.code == "410311" && filing.year == 2024)
    }

    /// Totals in front and subtotals between: the headings tell, whatever parts the cells.
    @Test(arguments: ["\t", "    ", " "]) func totalsInFrontAndSubtotals(_ gap: String) throws {
        let columns = ["总计", "自然人", "小计"] + Self.columns[1..<6]
        let filing = try Self.text(["项目"] + columns, gap) { row in
            [row[6], row[0], String(row[1..<6].compactMap { Int($0) }.reduce(0, +))] + row[1..<6]
        }
        Self.expect(filing, without: [], "\(gap.debugDescription)")
    }

    /// A column of words behind the figures, filled in some of the rows.
    @Test(arguments: ["    ", "\t"]) func remarks(_ gap: String) throws {
        var line = 0
        let filing = try Self.text(["项目"] + Self.columns + ["备注"], gap) { row in
            line += 1
            return row + (line < 4 ? ["无"] : gap == "\t" ? [""] : [])
        }
        Self.expect(filing, without: [], "\(gap.debugDescription)")
    }

    /// The numbers of rows in front of labels that one space parts from their figures.
    @Test func serialNumbersInFrontOfLabels() throws {
        let printed = RandomFiling.make(seed: 2, year: 2024)
        var sheet = FilingSheet(printed)
        for (number, row) in sheet.lines.enumerated() {
            let labels = sheet.three[row].labels.filter { !$0.isEmpty }
            sheet.three[row].labels = (["\(number + 1)"] + labels).map { $0.replacing("\t", with: " ") }
        }
        let filing = try Reader.read(FilingLayout.narrow.text(sheet).replacing("\t", with: " "))
        for measure in AllForms.form(.form2021).tableThree.flatMap(\.measures) {
            #expect(filing.readings.value(of: measure) == printed.readings.value(of: measure))
        }
    }

    /// Numbers that stand in two cells in many rows are joined where the row's sum wants it, and no column is left out.
    @Test(arguments: 0..<6) func numbersInTwoCells(_ seed: Int) throws {
        let printed = RandomFiling.make(seed: seed, year: 2024)
        var sheet = FilingSheet(printed)
        for (number, row) in sheet.lines.enumerated() where number % 2 == 0 {
            guard let long = sheet.three[row].cells.firstIndex(where: { $0.count > 1 }) else { continue }
            let cell = sheet.three[row].cells[long]
            sheet.three[row].cells.replaceSubrange(
                long...long, with: [String(cell.dropLast()), String(cell.suffix(1))])
        }
        let read = try Reader.read(FilingLayout.narrow.text(sheet))
        for line in AllForms.form(.form2021).tableThree {
            for measure in line.measures {
                let value = read.readings.value(of: measure)
                #expect(value == nil || value == printed.readings.value(of: measure), "\(Measures[measure].code)")
            }
        }
    }
}
