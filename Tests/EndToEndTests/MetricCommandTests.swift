import Foundation
import TestSupport
import Testing

/// Compare, trend, trace, and the choices of query, as a person runs them.
@Suite struct MetricCommandTests {
    private static let zone = ProgramFiles.sample("real/平潭综合实验区")
    /// With the project file that knows the invented districts.
    private static let city = ProgramFiles.samples

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let run = ProgramRunner.run(arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test func traceLeadsBackToTheCharacters() throws {
        let run = ProgramRunner.run("trace", Self.zone, "--indicator", "disclosure-rate", "--years", "2025")
        #expect(run.status == 0)
        #expect(
            run.output.contains("(requests.granted.total + requests.partiallyGranted.total) / requests.resolved.total"))
        #expect(run.output.contains("71÷148"))
        let trace = try json(["trace", Self.zone, "--indicator", "disclosure-rate", "--years", "2025"])
        let points = try #require(trace["points"] as? [[String: Any]])
        let filings = try #require(points.first?["filings"] as? [[String: Any]])
        let cells = try #require(filings.first?["cells"] as? [[String: Any]])
        #expect(cells.count == 3)
        let lines = try String(contentsOfFile: Self.zone + "/2025.txt", encoding: .utf8).components(separatedBy: "\n")
        for cell in cells {
            let (line, column) = (try #require(cell["line"] as? Int), try #require(cell["column"] as? Int))
            let text = try #require(cell["text"] as? String)
            let rest = lines[line - 1].dropFirst(column - 1)
            #expect(rest.hasPrefix(text) && Int(text) == cell["value"] as? Int, "\(cell)")
        }
    }

    @Test func traceSaysWhatWasLeftOut() {
        let run = ProgramRunner.run(
            "trace", Self.city, "--indicator", "requests-received", "--years", "2024", "--where", "city=云溪市")
        #expect(run.status == 0 && run.output.contains("未计入") && run.output.contains("汇总报告"))
    }

    @Test func trendMarksTheBreakAndTheDoubtfulYear() {
        let run = ProgramRunner.run(
            "trend", Self.zone, "--of", "平潭综合实验区", "--indicator", "requests-received,disclosure-rate")
        #expect(run.status == 0)
        #expect(run.output.contains("2021[b]") && run.output.contains("[b] 表式变化"))
        #expect(run.output.contains("每年 +23.83（2021—2025年，p = 0.083）"))
        let rate = run.output.split(separator: "\n").first { $0.hasPrefix("公开率") }
        #expect(rate?.contains("[q]") == true && rate?.contains("48.0%") == true)
    }

    @Test func compareSaysWhatIsComparable() throws {
        let answer = try json([
            "compare", Self.city, "--of", "松泉区,石桥县", "--indicator",
            "disclosure-rate,wechat-items-published,dispute-rate",
        ])
        let rows = try #require(answer["rows"] as? [[String: Any]])
        let rate = try #require(rows.first { $0["indicator"] as? String == "disclosure-rate" })
        #expect(rate["comparable"] as? Bool == true)
        let values = try #require(rate["values"] as? [[String: Any]])
        #expect(values.count == 2 && values.allSatisfy { ($0["denominator"] as? Int ?? 0) > 30 })
        let prose = rows.first { $0["indicator"] as? String == "wechat-items-published" }
        #expect(prose?["comparable"] as? Bool == false)
    }

    @Test func differentFunctionsCompareNoCounts() {
        let run = ProgramRunner.run(
            "compare", Self.city, "--of", "松泉区教育局,松泉区卫生健康局", "--indicator", "licensing-decisions,disclosure-rate",
            "--language", "en")
        #expect(run.status == 0 && run.output.contains("functions differ: compare no counts"))
    }

    @Test func subjectsMustExistAndBeOne() {
        let unknown = ProgramRunner.run("compare", Self.city, "--of", "松泉曲,石桥县")
        #expect(unknown.status == 64 && unknown.errors.contains("松泉区"))
        #expect(ProgramRunner.run("compare", Self.city, "--of", "松泉区").status == 64)
        #expect(ProgramRunner.run("trend", Self.city, "--of", "松泉区,石桥县").status == 64)
    }

    @Test func ownIndicatorsAreComputedListedAndExplained() {
        let folder = ProgramFolder()
        let file = folder.write(
            """
            indicators:
              - id: not-disclosed
                name: {zh: 未公开率, en: share not disclosed}
                formula: (requests.refused.*.total + requests.unavailable.*.total) / requests.resolved.total
            """, to: "own.yml")
        let query = ProgramRunner.run(
            "query", Self.zone, "--indicators", file, "--indicator", "not-disclosed", "--years", "2025")
        #expect(query.status == 0 && query.output.contains("未公开率") && query.output.contains("64÷148"))
        #expect(ProgramRunner.run("list", "indicators", "--indicators", file).output.contains("not-disclosed"))
        #expect(
            ProgramRunner.run("explain", "not-disclosed", "--indicators", file).output.contains(
                "requests.unavailable.*.total"))
        let wrong = folder.write(
            "indicators:\n  - id: x\n    name: {zh: a, en: b}\n    formula: requests.recieved.total\n", to: "wrong.yml")
        let run = ProgramRunner.run("query", Self.zone, "--indicators", wrong, "--indicator", "x", "--language", "en")
        #expect(
            run.status == 2 && run.errors.contains("wrong.yml:4:14:")
                && run.errors.contains("'requests.received.total'"))
    }

    @Test func choicesArePrinted() {
        let run = ProgramRunner.run(
            "query", Self.city, "--indicator", "disclosure-rate", "--by", "organ", "--geography", "constant-panel",
            "--where", "city=云溪市", "--minimum-shown", "10", "--minimum-ranked", "30,disclosure-rate=60")
        #expect(run.output.contains("只计各年均有报告的机关") && run.output.contains("显示 10，排序 60"))
        let base = ProgramRunner.run(
            "query", Self.zone, "--indicator", "requests-received", "--compare", "index-to-base")
        #expect(base.output.contains("基年 2021") && base.output.contains("[b]"))
        let wrong = ProgramRunner.run(
            "query", Self.zone, "--indicator", "requests-received", "--minimum-ranked", "x,no=3", "--peers", "level")
        #expect(wrong.status == 64 && wrong.messages.count == 2)
        #expect(
            ProgramRunner.run("query", Self.zone, "--indicator", "requests-received", "--peers", "levl").errors
                .contains("level"))
    }

    /// 北渡区 was joined to 白渡区 in 2023.
    @Test func joinedDistrictsArePooledOnCurrentBoundaries() {
        func lines(_ geography: String) -> [String] {
            let run = ProgramRunner.run(
                "query", Self.city, "--indicator", "requests-received", "--by", "districtName", "--where", "city=云溪市",
                "--years",
                "2022", "--geography", geography)
            return run.output.split(separator: "\n").map(String.init)
        }
        let reported = lines("as-reported")
        let current = lines("current")
        #expect(reported.contains { $0.hasPrefix("北渡区") } && !current.contains { $0.hasPrefix("北渡区") })
        #expect(current.first { $0.hasPrefix("白渡区") }?.contains("[m]") == true)
        #expect(current.contains { $0.contains("按现行区划") })
    }

    @Test func residentsGiveRequestsPerTenThousand() {
        let folder = ProgramFolder()
        let file = folder.write(
            "population:\n  - {district: \"350128\", year: 2025, residents: 440000, source: 平潭统计公报}\n",
            to: "residents.yml")
        let query = [
            "query", Self.city, "--indicator", "requests-per-10k", "--years", "2025", "--where", "area=平潭综合实验区",
        ]
        let with = ProgramRunner.run(query + ["--population", file])
        let without = ProgramRunner.run(query)
        #expect(with.output.contains("3.50") && with.output.contains("人口来源：平潭统计公报"), "\(with.output)")
        #expect(without.output.contains("[x]") && without.output.contains("未提供所需的外部数据"))
    }

    @Test func everyComparisonOfEveryIndicatorIsWrittenInEveryFormat() {
        for format in ["table", "csv", "json", "markdown"] {
            let run = ProgramRunner.run(
                "query", Self.zone, "--indicator", "all", "--compare", "all", "--years", "2021,2025", "--format", format
            )
            #expect(run.status == 0 && run.errors.isEmpty)
            #expect(run.output.contains("公开率") || run.output.contains("disclosure-rate"))
            #expect(!run.output.contains("nan") && !run.output.contains("inf,"), "\(format)")
        }
    }

    @Test func markdownIsATable() {
        let lines = ProgramRunner.run("query", Self.zone, "--indicator", "requests-received", "--format", "markdown")
            .output
            .split(separator: "\n").filter { $0.hasPrefix("|") }
        let columns = Set(lines.map { $0.count { $0 == "|" } })
        #expect(lines.count == 9 && columns.count == 1 && lines[1].contains("---:"))
    }

    @Test func cellsThatSpreadsheetsWouldRunAreGuarded() {
        let text = ProgramRunner.run(
            "query", Self.zone, "--indicator", "requests-received", "--compare", "year-over-year", "--format", "csv"
        ).output
        #expect(text.contains(",'+137") && text.contains(",137,"))
    }

    /// Columns of a table with Chinese text begin in the same cell of the terminal in every line.
    @Test func chineseTablesAreAligned() {
        let lines = ProgramRunner.run(
            "query", Self.city, "--indicator", "requests-received,penalty-decisions", "--by", "organ", "--years", "2024"
        )
        .output.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        func width(_ text: Substring) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } }
        let ends = lines.dropFirst(2).map { line in line.range(of: "2024").map { width(line[..<$0.lowerBound]) } ?? -1 }
        #expect(ends.count > 30 && Set(ends).count == 1, "\(Set(ends))")
    }
}
