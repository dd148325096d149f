import Charting
import Filings
import TestSupport
import Testing

/// What charts say above themselves.
@Suite struct HeadlineTests {
    private func headline(_ definition: ChartDefinition, _ filings: [Filing], _ language: Language = .zh) -> String? {
        SmallCharts.chart(definition, filings, language: language)?.spec.titles.headline
    }

    private func counts(_ headline: String = "change") throws -> ChartDefinition {
        try SmallCharts.definition("indicators: [requests-received]", "headline: \(headline)")
    }

    // MARK: change

    @Test func aChangeOnTheYearBefore() throws {
        let filings = [SmallCharts.received(2023, 80), SmallCharts.received(2024, 100)]
        #expect(headline(try counts(), filings) == "2024 年新收申请量 100 件，比上年增长 25.0%")
        #expect(headline(try counts(), filings, .en) == "Requests received 100 in 2024, up 25.0% on last year")
        #expect(
            headline(try counts(), [SmallCharts.received(2023, 100), SmallCharts.received(2024, 90)])?.hasSuffix(
                "下降 10.0%") == true)
        #expect(
            headline(try counts(), [SmallCharts.received(2023, 90), SmallCharts.received(2024, 90)])?.hasSuffix("持平")
                == true)
    }

    @Test func noChangeWithoutAYearBefore() throws {
        #expect(headline(try counts(), [SmallCharts.received(2024, 100)]) == "2024 年新收申请量 100 件")
        #expect(
            headline(try counts(), [SmallCharts.received(2022, 7), SmallCharts.received(2024, 100)])
                == "2024 年新收申请量 100 件")
    }

    @Test func noChangeAcrossForms() throws {
        let filings = [SmallCharts.received(2020, 80), SmallCharts.received(2021, 100)]
        #expect(headline(try counts(), filings) == "2021 年新收申请量 100 件")
    }

    @Test func noPercentageFromZero() throws {
        let filings = [SmallCharts.received(2023, 0), SmallCharts.received(2024, 3)]
        #expect(headline(try counts(), filings) == "2024 年新收申请量 3 件，比上年由零增加 3 件")
    }

    @Test func ratesChangeInPoints() throws {
        let rate = try SmallCharts.definition("indicators: [disclosure-rate]")
        let filings = [SmallCharts.rate(2023, 40, of: 100), SmallCharts.rate(2024, 55, of: 100)]
        #expect(headline(rate, filings) == "2024 年公开率 55.0%，比上年提高 15.0 个百分点")
        #expect(headline(rate, filings, .en) == "Disclosure rate 55.0% in 2024, up 15.0 percentage points on last year")
    }

    @Test func theHeadlinesOwnIndicator() throws {
        let definition = try SmallCharts.definition(
            "indicators: [full-disclosure-rate, refusal-rate]", "headline: change\nheadline-indicator: disclosure-rate")
        #expect(headline(definition, [SmallCharts.rate(2024, 55, of: 100)]) == "2024 年公开率 55.0%")
    }

    @Test func aMissingFigureIsSaid() throws {
        let filing = FilingBuilder(2024).filing { $0.set("requests.received.total", state: .absent) }
        #expect(headline(try counts(), [SmallCharts.received(2023, 5), filing])?.contains("无数据") == true)
    }

    // MARK: lowest, largest, lowest since, filings

    private func districts(_ rates: [(String, Int, Int)], year: Int = 2024) -> [Filing] {
        rates.enumerated().map { index, entry in
            let place = SmallCharts.district(index + 1, entry.0)
            return SmallCharts.rate(year, entry.1, of: entry.2, organ: entry.0 + "教育局", district: place)
        }
    }

    private func lowest(_ kind: String = "lowest") throws -> ChartDefinition {
        try SmallCharts.definition("indicators: [disclosure-rate]\nby: [districtName]", "headline: \(kind)")
    }

    @Test func theLowestOfThoseWithEnoughCases() throws {
        let filings = districts([("甲区", 50, 100), ("乙区", 30, 100), ("丙区", 1, 29)])
        #expect(headline(try lowest(), filings) == "乙区公开率 30.0%，低于合并值 35.4%")
        let chart = try #require(SmallCharts.chart(try lowest(), filings))
        #expect(chart.table.facts.count { $0.isAlert } == 0, "within its interval: named, but no exception")
        #expect(chart.table.facts.count { $0.isSubject } == 1)
        let far = districts([("甲区", 50, 100), ("乙区", 10, 100), ("丙区", 1, 29)])
        #expect(SmallCharts.chart(try lowest(), far)?.table.facts.count { $0.isAlert } == 1)
    }

    // MARK: ties

    @Test func theLowestOfSeveralAlike() throws {
        let filings = districts([("甲区", 50, 100), ("乙区", 30, 100), ("丙区", 60, 200)])
        #expect(headline(try lowest(), filings) == "乙区、丙区公开率均为 30.0%，并列最低")
        #expect(headline(try lowest(), filings, .en) == "乙区 and 丙区: disclosure rate 30.0% each, the lowest")
        let alike = districts([("甲区", 30, 100), ("乙区", 30, 100)])
        #expect(headline(try lowest(), alike)?.contains("低") == false, "all alike: none is the lowest")
    }

    @Test func theMostOfSeveralAlike() throws {
        let filings = ["甲区", "乙区", "丙区", "丁区"].enumerated().map { index, name in
            SmallCharts.received(2024, 60, organ: name + "教育局", district: SmallCharts.district(index + 1, name))
        }
        let data = "indicators: [requests-received]\nby: [districtName]"
        let largest = try SmallCharts.definition(data, "headline: largest")
        #expect(headline(largest, filings) == "甲区、乙区等 4 个新收申请量各 60 件，并列最多")
        #expect(headline(largest, Array(filings.prefix(2)), .en) == "甲区 and 乙区: requests received 60 each, the most")
        let first = try SmallCharts.definition(
            data + "\ncompare: rank", mark: "{type: bump, color: series}", "headline: first")
        #expect(headline(first, Array(filings.prefix(2))) == "甲区、乙区新收申请量并列第 1 位")
    }

    /// A share of all is one of the same indicator: a rate in the next column is not added to it.
    @Test func theShareIsOfOneIndicator() throws {
        let filings = [("甲区", 30), ("乙区", 90)].enumerated().map { index, entry in
            SmallCharts.received(
                2024, entry.1, organ: entry.0 + "教育局", district: SmallCharts.district(index + 1, entry.0))
        }
        let table = try SmallCharts.definition(
            "indicators: [requests-received, carried-forward-rate]\nby: [districtName]", mark: "{type: table}",
            "headline: largest")
        #expect(headline(table, filings) == "乙区新收申请量 90 件，占合计 75.0%")
    }

    @Test func changesAlike() throws {
        let filings = [(2023, 10), (2024, 15)].flatMap { year, count in
            ["甲区", "乙区"].enumerated().map { index, name in
                SmallCharts.received(
                    year, count, organ: name + "教育局", district: SmallCharts.district(index + 1, name))
            }
        }
        let changed = try SmallCharts.definition(
            "indicators: [requests-received]\nby: [districtName]", "headline: most-changed")
        #expect(headline(changed, filings) == "甲区、乙区新收申请量比上年均变动 5 件")
    }

    /// Growth is in per cent, and a jump from next to nothing is none.
    @Test func theFastestOfThoseThatWereNotSmall() throws {
        let filings = [("甲区", 200, 250), ("乙区", 40, 60), ("丙区", 2, 20)].enumerated().flatMap { index, entry in
            [(2023, entry.1), (2024, entry.2)].map { year, count in
                SmallCharts.received(
                    year, count, organ: entry.0 + "教育局", district: SmallCharts.district(index + 1, entry.0))
            }
        }
        let fastest = try SmallCharts.definition(
            "indicators: [requests-received]\nby: [districtName]", "headline: fastest")
        #expect(headline(fastest, filings) == "乙区新收申请量比上年增长 50.0%")
        #expect(headline(fastest, filings, .en) == "乙区: requests received up 50.0% on last year")
    }

    /// Of divided bars the parts are added up to the rate that the headline speaks of.
    @Test func theLowestSumOfParts() throws {
        let definition = try SmallCharts.definition(
            "indicators: [full-disclosure-rate, refusal-rate]\nby: [districtName]",
            mark: "{type: bar, orientation: horizontal, stack: normalize, color: indicator}",
            "headline: lowest\nheadline-indicator: disclosure-rate")
        let filings = districts([("甲区", 50, 100), ("乙区", 30, 100), ("丙区", 1, 29)])
        #expect(headline(definition, filings) == "乙区公开率 30.0%，低于合并值 35.4%")
        #expect(SmallCharts.chart(definition, filings)?.table.facts.contains { $0.isAlert } == false)
    }

    @Test func noLowestOfOne() throws {
        let filings = districts([("甲区", 50, 100), ("丙区", 1, 29)])
        #expect(headline(try lowest(), filings)?.contains("低于") == false)
    }

    @Test func theLargestAndItsShare() throws {
        let filings = [("甲区", 30), ("乙区", 60), ("丙区", 10)].enumerated().map { index, entry in
            SmallCharts.received(
                2024, entry.1, organ: entry.0 + "教育局", district: SmallCharts.district(index + 1, entry.0))
        }
        let data = "indicators: [requests-received]\nby: [districtName]"
        #expect(headline(try SmallCharts.definition(data, "headline: largest"), filings) == "乙区新收申请量 60 件，占合计 60.0%")
        let top = try SmallCharts.definition(data + "\ntop: 2", "headline: largest")
        #expect(headline(top, filings) == "乙区新收申请量 60 件，为所列最多", "of those left out nothing is known")
    }

    @Test func theLowestSinceTheFormBegan() throws {
        let filings = [2021: 60, 2022: 55, 2023: 50, 2024: 40].flatMap {
            districts([("甲区", $1, 100), ("乙区", 50, 100)], year: $0)
        }
        #expect(headline(try lowest("lowest-since"), filings) == "甲区公开率 40.0%，为 2021 年以来最低")
    }

    @Test func filingsAreCountedAndGapsToo() throws {
        let definition = try SmallCharts.definition(
            "indicators: [requests-received]\nby: [organ]", mark: "{type: cell, color: value}", "headline: filings")
        let filings =
            [2021, 2023, 2024].map { SmallCharts.received($0, 5) } + [SmallCharts.received(2024, 5, organ: "测试区卫生健康局")]
        #expect(headline(definition, filings) == "2024 年 2 个机关有报告，历年缺 1 份")
    }

    @Test func ofSeveralYearsTheOneThatIsMeantIsNamed() throws {
        let definition = try SmallCharts.definition(
            "indicators: [full-disclosure-rate, refusal-rate]", mark: "{type: bar, color: indicator}",
            "headline: greatest")
        let filings = [SmallCharts.rate(2023, 40, of: 100), SmallCharts.rate(2024, 55, of: 100)]
        #expect(headline(definition, filings)?.hasPrefix("2024 年") == true)
        #expect(headline(definition, [filings[1]])?.contains("2024") == false)
    }

    /// A headline never says more than its chart: no adjective, no cause.
    @Test func noJudgement() throws {
        let filings = [SmallCharts.received(2023, 10), SmallCharts.received(2024, 1_000)]
        let text = try #require(headline(try counts(), filings))
        for word in ["大幅", "显著", "由于", "因为", "较好", "明显"] { #expect(!text.contains(word)) }
    }
}
