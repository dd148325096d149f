import ChartGrammar
import Charting
import Filings
import TestSupport
import Testing

/// Gaps are told apart from zeros, and from each other.
@Suite struct ChartStateTests {
    private func cells(_ indicator: String, by: String = "organ") throws -> ChartDefinition {
        try SmallCharts.definition(
            "indicators: [\(indicator)]\nby: [\(by)]", mark: "{type: cell, color: value, classes: [50]}")
    }

    @Test func aMissingYearIsMissingAndAZeroIsZero() throws {
        let filings = [SmallCharts.received(2022, 0), SmallCharts.received(2024, 5)]
        let chart = try #require(SmallCharts.chart(try cells("requests-received"), filings))
        #expect(chart.states == ["测试区教育局 2022 zero", "测试区教育局 2023 missing", "测试区教育局 2024 ordinary"])
        #expect(chart.table.column("value") == [.number(0), .null, .number(5)])
    }

    @Test func noRequestsIsNoRate() throws {
        let chart = try #require(
            SmallCharts.chart(
                try cells("disclosure-rate"), [SmallCharts.rate(2023, 0, of: 0), SmallCharts.rate(2024, 40, of: 80)]))
        #expect(chart.states == ["测试区教育局 2023 noRequests", "测试区教育局 2024 ordinary"])
        #expect(chart.table.column("value") == [.null, .number(50)])
        #expect(chart.data[1][3] == "—" || chart.data[1][3] == "无申请")
    }

    @Test func fewCasesAreMarkedAndDrawn() throws {
        let chart = try #require(SmallCharts.chart(try cells("disclosure-rate"), [SmallCharts.rate(2024, 1, of: 4)]))
        #expect(chart.table.facts[0].state == .smallDenominator && chart.table.facts[0].n == 4)
        #expect(chart.table.column("value") == [.number(25)])
        #expect(chart.spec.smallDenominator == 30)
    }

    @Test func aFailedSumGivesNoRateButItsCountsStand() throws {
        let filing = FilingBuilder(2024).filing { builder in
            builder.receive(100)
            builder.set("requests.granted.total", "90")
        }
        let rate = try #require(SmallCharts.chart(try cells("disclosure-rate"), [filing]))
        #expect(rate.table.facts[0].state == .doubtful && rate.table.column("value") == [.null])
        let count = try #require(SmallCharts.chart(try cells("requests-received"), [filing]))
        #expect(count.table.column("value") == [.number(100)])
    }

    @Test func derivedAndMarksForNothing() throws {
        let derived = FilingBuilder(2023).filing { builder in
            builder.receive(7)
            builder.set("requests.received.total", state: .blank)
            builder.derive("requests.received.total", "7")
        }
        let slash = FilingBuilder(2024).filing { $0.set("requests.received.total", state: .nilMark) }
        let chart = try #require(SmallCharts.chart(try cells("requests-received"), [derived, slash]))
        #expect(chart.states == ["测试区教育局 2023 derived", "测试区教育局 2024 assumedZero"])
        #expect(chart.table.column("value") == [.number(7), .number(0)])
    }

    @Test func whatTheFormDoesNotAsk() throws {
        let chart = try #require(
            SmallCharts.chart(
                try cells("normative-documents-in-force"),
                [SmallCharts.received(2020, 1), SmallCharts.received(2021, 1)]))
        #expect(chart.states[0] == "测试区教育局 2020 notAsked")
    }

    /// 乙区 ends in 2022 and joins 甲区: afterwards it is not missing but not there.
    @Test func aMergedDistrictIsNoGap() throws {
        let old = SmallCharts.district(6, "乙区", last: 2022)
        let new = SmallCharts.district(9, "丙区", first: 2023)
        let filings =
            (2021...2024).map { SmallCharts.received($0, 5, organ: "甲区教育局", district: SmallCharts.district(1, "甲区")) }
            + (2021...2022).map { SmallCharts.received($0, 3, organ: "乙区教育局", district: old) }
            + (2023...2024).map { SmallCharts.received($0, 4, organ: "丙区教育局", district: new) }
        let chart = try #require(SmallCharts.chart(try cells("requests-received", by: "districtName"), filings))
        let states = Set(chart.states)
        #expect(states.isSuperset(of: ["乙区 2023 notEstablished", "乙区 2024 notEstablished"]))
        #expect(states.isSuperset(of: ["丙区 2021 notEstablished", "丙区 2022 notEstablished", "丙区 2023 ordinary"]))
    }

    @Test func intervalsBelongToRates() throws {
        let rate = try #require(SmallCharts.chart(try cells("disclosure-rate"), [SmallCharts.rate(2024, 71, of: 148)]))
        let interval = try #require(rate.table.facts[0].interval)
        #expect(
            abs(interval.lowerBound - 40.07) < 0.05 && abs(interval.upperBound - 55.97) < 0.05,
            "Wilson 95 %: \(interval)")
        let count = try #require(SmallCharts.chart(try cells("requests-received"), [SmallCharts.received(2024, 7)]))
        #expect(count.table.facts[0].interval == nil && count.table.facts[0].n == nil)
    }

    @Test func nothingToShowIsNoChart() throws {
        let definition = try SmallCharts.definition("indicators: [requests-received]\nwhere: year=1999")
        #expect(SmallCharts.chart(definition, [SmallCharts.received(2024, 7)]) == nil)
    }
}
