import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

/// Indicators that rest on what stands outside filings: residents, dates, the register.
@Suite struct OrganIndicatorTests {
    private func value(_ indicator: Indicator, _ filings: [ExampleFiling], by: [Dimension] = []) -> Value {
        MetricQuery([indicator], by: by).run(on: filings.table, register: filings.register)[0].points[0].value
    }

    @Test func residentsCountOnceAnArea() {
        let filings = [
            ExampleFiling.requests(2024, "30", organ: "甲区教育局", district: "410311").with(population: 600_000),
            .requests(2024, "20", organ: "甲区民政局", district: "410311").with(population: 600_000),
            .requests(2024, "10", organ: "乙区教育局", district: "410304").with(population: 200_000),
        ]
        #expect(value(.requestsPerTenThousand, filings).number == 0.75)
        // The city's own residents hold those of its districts.
        let city = ExampleFiling.requests(2024, "40", organ: "某市民政局", district: "410300").with(population: 7_000_000)
        #expect(value(.requestsPerTenThousand, filings + [city]).denominator == ExactDecimal(7_000_000))
    }

    @Test func residentsHaveNoMinimum() {
        let value = value(.requestsPerTenThousand, [ExampleFiling.requests(2024, "1").with(population: 4)])
        #expect(value.number == 2500 && value.state == .ordinary)
    }

    @Test func withoutDataFromOutsideThereIsAReason() {
        let filings = [ExampleFiling.requests(2024, "30")]
        for indicator in [Indicator.requestsPerTenThousand, .onTimeRate, .filingRate] {
            let value = value(indicator, filings)
            #expect(value.reason == .cell(.notSupplied) && value.state == .missing, "\(indicator.id)")
        }
    }

    @Test func theRegisterIsGroupedLikeFilings() {
        let expected = (1...6).flatMap { number in
            [2023, 2024].map { year in
                ExampleFiling(year, organ: "甲区第\(number)局", district: "900101").expected(
                    filed: year == 2024 || number < 4)
            }
        }
        let series = MetricQuery([.filingRate, .requestsReceived], by: [.district]).run(
            on: [ExampleFiling.requests(2024, "3")].table, register: expected.register)
        #expect(series[0].points.map(\.value.number) == [50, 100])
        #expect(series[1][2024]?.number == 3)
    }

    @Test func whatCannotBeAssessedIsInNoDenominator() {
        let good = (1...5).map { ExampleFiling.requests(2024, "3", organ: "甲区第\($0)局").filing }
        let lost = FilingBuilder(2024, organ: "甲区第六局", district: good[0].area.district).filing { builder in
            for measure in Measures.all where measure.forms.contains(.form2021) {
                builder.set(measure.code, state: .absent)
            }
        }
        let value = MetricQuery([.consistencyRate]).run(on: FilingColumns(good + [lost]))[0].points[0].value
        #expect(value.number == 100 && value.n == 5)
    }

    @Test func aRegisterSaysWhoIsMissing() {
        let filings = [
            ExampleFiling(2023, organ: "洛龙区教育局", district: "410311"), ExampleFiling(2024, organ: "洛龙区教育局", district: "410311"),
            ExampleFiling(2024, organ: "洛龙区民政局", district: "410311"), ExampleFiling(2024, organ: "不在册的机关", district: "410311"),
        ].map(\.filing)
        let expected = ExpectedFiling.all(
            [
                ExpectedOrgan(name: "洛龙区教育局", district: "410311"), ExpectedOrgan(name: "洛龙区民政局", district: "410304", from: 2024),
                ExpectedOrgan(name: "洛龙区审计局", district: "410311", function: "审计", to: 2023),
            ], years: 2023...2024, filings: filings, registry: DistrictRegistry())
        #expect(expected.map(\.year) == [2023, 2024, 2024, 2023])
        #expect(expected.map { $0.source != nil } == [true, true, false, false])
        #expect(expected[3].area.district?.name == "洛龙区" && expected[3].organ.function == "审计")
        var query = MetricQuery([.filingRate])
        query.options.minimumForShowing = 1
        let series = query.run(on: FilingColumns(filings), register: FilingColumns(expected: expected))
        #expect(series[0].points.map(\.value.number) == [50, 50])
    }
}
