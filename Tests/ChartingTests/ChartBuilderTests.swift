import ChartGrammar
import Charting
import FilingTable
import Filings
import TestSupport
import Testing

/// Which series, in which order, with which words.
@Suite struct ChartBuilderTests {
    private let names = ["甲区", "乙区", "丙区", "丁区"]
    private func filings(_ counts: [Int], years: [Int] = [2024]) -> [Filing] {
        years.flatMap { year in
            zip(names, counts).enumerated().map { index, entry in
                SmallCharts.received(
                    year, entry.1, organ: entry.0 + "教育局", district: SmallCharts.district(index + 1, entry.0))
            }
        }
    }

    private func groups(_ chart: DrawableChart?) -> [String] {
        (chart?.table.column("group") ?? []).map(\.text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    @Test func theLargestFirstAndOnlyTheTop() throws {
        let data = "indicators: [requests-received]\nby: [districtName]\nyears: latest"
        let bars = "{type: bar, orientation: horizontal}"
        let all = SmallCharts.chart(try SmallCharts.definition(data, mark: bars), filings([3, 9, 1, 5]))
        #expect(groups(all) == ["乙区", "丁区", "甲区", "丙区"])
        let top = try #require(
            SmallCharts.chart(try SmallCharts.definition(data + "\ntop: 2", mark: bars), filings([3, 9, 1, 5])))
        #expect(groups(top) == ["乙区", "丁区"])
        #expect(top.spec.titles.notes.contains("按最近年度的数值排列，另有 2 个未列出。"))
        let given = SmallCharts.chart(
            try SmallCharts.definition(data + "\norder: given", mark: bars), filings([3, 9, 1, 5]))
        #expect(Set(groups(given)) == Set(names) && groups(given) != groups(all))
    }

    @Test func equalValuesKeepOneOrder() throws {
        let definition = try SmallCharts.definition(
            "indicators: [requests-received]\nby: [districtName]\nyears: latest")
        let forward = groups(SmallCharts.chart(definition, filings([5, 5, 5, 5])))
        let backward = groups(SmallCharts.chart(definition, filings([5, 5, 5, 5]).reversed()))
        #expect(forward == backward && forward.count == 4)
    }

    @Test func yearsAreThoseAsked() throws {
        let filings = filings([3, 9, 1, 5], years: Array(2019...2024))
        func years(_ kind: String) throws -> Set<String> {
            let definition = try SmallCharts.definition(
                "indicators: [requests-received]\nby: [districtName]\nyears: \(kind)")
            return Set((SmallCharts.chart(definition, filings)?.table.column("year") ?? []).map(\.text))
        }
        #expect(try years("all") == ["2019", "2020", "2021", "2022", "2023", "2024"])
        #expect(try years("latest") == ["2024"])
        #expect(try years("latest-two") == ["2023", "2024"])
        let narrow = SmallCharts.chart(
            try SmallCharts.definition("indicators: [requests-received]"), filings,
            years: try YearSelection(parsing: "2021-2023"))
        #expect(narrow?.spec.titles.subtitle.contains("2021—2023 年") == true)
    }

    @Test func theBreakLiesBetweenTheForms() throws {
        let definition = try SmallCharts.definition("indicators: [requests-received]")
        let chart = try #require(SmallCharts.chart(definition, filings([3, 9, 1, 5], years: Array(2019...2022))))
        #expect(chart.spec.breaks == [FormBreak(after: 2020, label: "2021 年启用新表式")])
        #expect(chart.spec.titles.notes.contains { $0.contains("2020 与 2021 年之间不连线、不计算增减") })
        let later = try #require(SmallCharts.chart(definition, filings([3, 9, 1, 5], years: [2021, 2022])))
        #expect(later.spec.breaks.isEmpty && !later.spec.titles.notes.contains { $0.contains("新表式") })
    }

    @Test func subtitleNotesAndSource() throws {
        let definition = try SmallCharts.definition(
            "indicators: [disclosure-rate]\nscope: subject", "headline: change\nnotes:\n  - {zh: 口径一。, en: Note one.}")
        let filings = [SmallCharts.rate(2023, 40, of: 100), SmallCharts.rate(2024, 55, of: 100)]
        let chinese = try #require(SmallCharts.chart(definition, filings)).spec.titles
        #expect(chinese.subtitle == "测试区教育局图题，2023—2024 年（%）")
        #expect(chinese.notes == ["口径一。", "含虚构地区（代码 9 开头），数值仅作示例。"])
        #expect(chinese.source == "各机关政府信息公开工作年度报告（2023—2024），表三。")
        let english = try #require(SmallCharts.chart(definition, filings, language: .en)).spec
        #expect(english.titles.subtitle == "测试区教育局: Chart title, 2023–2024 (%)")
        #expect(english.titles.source == "Annual reports on information disclosure (2023–2024), table three.")
        #expect(english.language == .en)
    }

    @Test func factsOfTheProseNameTheirSource() throws {
        let filing = FilingBuilder(2024).filing { $0.state("published.wechat", "126") }
        let chart = try #require(
            SmallCharts.chart(try SmallCharts.definition("indicators: [wechat-items-published]"), [filing]))
        #expect(chart.spec.titles.source.contains("正文"))
        #expect(chart.table.column("value") == [.number(126)])
    }

    @Test func dataRowsSayWhatIsDrawn() throws {
        let definition = try SmallCharts.definition("indicators: [disclosure-rate]\nby: [organ]")
        let filings = [SmallCharts.rate(2023, 71, of: 148), SmallCharts.rate(2024, 1, of: 4)]
        let chart = try #require(SmallCharts.chart(definition, filings))
        #expect(
            chart.data == [
                ["分组", "年度", "指标", "数值", "分子", "分母", "报告数", "标记"],
                ["测试区教育局", "2023", "公开率", "48.0%", "71", "148", "1", ""],
                ["测试区教育局", "2024", "公开率", "25.0%", "1", "4", "1", "[小]"],
            ])
        #expect(chart.alternative.contains("2023 48.0%，2024 25.0%"))
        #expect(chart.spec.alternative?.description == chart.alternative)
    }

    @Test func thePooledLineIsPooledAndNotTheMeanOfRates() throws {
        let definition = try SmallCharts.definition(
            "indicators: [disclosure-rate]\nby: [districtName]\nyears: latest",
            mark: "{type: point, orientation: horizontal, reference: pooled}", "headline: lowest")
        let filings = [
            SmallCharts.rate(2024, 90, of: 100, organ: "甲区教育局", district: SmallCharts.district(1, "甲区")),
            SmallCharts.rate(2024, 30, of: 300, organ: "乙区教育局", district: SmallCharts.district(2, "乙区")),
        ]
        let chart = try #require(SmallCharts.chart(definition, filings))
        #expect(chart.spec.reference == ReferenceLine(value: 30, label: "合并 30.0%"))
    }

    @Test func wholeAreasAreNotAddedToTheirParts() throws {
        let parts = [3, 4].enumerated().map { index, count in
            SmallCharts.received(
                2024, count, organ: names[index] + "教育局", district: SmallCharts.district(index + 1, names[index]))
        }
        var whole = FilingBuilder(2024, organ: "测试市人民政府", district: Places.prefecture, coverage: .wholeArea).filing
        whole.readings[Measures.known("requests.received.total")] = Reading(
            .reported, value: ExactDecimal("7")!, text: "7")
        let chart = try #require(
            SmallCharts.chart(try SmallCharts.definition("indicators: [requests-received]"), parts + [whole]))
        #expect(chart.table.column("value") == [.number(7)])
    }

    @Test func outcomesAddUpUnderTheirBracket() throws {
        let definition = try SmallCharts.definition(
            "indicators: [full-disclosure-rate, partial-disclosure-rate, refusal-rate]",
            mark: "{type: bar, stack: normalize, color: indicator, palette: outcomes}",
            "headline: change\nheadline-indicator: disclosure-rate")
        let chart = try #require(
            SmallCharts.chart(definition, [SmallCharts.rate(2023, 20, of: 50), SmallCharts.rate(2024, 30, of: 50)]))
        #expect(chart.spec.bracket == Bracket(series: ["予以公开率", "部分公开率"], label: "公开率", value: "60.0%"))
        #expect(chart.spec.series.map(\.role) == [.outcome(0), .outcome(1), .outcome(2)])
    }
}
