import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

/// Contributions, effects and totals without a part: they must add up, whatever the figures.
@Suite struct PartComparisonTests {
    private static func table(seed: UInt64, parts: Int = 7) -> FilingColumns {
        var random = SeededNumbers(seed)
        return FilingColumns(
            (0..<parts).flatMap { part in
                [2023, 2024].map { year in
                    ExampleFiling.rate(
                        year, random.next(below: 20), of: 20 + random.next(below: 60), organ: "第\(part)区教育局",
                        district: "90010\(part)"
                    ).filing
                }
            })
    }

    private func values(_ indicator: Indicator, _ comparison: Comparison, _ table: FilingColumns) -> [Value] {
        MetricQuery([indicator], by: [.district], compare: [comparison]).run(on: table).compactMap { $0[2024] }
    }

    private func pooled(_ indicator: Indicator, _ comparison: Comparison, _ table: FilingColumns) -> Value {
        MetricQuery([indicator], compare: [comparison]).run(on: table)[0][2024]!
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func contributionsOfCountsAddUp(seed: UInt64) throws {
        let table = Self.table(seed: seed)
        let values = values(.requestsReceived, .contribution, table)
        guard case .change(let change) = pooled(.requestsReceived, .yearOverYear, table).detail else { throw Failure() }
        #expect(abs(values.compactMap(\.number).reduce(0, +) - change.percent!) < 1e-9)
        #expect(values.count == 7)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func effectsOfRatesAddUp(seed: UInt64) throws {
        let table = Self.table(seed: seed)
        let total = try #require(pooled(.disclosureRate, .yearOverYear, table).number)
        for comparison in [Comparison.contribution, .shiftShare] {
            let values = values(.disclosureRate, comparison, table)
            #expect(abs(values.compactMap(\.number).reduce(0, +) - total) < 1e-9)
        }
        let effects = values(.disclosureRate, .shiftShare, table).compactMap { value -> Value.Effects? in
            if case .effects(let effects) = value.detail { effects } else { nil }
        }
        #expect(effects.count == 7 && effects.allSatisfy { abs($0.totalMix + $0.totalWithin - total) < 1e-9 })
        #expect(abs(effects.reduce(0) { $0 + $1.mix } - effects[0].totalMix) < 1e-9)
        #expect(abs(effects.reduce(0) { $0 + $1.within } - effects[0].totalWithin) < 1e-9)
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func aTotalWithoutAPartIsTheTotalOfTheOthers(seed: UInt64) throws {
        let table = Self.table(seed: seed, parts: 4)
        for (part, value) in values(.disclosureRate, .leaveOneOut, table).enumerated() {
            let others = RowFilter([.init(.district, .notEqual, ["90010\(part)"])])
            let query = MetricQuery([.disclosureRate], compare: [.yearOverYear], where: others)
            let expected = try #require(query.run(on: table)[0][2024]?.number)
            #expect(abs(value.number! - expected) < 1e-9)
        }
    }

    @Test func partsWithoutBothYearsAreInNeitherTotal() throws {
        let filings =
            [ExampleFiling].districts(["900101": 30, "900102": 70], 2023)
            + .districts(["900101": 40, "900102": 60, "900103": 500])
        let values = MetricQuery([.requestsReceived], by: [.district], compare: [.contribution])
            .run(on: filings.table).compactMap { $0[2024] }
        #expect(values.map(\.number) == [10, -10, nil])
        #expect(values[2].reason == .previousYear(.noFiling))
        guard case .part(let part) = values[0].detail else { throw Failure() }
        #expect(part.children == 2 && part.totalChange == .zero)
    }

    @Test func nothingIsAddedAcrossFormsOrFromZero() {
        let across = [ExampleFiling].districts(["900101": 30], 2020) + .districts(["900101": 40], 2021)
        let fromZero =
            [ExampleFiling].districts(["900101": 0, "900102": 0], 2023) + .districts(["900101": 3, "900102": 1])
        for comparison in [Comparison.contribution, .leaveOneOut] {
            let query = MetricQuery([.requestsReceived], by: [.district], compare: [comparison])
            #expect(query.run(on: across.table)[0][2021]?.state == .formBreak)
            let value = query.run(on: fromZero.table)[0][2024]
            #expect(value?.number == nil && value?.state == .baseZero)
        }
    }

    @Test func anAreasOwnFilingIsNoPart() {
        let filings = [2023, 2024].flatMap { year in
            [
                FilingBuilder(year, organ: "测试市人民政府", district: Places.prefecture, coverage: .wholeArea).filing {
                    $0.receive(500)
                },
                FilingBuilder(year, organ: "测试区教育局").filing { $0.receive(year == 2023 ? 40 : 60) },
                FilingBuilder(year, organ: "试验县教育局", district: Places.otherCounty).filing { $0.receive(60) },
            ]
        }
        let series = MetricQuery([.requestsReceived], by: [.district], compare: [.contribution]).run(
            on: FilingColumns(filings))
        #expect(series.map { $0[2024]?.number } == [nil, 20, 0])
    }

    private struct Failure: Error {}
}

/// Numbers that are the same in every run.
struct SeededNumbers {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
