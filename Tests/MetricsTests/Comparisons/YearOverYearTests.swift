import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

/// A series like the one of Pingtan: both forms, a year whose parts do not add up (27 against 21).
@Suite struct YearOverYearTests {
    static let organ = "测试实验区"

    static func filing(_ year: Int, received: Int, resolved: Int, granted: Int, partly: Int, forward: Int = 0) -> Filing
    {
        FilingBuilder(year, organ: organ, district: Places.zone, coverage: .wholeArea).filing { builder in
            builder.set("requests.received.total", String(received))
            builder.set("requests.carriedOver.total", String(resolved + forward - received))
            builder.set("requests.resolved.total", String(resolved))
            builder.set("requests.granted.total", String(granted))
            builder.set("requests.partiallyGranted.total", String(partly))
            let rest = (year == 2020 ? 27 : resolved) - granted - partly
            builder.set("requests.unavailable.notHeld.total", String(rest))
            builder.set("requests.carriedForward.total", String(forward))
        }
    }

    static let filings = [
        filing(2019, received: 23, resolved: 23, granted: 7, partly: 1),
        filing(2020, received: 21, resolved: 21, granted: 7, partly: 6),
        filing(2021, received: 70, resolved: 69, granted: 30, partly: 5, forward: 1),
        filing(2022, received: 74, resolved: 75, granted: 21, partly: 9),
        filing(2023, received: 81, resolved: 81, granted: 22, partly: 20),
        filing(2024, received: 218, resolved: 218, granted: 71, partly: 29),
        filing(2025, received: 154, resolved: 148, granted: 33, partly: 38, forward: 6),
    ]

    private func run(_ indicator: Indicator, _ comparison: Comparison, _ filings: [Filing] = filings) -> MetricSeries {
        MetricQuery([indicator], by: [.organ], compare: [comparison]).run(on: FilingColumns(filings))[0]
    }

    private func texts(_ series: MetricSeries) -> [String] {
        series.points.map { ValueFormat(.zh).text($0.value, of: series.indicator) }
    }

    @Test func countsChangeInPerCentAndNeverAcrossTheForms() throws {
        let series = run(.requestsReceived, .yearOverYear)
        #expect(
            texts(series) == ["—", "−2（−8.7%）", "—", "+4（+5.7%）", "+7（+9.5%）", "+137（+169.1%）", "−64（−29.4%）"])
        #expect(
            series.points.map(\.value.state) == [
                .missing, .ordinary, .formBreak, .ordinary, .ordinary, .ordinary, .ordinary,
            ])
        #expect(series[2019]?.reason == .previousYear(.noFiling) && series[2019]?.flags == [.missing])
        #expect(series.breaks == [2021])
        guard case .change(let change)? = series[2021]?.detail else { throw Failure() }
        #expect(change.previous.exact == ExactDecimal(21) && change.previousYear == 2020 && change.percent == nil)
        #expect(series[2021]?.number == nil)
    }

    @Test func ratesChangeInPointsAndADoubtfulYearHasNone() {
        let level = run(.disclosureRate, .level)
        #expect(texts(level) == ["34.8%", "—", "50.7%", "40.0%", "51.9%", "45.9%", "48.0%"])
        #expect(level[2020]?.state == .doubtful)
        #expect(level[2020]?.numerator == ExactDecimal(13) && level[2020]?.denominator == ExactDecimal(21))
        #expect(level[2019]?.state == .smallDenominator)
        let change = run(.disclosureRate, .yearOverYear)
        #expect(
            texts(change) == [
                "—", "—", "—", "−10.7 个百分点", "+11.9 个百分点", "−6.0 个百分点", "+2.1 个百分点",
            ])
        #expect(change[2020]?.state == .doubtful)
        #expect(change[2021]?.state == .formBreak)
        #expect(ValueFormat(.zh).changeInWords(change[2025]!, of: .disclosureRate) == "提高 2.1 个百分点")
    }

    @Test func aCountThatTheIdentityTouchesStaysAsPrinted() {
        let resolved = run(.requestsResolved, .level)
        #expect(resolved[2020]?.state == .doubtful && resolved[2020]?.exact == ExactDecimal(21))
        #expect(run(.requestsReceived, .level)[2020]?.state == .ordinary)
    }

    @Test func aMissingYearIsNeverSkipped() {
        let series = run(.requestsReceived, .yearOverYear, Self.filings.filter { $0.year != 2023 })
        #expect(series[2023]?.reason == .noFiling)
        #expect(series[2024]?.reason == .previousYear(.noFiling))
        #expect(series[2024]?.number == nil && series[2025]?.number == -64)
        #expect(run(.requestsReceived, .level, Self.filings.filter { $0.year != 2023 })[2023]?.state == .missing)
    }

    @Test func emptyYearsAndGrowthFromZero() {
        let filings = [
            Self.filing(2022, received: 0, resolved: 0, granted: 0, partly: 0),
            Self.filing(2023, received: 3, resolved: 3, granted: 3, partly: 0),
            Self.filing(2024, received: 0, resolved: 0, granted: 0, partly: 0),
            Self.filing(2025, received: 0, resolved: 0, granted: 0, partly: 0),
        ]
        let counts = run(.requestsReceived, .yearOverYear, filings)
        #expect(texts(counts) == ["—", "+3（由零增加）", "−3（−100.0%）", "0"])
        #expect(counts[2023]?.state == .baseZero)
        #expect(ValueFormat(.zh).changeInWords(counts[2023]!, of: .requestsReceived) == "由零增加 3 件")
        #expect(ValueFormat(.zh).changeInWords(counts[2025]!, of: .requestsReceived) == "持平")
        let rates = run(.disclosureRate, .level, filings)
        #expect(rates.points.map(\.value.state) == [.noRequests, .tooSmallToShow, .noRequests, .noRequests])
        #expect(rates[2023]?.number == nil && rates[2023]?.n == 3)
        #expect(run(.disclosureRate, .yearOverYear, filings)[2024]?.state == .noRequests)
    }

    @Test func theYearBeforeTheSelectionIsKnown() {
        let query = MetricQuery(
            [.requestsReceived], compare: [.yearOverYear], where: RowFilter([.init(.year, .greaterOrEqual, ["2024"])]),
            years: nil)
        let series = query.run(on: FilingColumns(Self.filings))[0]
        #expect(series.points.map(\.year) == [2024, 2025])
        #expect(series[2024]?.number == 137)
    }

    @Test func theOldFormUsedLateIsABreakToo() {
        var late = Self.filings[3]
        late.form = .form2019
        let series = run(.requestsReceived, .yearOverYear, [Self.filings[2], late])
        #expect(series[2022]?.state == .formBreak)
    }

    @Test func aCellThatTheNewFormBroughtIsABreak() {
        let filings = [FilingBuilder(2020).filing, FilingBuilder(2021).filing, FilingBuilder(2022).filing]
        let series = run(.administrativeFees, .yearOverYear, filings)
        #expect(series.points.map(\.value.state) == [.notAsked, .formBreak, .baseZero])
        #expect(series[2022]?.number == 0)
    }

    @Test func differentOrgansAreMarked() {
        let filings = [
            FilingBuilder(2023, organ: "甲局").filing { $0.receive(5) },
            FilingBuilder(2024, organ: "甲局").filing { $0.receive(5) },
            FilingBuilder(2024, organ: "乙局").filing { $0.receive(7) },
        ]
        let series = MetricQuery([.requestsReceived], compare: [.yearOverYear]).run(on: FilingColumns(filings))[0]
        #expect(series[2024]?.number == 7)
        #expect(series[2024]?.flags.contains(.panelChanged) == true)
    }

    private struct Failure: Error {}
}
