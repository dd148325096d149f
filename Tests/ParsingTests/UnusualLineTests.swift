import Filings
import Testing

@testable import Parsing

/// Rows whose lines, spaces and marks are not those of a table of cells.
extension UnusualTableTests {
    private static func lines(_ line: (String, [String]) -> String) throws -> Filing {
        try read(
            "三、收到和处理政府信息公开申请情况\n"
                + labels.indices.map { line(labels[$0], figures[$0]) + "\n" }.joined())
    }

    /// No cell has another figure than its own.
    private static func expectRightOrOpen(_ filing: Filing) {
        for (key, row) in zip(keys, figures) {
            for (applicant, figure) in zip(ApplicantColumn.allCases, row) {
                let found = filing.readings.value(of: Measures.known("requests.\(key).\(applicant.rawValue)"))
                #expect(found == nil || found?.description == figure, "\(key) \(applicant)")
            }
        }
    }

    @Test(arguments: ["/", "-", "—", "——", "–", "无", "零", "\\"])
    func marksForNothingThatOneSpaceParts(_ mark: String) throws {
        Self.expect(
            try Self.lines { label, row in
                ([label] + row.map { $0 == "0" ? mark : $0 }).joined(separator: " ")
            })
        let nothing = try Self.read(
            "二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 \(mark) \(mark) \(mark)\n行政规范性文件 \(mark) 1 7\n")
        for part in ["regulations.issued", "regulations.repealed", "regulations.inForce", "normativeDocuments.issued"] {
            let measure = Measures.known("proactive." + part)
            #expect(nothing.readings.state(of: measure) == .nilMark && nothing.readings.value(of: measure) == 0)
        }
    }

    @Test(arguments: ["件", " 件"]) func unitsBehindFigures(_ unit: String) throws {
        Self.expect(try Self.lines { label, row in ([label] + row.map { $0 + unit }).joined(separator: " ") })
    }

    @Test(arguments: [" ", "\t"]) func figuresOnTheLineBelowTheirLabel(_ gap: String) throws {
        Self.expect(try Self.lines { label, row in label + "\n" + row.joined(separator: gap) })
    }

    @Test func labelsThatWrapInFrontOfTheirFigures() throws {
        Self.expect(
            try Self.lines { label, row in label.dropLast() + "\n\(label.last!)\n" + row.joined(separator: " ") })
        Self.expect(
            try Self.lines { label, row in label.dropLast(2) + "\n" + label.suffix(2) + " " + row.joined(separator: " ")
            })
    }

    /// One space parts the figures, and one of them cannot be read: the others keep their places.
    @Test(arguments: ["*", "I", "见附件", "()"], [1, 4, 6]) func anUnreadableWordAmongSeven(
        _ mark: String, _ column: Int
    ) throws {
        for end in ["", " |"] {
            let filing = try Self.lines { label, row in
                let marked = row.enumerated().map { label == Self.labels[2] && $0.offset == column ? mark : $0.element }
                return ([label] + marked).joined(separator: " ") + end
            }
            Self.expect(filing, open: [(2, column)])
        }
    }

    /// A mark that nobody can read is no end of a label.
    @Test func anUnreadableMarkAmongFiguresThatOneSpaceParts() throws {
        let filing = try Self.lines { label, row in
            ([label] + row.enumerated().map { $0.offset == 1 ? "×" : $0.element }).joined(separator: " ")
        }
        Self.expectRightOrOpen(filing)
    }

    @Test func zerosThatAreLeftOutBetweenSpacesStayOpen() throws {
        let filing = try Self.lines { label, row in ([label] + row.filter { $0 != "0" }).joined(separator: " ") }
        Self.expectRightOrOpen(filing)
    }

    @Test func rowsThatStandInTheCellsOfOne() throws {
        func cell(_ lines: [String]) -> String { "<td>" + lines.joined(separator: "<br>") + "</td>" }
        let columns = Self.figures[0].indices.map { column in cell(Self.figures.map { $0[column] }) }
        let page =
            "<html><body><h1>洛龙区教育局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>公开工作平稳。</p>"
            + "<h2>三、收到和处理政府信息公开申请情况</h2><table><tr>" + cell(Self.labels) + columns.joined() + "</tr></table>"
        Self.expect(try Reader.read(page))
    }

    /// One cell a line: labels in narrow columns take several.
    @Test(arguments: [1, 2, 3, 5]) func cellsOnLinesOfTheirOwnWhoseLabelsWrap(_ width: Int) throws {
        Self.expect(
            try Self.lines { label, row in
                (stride(from: 0, to: label.count, by: width).map { String(label.dropFirst($0).prefix(width)) } + row)
                    .joined(separator: "\n")
            })
    }

    /// One cell a line: the first figure stands right behind its label, two share a line.
    @Test func figuresThatStandOnALineWithOthers() throws {
        Self.expect(try Self.lines { label, row in label + row.joined(separator: "\n") })
        Self.expect(
            try Self.lines { label, row in
                ([label] + row.prefix(5) + [row.suffix(2).joined(separator: " ")]).joined(separator: "\n")
            })
    }

    /// Where the figure stands behind a piece of a label, nothing says which column the next one fills.
    @Test func aFigureBehindTheEndOfALabelThatWraps() throws {
        let filing = try Self.lines { label, row in
            label.dropLast(3) + "\n" + label.suffix(3) + row.joined(separator: "\n")
        }
        Self.expectRightOrOpen(filing)
    }

    /// A line of a sentence that holds a label's words.
    @Test(arguments: ["本年度新收政府信息公开申请12件，上年结", "发出提醒。本年度新收政府信息公开申请"])
    func aSentenceIsNoLabel(_ sentence: String) throws {
        let lines = zip(Self.labels, Self.figures).flatMap { [$0] + $1 }
        let filing = try Self.read(
            ([sentence, "规章", "0", "1", "0", "行政规范性文件", "4", "4", "20"] + lines).joined(separator: "\n") + "\n")
        Self.expect(filing)
        #expect(filing.readings.value(of: Measures.known("proactive.normativeDocuments.inForce")) == 20)
    }

    /// The first figure stands one space behind the label, the others further.
    @Test func theFirstFigureBehindALabelOfTableTwo() throws {
        let filing = try Self.read(
            "二、主动公开政府信息情况\n信息内容   本年制发件数  本年废止件数  现行有效件数\n规章      3      0      1\n行政规范性文件 1      2      9\n")
        let parts = ["issued", "repealed", "inForce"]
        let found = parts.map { filing.readings.value(of: Measures.known("proactive.normativeDocuments." + $0)) }
        #expect(found == [1, 2, 9])
    }

    /// Three digits behind a label are three figures only where other lines run together as well.
    @Test(arguments: [("行政许可\t3\t0\t8", false), ("行政许可308", true)])
    func digitsBehindALabelOfTableTwo(_ other: String, _ runsTogether: Bool) throws {
        let filing = try Self.read(
            "二、主动公开政府信息情况\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n\(other)\n其他对外管理服务事项193\n",
            title: "洛龙区教育局2019年政府信息公开工作年度报告")
        let found = filing.readings.value(of: Measures.known("proactive.otherServices.itemsLastYear"))
        #expect(found == (runsTogether ? 1 : nil))
    }

    /// A merged cell and its heading stand in each of its columns.
    @Test func figuresAndHeadingsThatStandTwice() throws {
        let filing = try Self.read(
            "二、主动公开政府信息情况\n信息内容\t上一年项目数量\t本年增/减\t本年增/减\n行政事业性收费\t234\t-8\t-8\n",
            title: "洛龙区教育局2019年政府信息公开工作年度报告")
        #expect(filing.readings.value(of: Measures.known("proactive.fees.itemsLastYear")) == 234)
        #expect(filing.readings.value(of: Measures.known("proactive.fees.itemsChange")) == -8)
    }

    private static let columns = ApplicantColumn.allCases.map(\.label)

    @Test(arguments: ["：", ":", " "], ["；", "，", "、"])
    func linesThatNameEachColumn(_ colon: String, _ gap: String) throws {
        let filing = try Self.lines { label, figures in
            label + "：" + zip(Self.columns, figures).map { $0 + colon + $1 }.joined(separator: gap) + "\n"
        }
        UnusualTableTests.expect(filing)
    }

    /// A table for each column: one figure a line, and each line again and again.
    @Test func aTableForEachColumnStaysOpen() throws {
        let tables = Self.columns.indices.map { column in
            "项目\t\(Self.columns[column])\n"
                + zip(UnusualTableTests.labels, UnusualTableTests.figures).map { "\($0)\t\($1[column])\n" }.joined()
        }
        Self.expectRightOrOpen(try Self.read("三、收到和处理政府信息公开申请情况\n" + tables.joined(separator: "\n")))
    }

    /// Soft hyphens and marks of no width part no number.
    @Test(arguments: ["\u{AD}", "\u{200B}", "\u{2060}"]) func marksOfNoWidthInNumbers(_ mark: String) throws {
        UnusualTableTests.expect(
            try Self.lines { label, figures in
                ([label] + figures.map { $0.map(String.init).joined(separator: mark) }).joined(separator: "\t") + "\n"
            })
    }

    // MARK: Table four

    private static let blocks = [["1", "0", "2", "0", "3"], ["0", "4", "0", "1", "5"], ["0", "0", "0", "0", "0"]]
    private static let names = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    private static let outcomes = ReviewColumn.allCases.map(\.label)

    private static func four(_ lines: [[String]], _ gap: String = "\t") throws -> [[String]] {
        let filing = try read(
            "四、政府信息公开行政复议、行政诉讼情况\n" + lines.map { $0.joined(separator: gap) + "\n" }.joined())
        return AllForms.form(.form2021).tableFour.map { block in
            block.measures.map { filing.readings.value(of: $0)?.description ?? "-" }
        }
    }

    @Test func aLineForEachBlock() throws {
        #expect(try Self.four([["类别"] + Self.outcomes] + zip(Self.names, Self.blocks).map { [$0] + $1 }) == Self.blocks)
    }

    @Test(arguments: [[4, 0, 1, 2, 3], [0, 1, 3, 2, 4], [3, 4, 2, 1, 0]])
    func aLineForEachBlockUnderHeadingsInAnotherOrder(_ order: [Int]) throws {
        let lines =
            [["类别"] + order.map { Self.outcomes[$0] }]
            + zip(Self.names, Self.blocks).map { name, block in [name] + order.map { block[$0] } }
        #expect(try Self.four(lines) == Self.blocks)
    }

    @Test func aLineForEachFigure() throws {
        let lines = zip(Self.names, Self.blocks).flatMap { name, block in
            zip(Self.outcomes, block).enumerated().map { [$0.offset == 0 ? name : "", $0.element.0, $0.element.1] }
        }
        #expect(try Self.four(lines) == Self.blocks)
    }

    @Test func sentencesOfOneFigure() throws {
        let lines = zip(Self.names, Self.blocks).flatMap { name, block in
            [[name]] + zip(Self.outcomes, block).map { ["\($0)：\($1)"] }
        }
        #expect(try Self.four(lines) == Self.blocks)
    }

    @Test func suitsInATableOfTheirOwn() throws {
        let lines = [
            [Self.names[0]], Self.outcomes, Self.blocks[0], Self.names.suffix(2) + [], Self.outcomes + Self.outcomes,
        ]
        #expect(try Self.four(lines + [Self.blocks[1] + Self.blocks[2]]) == Self.blocks)
    }

    @Test func headingsThatFellToPieces() throws {
        let pieces = Array("结果维持纠正其他尚未审结").map { [String($0)] }
        #expect(try Self.four(pieces + [Self.blocks.flatMap { $0 }], " ") == Self.blocks)
        let broken = try Self.four(pieces + [Array(repeating: "1", count: 15)], " ")
        #expect(broken == Array(repeating: Array(repeating: "-", count: 5), count: 3))
    }

    /// Nothing tells which of the three blocks have no figures.
    @Test func figuresForFewerBlocksThanHeadings() throws {
        let lines = [Self.names, Self.outcomes + Self.outcomes + Self.outcomes, Self.blocks[1]]
        #expect(try Self.four(lines, " ").joined().allSatisfy { $0 == "-" })
    }

    /// Table three with every figure changed in the same way, ten times over to be many figures.
    private static func marked(_ separator: String, _ change: (String) -> String) throws -> Filing {
        let rows = labels.indices.map { ([labels[$0]] + figures[$0].map(change)).joined(separator: separator) }
        let others = OutcomeGroup.allCases.flatMap { group in
            AllForms.form(.form2021).tableThree.filter { $0.group == group }.map { line in
                ([line.label] + Array(repeating: change("0"), count: 7)).joined(separator: separator)
            }
        }
        return try read("三、收到和处理政府信息公开申请情况\n" + (rows + others).joined(separator: "\n") + "\n")
    }

    @Test(arguments: ["\t", " "], ["[]", "（）", "()", "【】", "<>", "=;", " ,"])
    func marksAroundEveryFigure(_ separator: String, _ marks: String) throws {
        Self.expect(try Self.marked(separator) { "\(marks.first!)\($0)\(marks.last!)".trimmingPrefix(" ").description })
    }

    @Test(arguments: ["\t", " "]) func everyFigureWithZerosInFront(_ separator: String) throws {
        Self.expect(try Self.marked(separator) { String(repeating: "0", count: 3 - $0.count) + $0 })
    }

    /// Marks around one figure may mean something, and so may a sign in front of all.
    @Test func marksThatAreNotRemoved() throws {
        let one = try Self.marked("\t") { $0 == "12" ? "[12]" : $0 }
        #expect(one.readings.value(of: Measures.known("requests.received.naturalPerson")) == nil)
        let shares = try Self.marked("\t") { $0 + "%" }
        #expect(shares.readings.value(of: Measures.known("requests.received.naturalPerson")) == nil)
    }
}
