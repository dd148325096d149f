import Foundation
import TestSupport
import Testing

/// Metrics on the command line.
@Suite struct QueryTests {
    private struct Answer: Decodable {
        struct Series: Decodable {
            var indicator: String
            var comparison: String
            var key: [String: String?]
            var points: [Point]
        }

        struct Point: Decodable {
            var year: Int
            var value: Double?
            var numerator: Decimal?
            var denominator: Decimal?
            var state: String
            var sources: [String]
        }

        var schema: String
        var series: [Series]
    }

    private static let zone = ProgramFiles.sample("real/平潭综合实验区")

    private func run(_ format: String, _ options: String...) -> String {
        let run = ProgramRunner.run(["query", Self.zone, "--format", format] + options)
        #expect(run.status == 0)
        return run.output
    }

    private func rows(_ options: String...) -> [[String]] {
        let text = ProgramRunner.run(["query", Self.zone, "--format", "csv"] + options).output
        return text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func theZonesSeries() {
        let rows = rows("--indicator", "requests-received,requests-resolved")
        #expect(
            rows[0] == [
                "indicator", "comparison", "year", "value", "unit", "numerator", "denominator", "filings", "state",
                "flags",
                "low", "high", "text",
            ])
        let values = { (indicator: String) in rows.filter { $0[0] == indicator }.map { $0[3] } }
        #expect(values("requests-received") == ["23", "21", "70", "74", "81", "218", "154"])
        #expect(values("requests-resolved") == ["23", "21", "69", "75", "81", "218", "148"])
        let years = (2019...2025).map { String($0) }
        #expect(rows.dropFirst().map { $0[2] } == years + years)
    }

    @Test func ratesCarryTheirFraction() throws {
        let rows = rows("--indicator", "disclosure-rate", "--years", "2025")
        #expect(rows.count == 2)
        #expect(Array(rows[1][5...7]) == ["71", "148", "1"])
        let rate = try #require(Double(rows[1][3]))
        #expect(abs(rate - 7100.0 / 148.0) < 1e-9)
    }

    @Test func theBreakBetweenFormsIsRefused() {
        let rows = rows("--indicator", "requests-received", "--compare", "year-over-year")
        let of = { (year: String) in rows.first { $0[2] == year }! }
        #expect(of("2021")[3] == "")
        #expect(of("2021")[8] == "break")
        #expect(["2020", "2022", "2025"].map { of($0)[3] } == ["-2", "4", "-64"])
        #expect(of("2019")[3] == "", "no year before")
    }

    /// In 2020 the parts do not add up to the total: a rate over them is in doubt.
    @Test func doubtfulFiguresGiveNoRate() {
        let rows = rows("--indicator", "disclosure-rate", "--years", "2020")
        #expect(Array(rows[1][3...8]) == ["", "%", "13", "21", "1", "doubtful"])
    }

    @Test func tableCSVAndJSONAgree() throws {
        let options = [
            "--indicator", "requests-received,disclosure-rate", "--by", "organ", "--compare", "level,year-over-year",
        ]
        let csv = ProgramRunner.run(["query", Self.zone, "--format", "csv"] + options).output
        let json = ProgramRunner.run(["query", Self.zone, "--format", "json"] + options).output
        let table = ProgramRunner.run(["query", Self.zone] + options).output
        let answer = try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
        #expect(answer.schema == "tongjian.metrics/1")
        let points = answer.series.flatMap { series in series.points.map { (series, $0) } }
        let rows = csv.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let lines = table.split(separator: "\n").dropFirst(2).prefix(points.count)
        try #require(points.count == 28)
        try #require(rows.count == 28)
        try #require(lines.count == 28)
        for ((series, point), (row, line)) in zip(points, zip(rows, lines)) {
            let head = [series.indicator, series.comparison, "平潭综合实验区", "平潭综合实验区", String(point.year)]
            #expect(Array(row.prefix(5)) == head)
            #expect(series.key == ["organ": "平潭综合实验区"])
            #expect(Double(row[5]) == point.value)
            #expect(row[10] == point.state)
            #expect(line.contains("平潭综合实验区") && line.contains(String(point.year)))
            if let numerator = point.numerator, let denominator = point.denominator {
                #expect(line.contains("\(numerator)÷\(denominator)"))
            }
            #expect(point.sources == ["\(point.year).txt"])
        }
    }

    @Test func legendsExplainEachMarkOnce() {
        let table = run("table", "--indicator", "disclosure-rate")
        #expect(table.contains("[q]") && table.contains("[low]"))
        let isDoubled = table.contains("[[")
        #expect(!isDoubled)
    }

    @Test func selectionsNarrow() {
        func years(_ options: [String]) -> [String] {
            let query = ["query", Self.zone, "--indicator", "requests-received", "--format", "csv"]
            let lines = ProgramRunner.run(query + options).output.split(whereSeparator: \.isNewline)
            return lines.dropFirst().map { String($0.split(separator: ",")[2]) }
        }
        #expect(years(["--years", "2021-2023"]) == ["2021", "2022", "2023"])
        #expect(years(["--years", "2019,2025"]) == ["2019", "2025"])
        #expect(years(["--where", "year>2023"]) == ["2024", "2025"])
        #expect(years(["--where", "form=2019"]) == ["2019", "2020"])
        #expect(years(["--where", "organ=平潭综合实验区,year!=2020"]).contains("2020") == false)
    }

    @Test func aNameThatMatchesNothingIsSaid() {
        let run = ProgramRunner.run("query", Self.zone, "--indicator", "requests-received", "--where", "district=松泉")
        #expect(run.status == 0 && run.errors.contains("没有报告符合条件“松泉”"))
    }

    @Test func englishIsEnglish() {
        let table = run("table", "--indicator", "requests-received", "--language", "en")
        #expect(table.contains("indicator") && table.contains("Requests received") || table.contains("requests"))
        #expect(!table.contains("新收"))
    }
}
