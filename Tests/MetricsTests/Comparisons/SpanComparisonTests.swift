import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

/// Comparisons over several years: bases, pooled years, trends, and where they stop.
@Suite struct SpanComparisonTests {
    private func series(
        _ indicator: Indicator, _ comparison: Comparison, _ filings: [ExampleFiling], base: Int? = nil
    ) -> MetricSeries {
        var options = MetricOptions()
        options.baseYear = base
        return MetricQuery([indicator], by: [.organ], compare: [comparison], options: options).run(on: filings.table)[0]
    }

    private let years = zip(2019...2025, ["40", "50", "100", "110", "121", "0", "200"]).map {
        ExampleFiling.requests($0, $1)
    }

    @Test func theBaseIsTheFirstYearOfTheLastForm() {
        let index = series(.requestsReceived, .indexToBase, years)
        #expect(index.points.map(\.value.number) == [nil, nil, 100, 110, 121, 0, 200])
        #expect(index[2020]?.state == .formBreak && index[2019]?.state == .formBreak)
        let early = series(.requestsReceived, .indexToBase, years, base: 2019)
        #expect(early.points.map(\.value.number) == [100, 125, nil, nil, nil, nil, nil])
        #expect(early[2021]?.state == .formBreak)
    }

    @Test func growthNeedsTwoEndsAboveZero() throws {
        let growth = series(.requestsReceived, .compoundGrowth, years)
        #expect(growth[2021]?.reason == .isBase && growth[2024]?.reason == .notPositive)
        #expect(abs(try #require(growth[2023]?.number) - 10) < 1e-9)
        #expect(series(.disclosureRate, .compoundGrowth, years)[2023]?.reason == .onlyForSums)
        let fromZero = series(.requestsReceived, .indexToBase, years, base: 2024)
        #expect(fromZero[2025]?.state == .baseZero && fromZero[2025]?.number == nil)
    }

    @Test func threeYearsAreOneRateOverAllTheirCases() throws {
        let rates = [
            ExampleFiling.rate(2021, 1, of: 2), .rate(2022, 0, of: 0), .rate(2023, 2, of: 4), .rate(2024, 3, of: 3),
        ]
        let pooled = series(.disclosureRate, .rollingThree, rates)
        #expect(pooled.points.map(\.value.number) == [nil, nil, 50, 500.0 / 7])
        #expect(pooled[2023]?.n == 6 && pooled[2023]?.rows.count == 3)
        #expect(pooled[2022]?.state == .formBreak)
    }

    @Test func pooledYearsNeverCrossTheForms() {
        let pooled = series(.requestsReceived, .rollingThree, years)
        #expect(pooled.points.map(\.value.number) == [nil, nil, nil, nil, 331, 231, 321])
        #expect(pooled[2021]?.state == .formBreak && pooled[2022]?.state == .formBreak)
    }

    @Test func disputesAreAddedWhenSettledAndStocksNever() {
        let filings = (2022...2024).map {
            ExampleFiling.disputes(["reconsideration.upheld": 4, "reconsideration.pending": 3], received: 20, year: $0)
        }
        let pooled = series(.reconsiderations, .rollingThree, filings)[2024]
        #expect(pooled?.number == 12 && pooled?.flags.contains(.settledOnly) == true)
        #expect(series(.reconsiderations, .level, filings)[2024]?.number == 7)
        #expect(series(.disputeRate, .rollingThree, filings)[2024]?.number == 20)
        for indicator in [
            Indicator.pendingRate, .normativeDocumentsInForce, .requestsHandled, .wechatFollowers, .netCarry,
        ] {
            #expect(series(indicator, .rollingThree, filings)[2024]?.reason == .notSummable, "\(indicator.id)")
        }
        #expect(series(.settledDisputes, .rollingThree, filings)[2024]?.flags.contains(.settledOnly) == false)
    }

    @Test func anIndexOfSharesIsPooledBeforeItIsComputed() throws {
        let filings = (2022...2024).map { year in
            var filing = ExampleFiling.applicants(year == 2023 ? ["enterprise": 10] : ["naturalPerson": 10])
            filing.year = year
            return filing
        }
        let pooled = try #require(series(.applicantConcentration, .rollingThree, filings)[2024])
        #expect(abs(pooled.number! - 5.0 / 9) < 1e-12 && pooled.n == 30)
    }

    @Test func trendsStayInsideOneFormAndSayGaps() throws {
        let trend = series(.requestsReceived, .trend, years)
        #expect(trend[2022]?.reason == .tooFewValues(needed: 3))
        guard case .trend(let course)? = trend[2025]?.detail else { throw Failure() }
        #expect(course.years == 2021...2025 && course.count == 5)
        let gapped = series(.requestsReceived, .trend, years.filter { $0.year != 2022 })[2025]
        #expect(gapped?.flags.contains(.yearsMissing) == true)
        guard case .trend(let short)? = gapped?.detail else { throw Failure() }
        #expect(short.count == 4)
    }

    @Test func aTrendKnowsYearsBeforeThoseShown() {
        let query = MetricQuery(
            [.requestsReceived], by: [.organ], compare: [.trend], years: YearSelection([2025]))
        let series = query.run(on: years.table)[0]
        #expect(series.points.map(\.year) == [2025] && series[2025]?.number != nil)
    }

    @Test func manyTestsAreCorrected() throws {
        let filings = (1...10).flatMap { part in
            [(2023, 50), (2024, part == 1 ? 30 : 50 + part % 3)].map { year, count in
                ExampleFiling.rate(year, count, of: 100, organ: "第\(part)区教育局", district: "9001\(10 + part)")
            }
        }
        let values = MetricQuery([.disclosureRate], by: [.district], compare: [.proportionDifference])
            .run(on: filings.table).compactMap { $0[2024] }
        let details = values.compactMap { value -> Value.Difference? in
            if case .difference(let difference) = value.detail { difference } else { nil }
        }
        #expect(details.count == 10 && details.allSatisfy { $0.comparisons == 10 && $0.adjustedP >= $0.p })
        #expect(details.filter(\.isDistinct).count == 1 && details[0].isDistinct)
        #expect(abs(details[0].adjustedP - 10 * details[0].p) < 1e-12)
    }

    private struct Failure: Error {}
}
