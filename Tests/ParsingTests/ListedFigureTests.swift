import Filings
import Testing

@testable import Parsing

/// The form's tables as lists, and table three in pieces or with its lines as columns.
@Suite struct ListedFigureTests {
    private static let form = AllForms.form(.form2021)
    private static let columns = ApplicantColumn.allCases.map(\.label)
    private static let outcomes = ReviewColumn.allCases.map(\.label)
    private static let lines = form.tableThree.map { line in
        (line.group.map { "\($0.heading)：" } ?? "") + line.label
    }
    /// A row for each line of table three that adds up.
    private static let requests = lines.indices.map { [$0 + 1, $0 % 3, 0, 0, 2, 1, $0 + 4 + $0 % 3].map(String.init) }
    private static let reviews = [[5, 1, 0, 2, 8], [0, 0, 3, 0, 3], [1, 0, 0, 0, 1]].map { $0.map(String.init) }

    private static func expectRequests(_ tables: String) throws {
        let filing = try UnusualTableTests.read("三、收到和处理政府信息公开申请情况\n" + tables)
        for (line, row) in zip(form.tableThree, requests) {
            for (measure, figure) in zip(line.measures, row) {
                #expect(filing.readings.value(of: measure)?.description == figure, "\(measure)")
            }
        }
    }

    /// Each name and its figure behind a label.
    private static func named(_ label: String, _ names: [String], _ figures: [String], by separator: String) -> String {
        label + "：" + zip(names, figures).map { "\($0)：\($1)" }.joined(separator: separator)
    }

    @Test(arguments: ["；", "，", ";", "、", "  "]) func figuresBehindTheirColumns(_ separator: String) throws {
        try Self.expectRequests(
            zip(Self.lines, Self.requests).map { Self.named($0, Self.columns, $1, by: separator) + "\n" }.joined())
    }

    @Test(arguments: ["\n    ", "\n  - ", "\n\n· "]) func aLineForEachFigure(_ mark: String) throws {
        try Self.expectRequests(
            zip(Self.lines, Self.requests).map { line, row in
                line + zip(Self.columns, row).map { "\(mark)\($0)：\($1)" }.joined() + "\n"
            }.joined())
    }

    @Test(arguments: ["、", "，", ",", "；"]) func figuresInTheFormsOrder(_ separator: String) throws {
        try Self.expectRequests(
            zip(Self.lines, Self.requests).map { $0 + "：" + $1.joined(separator: separator) + "\n" }.joined())
    }

    @Test func linesOfTablesTwoAndFour() throws {
        let blocks = ["行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
        let filing = try UnusualTableTests.read(
            """
            二、主动公开政府信息情况
            规章：本年制发件数：1；本年废止件数：0；现行有效件数：2
            行政规范性文件
            本年制发件数：3
            本年废止件数：4
            现行有效件数：57
            第二十条第（五）项 / 行政许可\t本年处理决定数量\t6
            行政事业性收费：本年收费金额（单位：万元）：1.25
            四、政府信息公开行政复议、行政诉讼情况

            """ + zip(blocks, Self.reviews).map { Self.named($0, Self.outcomes, $1, by: "；") + "\n" }.joined())
        let proactive = [
            "regulations.issued": "1", "regulations.repealed": "0", "regulations.inForce": "2",
            "normativeDocuments.issued": "3", "normativeDocuments.repealed": "4", "normativeDocuments.inForce": "57",
            "licensing.decisions": "6", "fees.amount": "1.25",
        ]
        for (key, figure) in proactive {
            #expect(filing.readings.value(of: Measures.known("proactive." + key))?.description == figure, "\(key)")
        }
        let found = Self.form.tableFour.map { block in
            block.measures.map { filing.readings.value(of: $0)?.description }
        }
        #expect(found == Self.reviews)
    }

    @Test func aFigureOfAListKnowsItsPlace() throws {
        let rows = zip(Self.lines, Self.requests).map { Self.named($0, Self.columns, $1, by: "；") }
        let filing = try UnusualTableTests.read("三、收到和处理政府信息公开申请情况\n" + rows.joined(separator: "\n"))
        let reading = filing.readings[Self.form.tableThree[0].measures[6]]
        // Behind 一、本年新收政府信息公开申请数量：自然人：1；商业企业：0；…；总计：
        #expect(reading.text == "4")
        #expect(reading.place == Place(line: 7, column: 64))
    }

    @Test(arguments: [[1, 1, 1, 1, 1, 1, 1], [4, 3], [1, 5, 1]]) func tableThreeInPieces(_ widths: [Int]) throws {
        var start = 0
        var pieces = ""
        for width in widths {
            let part = start..<(start + width)
            pieces += "项目\t" + Self.columns[part].joined(separator: "\t") + "\n"
            pieces += zip(Self.lines, Self.requests).map { line, row in
                line + "\t" + row[part].joined(separator: "\t") + "\n"
            }.joined()
            pieces += "\n（续表）\n\n"
            start += width
        }
        try Self.expectRequests(pieces)
    }

    @Test func aPieceThatLacksALineIsNotJoined() throws {
        let pieces = Self.columns.enumerated().map { column, name in
            "申请人：\(name)\n"
                + zip(Self.lines, Self.requests).dropFirst(column == 3 ? 1 : 0).map { "\($0)\t\($1[column])\n" }
                .joined()
        }
        let filing = try UnusualTableTests.read("三、收到和处理政府信息公开申请情况\n" + pieces.joined(separator: "\n"))
        for measure in Self.form.tableThree.flatMap(\.measures) { #expect(filing.readings.value(of: measure) == nil) }
    }

    @Test func linesAsColumns() throws {
        let rows = Self.columns.indices.map { column in
            ([Self.columns[column]] + Self.requests.map { $0[column] }).joined(separator: "\t") + "\n"
        }
        try Self.expectRequests("申请人\t" + Self.lines.joined(separator: "\t") + "\n" + rows.joined())
    }

    @Test func aSentenceIsNoList() throws {
        let filing = try UnusualTableTests.read("三、收到和处理政府信息公开申请情况\n本年新收申请中自然人12件，其他3件，总计15件。\n")
        #expect(filing.readings.value(of: Self.form.tableThree[0].measures[0]) == nil)
    }

    /// Table three that balances, a row for each line.
    private static let balanced: [[Int]] = form.tableThree.map { line in
        switch line.key {
        case "received": [12, 3, 0, 0, 1, 2, 18]
        case "carriedOver": [1, 0, 0, 0, 0, 0, 1]
        case "granted": [8, 2, 0, 0, 1, 1, 12]
        case "refused.stateSecret": [3, 1, 0, 0, 0, 1, 5]
        case "resolved": [11, 3, 0, 0, 1, 2, 17]
        case "carriedForward": [2, 0, 0, 0, 0, 0, 2]
        default: [0, 0, 0, 0, 0, 0, 0]
        }
    }

    private static func values(_ rows: [String], headings: String = "") throws -> [[String?]] {
        let filing = try UnusualTableTests.read(
            "三、收到和处理政府信息公开申请情况\n" + headings + rows.joined(separator: "\n") + "\n")
        return form.tableThree.map { line in line.measures.map { filing.readings.value(of: $0)?.description } }
    }

    /// The form's identities prove which row is which line; figures that do not balance stay open.
    @Test(arguments: ["\t", " "]) func linesWithoutLabels(_ separator: String) throws {
        func rows(_ row: ([String]) -> [String]) -> [String] {
            Self.balanced.map { row($0.map(String.init)).joined(separator: separator) }
        }
        let expected = Self.balanced.map { $0.map { String($0) as String? } }
        #expect(try Self.values(rows { $0 }) == expected)
        #expect(try Self.values(rows { $0.map { $0 == "0" ? "/" : $0 } }) == expected)
        #expect(try Self.values(rows { ["1."] + $0 }) == expected)
        let subtotals = rows { row in
            let organisations = row[1..<6].compactMap { Int($0) }.reduce(0, +)
            return Array(row[..<6]) + [String(organisations), row[6]]
        }
        #expect(try Self.values(subtotals) == expected)
        #expect(try Self.values(rows { $0 }.dropLast()).allSatisfy { $0.allSatisfy { $0 == nil } })
        #expect(try Self.values(rows { $0 }.reversed()).allSatisfy { $0.allSatisfy { $0 == nil } })
        let zeros = rows { $0.map { _ in "0" } }
        #expect(try Self.values(zeros).allSatisfy { $0.allSatisfy { $0 == nil } })
        let headings = Self.columns.joined(separator: separator) + "\n"
        #expect(try Self.values(zeros, headings: headings).allSatisfy { $0.allSatisfy { $0 == "0" } })
    }

    @Test func anEmptyFormAboveTheFilledOne() throws {
        let empty = Self.lines.map { $0 + String(repeating: "\t", count: 7) + "\n" }.joined()
        let filled = zip(Self.lines, Self.requests).map { $0 + "\t" + $1.joined(separator: "\t") + "\n" }.joined()
        try Self.expectRequests(empty + "以上为空表样式。\n" + filled)
    }
}
