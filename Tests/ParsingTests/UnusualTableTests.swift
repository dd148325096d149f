import Filings
import Testing

@testable import Parsing

/// Tables that organs lay out in their own way: headings in another order, more columns or fewer, cells that hold no
/// figure. What a person reads at a glance is read; what nobody can know is left open, and never wrong.
@Suite struct UnusualTableTests {
    private static let columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    static let labels = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    ]
    static let figures = [
        [12, 3, 0, 0, 1, 2, 18], [1, 0, 0, 0, 0, 0, 1], [8, 2, 0, 0, 1, 1, 12], [3, 1, 0, 0, 0, 1, 5],
    ].map { $0.map(String.init) }
    static let keys = ["received", "carriedOver", "granted", "partiallyGranted"]
    private static let applicants = ApplicantColumn.allCases.map(\.rawValue)

    static func read(_ tables: String, title: String = "洛龙区教育局2024年政府信息公开工作年度报告") throws -> Filing {
        try Reader.read(
            title + "\n\n一、总体情况\n公开工作平稳。\n\n" + tables + "\n五、存在的主要问题及改进情况\n内容有待充实。\n六、其他需要报告的事项\n无。\n",
            source: "a.txt")
    }

    static func three(_ rows: [[String]]) throws -> Filing {
        try read(
            "三、收到和处理政府信息公开申请情况\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n")
    }

    private static func rows(
        _ columns: [String] = columns, _ change: (Int, [String]) -> [String] = { $1 }
    ) -> [[String]] {
        [["项目"] + columns] + labels.indices.map { [labels[$0]] + change($0, figures[$0]) }
    }

    private static func value(_ filing: Filing, _ row: Int, _ column: Int) -> String? {
        filing.readings.value(of: Measures.known("requests.\(keys[row]).\(applicants[column])"))?.description
    }

    /// Every cell has its figure, those of `open` (row, column) none.
    static func expect(_ filing: Filing, open: [(Int, Int)] = [], _ comment: Comment? = nil) {
        for row in keys.indices {
            for column in columns.indices {
                let isOpen = open.contains { $0 == (row, column) }
                let found = value(filing, row, column)
                #expect(found == (isOpen ? nil : figures[row][column]), comment ?? "\(keys[row]) \(applicants[column])")
            }
        }
    }

    @Test(arguments: [[6, 0, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 0, 6], [0, 1, 2, 3, 4, 5, 6]])
    func headingsDecideTheOrder(_ order: [Int]) throws {
        Self.expect(try Self.three(Self.rows(order.map { Self.columns[$0] }) { _, row in order.map { row[$0] } }))
    }

    @Test func columnsThatTheFormLacks() throws {
        let numbered = Self.rows(["行次"] + Self.columns) { index, row in ["\(index + 1)"] + row }
        Self.expect(try Self.three(numbered), "numbers of lines")
        let remarked = Self.rows(Self.columns + ["备注"]) { index, row in row + [index == 0 ? "其中2件口头申请" : "—"] }
        Self.expect(try Self.three(remarked), "remarks")
    }

    @Test(arguments: ["见附件", "?", "＊"], [1, 5, 6])
    func aCellWithoutAFigureKeepsItsPlace(_ words: String, _ column: Int) throws {
        let filing = try Self.three(
            Self.rows { index, row in
                row.enumerated().map { index == 0 && $0.offset == column ? words : $0.element }
            })
        Self.expect(filing, open: [(0, column)])
    }

    @Test(arguments: [[0, 1], [0, 1, 2], [0, 6], [1, 3, 4]]) func severalCellsWithoutAFigure(_ columns: [Int]) throws {
        let rows = Self.rows { row, figures in
            figures.enumerated().map { row == 2 && columns.contains($0) ? ["■", "4?2", "#####"][$0 % 3] : $1 }
        }
        Self.expect(try Self.three(rows.map { ["", ""] + $0 }), open: columns.map { (2, $0) })
    }

    /// A label that wraps stands in front of six figures, and is none.
    @Test func aShortLabelIsNoFigure() throws {
        let rows = Self.rows(Self.columns.filter { $0 != "其他" }) { _, figures in
            figures.enumerated().filter { $0.offset != 5 }.map(\.element)
        }
        let filing = try Self.three(
            rows.enumerated().map { index, row in index == 3 ? ["（一）予以公开", "共本机关不"] + row.dropFirst() : ["", ""] + row }
        )
        #expect(Self.value(filing, 2, 0) == "8" && Self.value(filing, 2, 6) == "12")
    }

    @Test func aGroupsSumIsNoneOfItsLines() throws {
        let group = [
            ["（三）不予公开", "3", "1", "0", "0", "0", "0", "4"], ["1.属于国家秘密", "0", "0", "0", "0", "0", "0", "0"],
            ["2.其他法律行政法规禁止公开", "3", "1", "0", "0", "0", "0", "4"],
        ]
        let filing = try Self.three(Self.rows() + group)
        #expect(filing.readings.value(of: Measures.known("requests.refused.stateSecret.total")) == 0)
        #expect(filing.readings.value(of: Measures.known("requests.refused.prohibitedByLaw.total")) == 4)
    }

    @Test func zerosThatAreLeftOutStayOpen() throws {
        let filing = try Self.three(Self.rows { _, row in row.filter { $0 != "0" } })
        for row in Self.keys.indices {
            for column in Self.columns.indices {
                let found = Self.value(filing, row, column)
                #expect(found == nil || found == Self.figures[row][column], "\(row) \(column)")
            }
        }
    }

    @Test func cellsOnLinesOfTheirOwnBelowTheirHeadings() throws {
        let headings = ["申请人情况", "自然人", "法人或其他组织", "总计"] + Self.columns[1..<6]
        let cells = Self.labels.indices.flatMap { [Self.labels[$0]] + Self.figures[$0] }
        Self.expect(
            try Self.read("三、收到和处理政府信息公开申请情况\n" + (headings + cells).joined(separator: "\n") + "\n"))
    }

    @Test func aLabelThatOneSpacePartsFromItsFigures() throws {
        let rows = Self.labels.indices.map { index in
            let row = Self.figures[index]
            return
                "    \(Self.labels[index]) \(row[0]) \(row[1]) \(row[2])           \(row[3])     \(row[4]) \(row[5]) \(row[6])"
        }
        Self.expect(try Self.read("三、收到和处理政府信息公开申请情况\n" + rows.joined(separator: "\n") + "\n"))
    }

    @Test func columnsOfTableTwoInAnotherOrder() throws {
        let filing = try Self.read(
            "二、主动公开政府信息情况\n信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t0\t0\t0\n行政规范性文件\t2\t1\t0\n")
        let codes = ["issued", "repealed", "inForce"].map { Measures.known("proactive.normativeDocuments." + $0) }
        #expect(codes.map { filing.readings.value(of: $0) } == [1, 0, 2])
    }

    @Test func twoFiguresOfThreeAreNotParted() throws {
        let filing = try Self.read("二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 3 15\n")
        for part in ["issued", "repealed", "inForce"] {
            #expect(filing.readings.value(of: Measures.known("proactive.normativeDocuments." + part)) == nil)
        }
    }

    @Test(arguments: [[1, 2, 0], [0, 2, 1]])
    func blocksOfTableFourInAnotherOrder(_ order: [Int]) throws {
        let heads = [["行政复议", ""], ["行政诉讼", "未经复议直接起诉"], ["行政诉讼", "复议后起诉"]]
        let blocks = [["1", "0", "2", "0", "3"], ["0", "4", "0", "1", "5"], ["0", "0", "0", "0", "0"]]
        let outcomes = ReviewColumn.allCases.map(\.label)
        func line(_ part: Int) -> [String] { order.flatMap { [heads[$0][part]] + Array(repeating: "", count: 4) } }
        let rows = [line(0), line(1), order.flatMap { _ in outcomes }, order.flatMap { blocks[$0] }]
        let filing = try Self.read(
            "四、政府信息公开行政复议、行政诉讼情况\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n")
        let found = AllForms.form(.form2021).tableFour.map { block in
            block.measures.map { filing.readings.value(of: $0)?.description ?? "-" }
        }
        #expect(found == blocks)
    }

    private static let reviewHeads = [
        ["行政复议"] + Array(repeating: "", count: 4) + ["行政诉讼"] + Array(repeating: "", count: 9),
        Array(repeating: "", count: 5) + ["未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
        (0..<3).flatMap { _ in ReviewColumn.allCases.map(\.label) },
    ]

    /// The figures of table four below its headings and `above`, nil where none is read.
    private static func four(_ figures: [String], above: [[String]] = [], in front: [String] = []) throws -> [String?] {
        let rows = reviewHeads.map { front.map { _ in "" } + $0 } + above + [front + figures]
        let filing = try read(
            "四、政府信息公开行政复议、行政诉讼情况\n" + rows.map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n")
        return AllForms.form(.form2021).tableFour.flatMap { block in
            block.measures.map { filing.readings.value(of: $0)?.description }
        }
    }

    private static let reviewFigures = ["1", "0", "2", "0", "3", "0", "4", "0", "1", "5", "0", "0", "0", "0", "0"]

    @Test func rowsAboveTheFiguresOfTableFour() throws {
        let numbers = (1...15).map(String.init)
        #expect(try Self.four(Self.reviewFigures, above: [numbers]) == Self.reviewFigures)
        let before = ["2023年"] + Array(repeating: "9", count: 15)
        #expect(try Self.four(Self.reviewFigures, above: [before], in: ["2024年"]) == Self.reviewFigures)
        let empty = Array(repeating: "", count: 15)
        #expect(try Self.four(Self.reviewFigures, above: [empty] + Self.reviewHeads) == Self.reviewFigures)
    }

    /// Cells tell the columns, whatever the organ's own sums are.
    @Test func emptyCellsOfTableFourKeepTheirPlaces() throws {
        var figures = Self.reviewFigures.map { $0 == "0" ? "" : $0 }
        figures[4] = "7"
        #expect(try Self.four(figures) == figures.map { $0.isEmpty ? nil : $0 })
    }

    /// Nothing says which blocks of twenty figures are the form's.
    @Test func aBlockTooManyLeavesTableFourOpen() throws {
        let found = try Self.four(Self.reviewFigures[..<5] + Self.reviewFigures)
        #expect(found.allSatisfy { $0 == nil })
    }

    /// A figure that closed up from several columns is none of one.
    @Test func rowsOfOneFigureBelowSixHeadings() throws {
        let filing = try Self.three(
            Self.rows(Self.columns.filter { $0 != "其他" }) { _, row in [(row[..<5] + row[6...]).joined()] })
        for row in Self.keys.indices where Self.figures[row].joined().count < 9 {
            #expect(Self.columns.indices.allSatisfy { Self.value(filing, row, $0) == nil }, "\(row)")
        }
    }

    /// Columns that stand twice in table three are no headings of table four.
    @Test func doubledColumnsOfTableThree() throws {
        let doubled = Self.rows(Self.columns.flatMap { [$0, $0] }) { _, row in row.flatMap { [$0, $0] } }
        let filing = try Self.three(doubled)
        Self.expect(filing)
        // A row whose sum fails is read in the same way.
        var broken = doubled
        broken[1][13...14] = ["19", "19"]
        let received = ApplicantColumn.allCases.map { Measures.known("requests.received.\($0.rawValue)") }
        let read = try Self.three(broken).readings
        #expect(received.map { read.value(of: $0) } == [12, 3, 0, 0, 1, 2, 19])
        for measure in AllForms.form(.form2021).tableFour.flatMap(\.measures) {
            #expect(filing.readings.value(of: measure) == nil)
        }
    }

    @Test(arguments: ["二〇二四年", "二○二四年度", "〔2024〕年", "（2024）年度"])
    func yearsInEveryNotation(_ year: String) throws {
        let filing = try Self.read("", title: "洛龙区教育局\(year)政府信息公开工作年度报告")
        #expect(filing.year == 2024 && filing.organ?.name == "洛龙区教育局")
    }

    @Test func listsOfOtherReportsAboveTheTitle() throws {
        let others = "山亭区卫健局2024年政府信息公开工作年度报告\n福州市鼓楼区教育局2023年政府信息公开工作年度报告\n"
        let filing = try Self.read("", title: others + "洛龙区教育局2024年政府信息公开工作年度报告")
        #expect(filing.organ?.name == "洛龙区教育局" && filing.area.code == "410311" && filing.year == 2024)
    }

    @Test func aTitleInThePagesHeadAlone() throws {
        let own = "洛龙区教育局2024年政府信息公开工作年度报告"
        for name in ["ArticleTitle", "description"] {
            let page =
                "<html><head><title>信息公开年报</title><meta name=\"\(name)\" content=\"\(own)\"></head><body>"
                + "<h1>信息公开年报</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p></body></html>"
            let filing = try Reader.read(page)
            #expect(filing.organ?.name == "洛龙区教育局" && filing.year == 2024, "\(name)")
        }
    }

    /// A page's head names one of the titles: its own.
    @Test func listsAboveTheTitleOfAPage() throws {
        let own = "洛龙区教育局2024年政府信息公开工作年度报告"
        let others = ["山亭区卫健局2023年政府信息公开工作年度报告", "洛龙区教育局2023年政府信息公开工作年度报告"]
        let page =
            "<html><head><title>\(own)</title></head><body><ul>"
            + others.map { "<li><a>\($0)</a></li>" }.joined() + "</ul><h1>\(own)</h1><p>一、总体情况</p></body></html>"
        let filing = try Reader.read(page)
        #expect(filing.organ?.name == "洛龙区教育局" && filing.year == 2024)
    }

    /// The year in which a rule was made is no reporting year; a period may be written in figures.
    @Test(arguments: [
        "《条例》（2019年5月15日起施行）要求公布。统计期：2024.01.01-2024.12.31。", "数据统计期限：2024-1-1至2024-12-31。根据2019年修订的《条例》编制。",
        "《条例》（2019年4月3日修订）要求，编制2024年度报告。", "我局编制了2024年度政府信息公开工作年度报告，自2008年5月1日以来已连续发布。",
        "依据2019年4月3日修订、2019年5月15日施行的《条例》编制。2024年，公开工作平稳。",
    ])
    func yearsOfLaws(_ preamble: String) throws {
        let filing = try Reader.read("洛龙区教育局政府信息公开工作年度报告\n\n\(preamble)\n\n一、总体情况\n公开工作平稳。\n")
        #expect(filing.year == 2024)
    }

    @Test func aSentenceOnAnEarlierYearStatesNoFact() throws {
        let filing = try Self.read("2023年，我局通过政府网站公开信息86条。2024年，我局通过政府网站公开信息97条。\n")
        #expect(filing.facts.map(\.value) == [97])
    }
}
