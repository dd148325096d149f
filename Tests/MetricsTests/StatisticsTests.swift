import Foundation
import Testing

@testable import Metrics

/// Every statistic against figures of NumPy, SciPy and statsmodels; `Tests/Tools/make_statistics.py` made them.
@Suite struct StatisticsTests {
    private struct Fixture: Decodable {
        struct Order: Decodable {
            var name: String
            var values: [Double]
            var probabilities: [Double]
            var quantiles: [Double]?
            var median: Double?
            var deviation: Double?
            var percentiles: [Double]?
        }
        struct Parts: Decodable {
            var name: String
            var values: [Double]
            var entropy: Double?
            var herfindahl: Double?
            var gini: Double?
        }
        struct Interval: Decodable { var count, n, level, low, high: Double }
        struct Quantile: Decodable { var p, z, back: Double }
        struct Difference: Decodable { var count, n, earlier, m, low, high, p: Double }
        struct Correction: Decodable { var p, adjusted: [Double] }
        struct Trend: Decodable {
            var values: [Double]
            var s: Int
            var p: Double
            var exact: Bool
            var tolerance: Double
        }
        struct Slope: Decodable {
            var years, values: [Double]
            var slope: Double?
        }
        struct Limits: Decodable {
            var n: Int
            var center: Double
            var limits: [Double]
            var tolerance: Double?
        }
        struct Split: Decodable {
            var parts: [[Double]]
            var mix, within, change: Double
        }
        struct Ranks: Decodable {
            var rates: [[Double]]
            var places: [[Int]]
        }

        var order: [Order]
        var diversity: [Parts]
        var wilson: [Interval]
        var normal: [Quantile]
        var differences: [Difference]
        var corrections: [Correction]
        var mannKendall: [Trend]
        var theilSen: [Slope]
        var funnel: [Limits]
        var decomposition: [Split]
        var ranks: [Ranks]
    }

    private let fixture: Fixture

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/statistics.json")
        fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
    }

    private func near(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-12) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return abs(a - b) <= tolerance * max(1, abs(b))
    }

    @Test func orderStatistics() {
        #expect(fixture.order.count >= 10)
        for row in fixture.order {
            let ascending = row.values.sorted()
            #expect(near(OrderStatistics.median(ascending), row.median), "\(row.name)")
            #expect(near(OrderStatistics.medianAbsoluteDeviation(ascending), row.deviation), "\(row.name)")
            for (index, probability) in row.probabilities.enumerated() {
                #expect(
                    near(OrderStatistics.quantile(ascending, probability), row.quantiles?[index]),
                    "\(row.name) \(probability)")
            }
            for (value, expected) in zip(row.values, row.percentiles ?? []) {
                #expect(near(OrderStatistics.percentile(ascending, of: value), expected), "\(row.name) \(value)")
            }
        }
    }

    @Test func diversity() {
        for row in fixture.diversity {
            #expect(near(Diversity.entropy(row.values), row.entropy), "\(row.name)")
            #expect(near(Diversity.herfindahl(row.values), row.herfindahl), "\(row.name)")
            #expect(near(Diversity.gini(row.values), row.gini), "\(row.name)")
        }
    }

    @Test func intervals() throws {
        for row in fixture.wilson {
            let z = NormalDistribution.quantile((1 + row.level) / 2)
            let interval = try #require(WilsonInterval.interval(row.count, of: row.n, z: z))
            #expect(near(interval.lowerBound, row.low) && near(interval.upperBound, row.high), "\(row)")
        }
        #expect(WilsonInterval.interval(0, of: 0) == nil && WilsonInterval.interval(3, of: 2) == nil)
        #expect(near(NormalDistribution.quantile(0.975), WilsonInterval.usualZ, 1e-15))
    }

    @Test func normalDistribution() {
        for row in fixture.normal {
            #expect(near(NormalDistribution.quantile(row.p), row.z, 1e-14), "\(row.p)")
            #expect(near(NormalDistribution.cumulative(row.z), row.back, 1e-13), "\(row.p)")
        }
    }

    @Test func differencesOfProportions() throws {
        for row in fixture.differences {
            let test = try #require(ProportionDifference(row.count, of: row.n, earlier: row.earlier, of: row.m))
            #expect(near(test.interval.lowerBound, row.low) && near(test.interval.upperBound, row.high), "\(row)")
            #expect(near(test.p, row.p, 1e-10), "\(row) \(test.p)")
        }
        #expect(ProportionDifference(1, of: 2, earlier: 0, of: 0) == nil)
        for row in fixture.corrections {
            let adjusted = FalseDiscoveryRate.adjusted(row.p)
            #expect(zip(adjusted, row.adjusted).allSatisfy { near($0, $1) } && adjusted.count == row.adjusted.count)
        }
    }

    @Test func trends() throws {
        for row in fixture.mannKendall {
            let test = try #require(MannKendall(row.values))
            #expect(test.s == row.s && test.isExact == row.exact, "\(row.values)")
            #expect(near(test.p, row.p, row.tolerance), "\(row.values) \(test.p) \(row.p)")
        }
        #expect(MannKendall([]) == nil && MannKendall([3]) == nil)
        for row in fixture.theilSen {
            #expect(near(TheilSen.slope(zip(row.years, row.values).map { (x: $0, y: $1) }), row.slope), "\(row)")
        }
    }

    @Test func funnelLimits() throws {
        for row in fixture.funnel {
            let limits = try #require(FunnelLimits(n: row.n, center: row.center))
            let found = [
                limits.outer.lowerBound, limits.inner.lowerBound, limits.inner.upperBound, limits.outer.upperBound,
            ]
            for (a, b) in zip(found, row.limits) { #expect(near(a, b, row.tolerance ?? 1e-9), "\(row) \(found)") }
        }
        #expect(FunnelLimits(n: 0, center: 0.5) == nil)
    }

    @Test func decomposition() throws {
        for row in fixture.decomposition {
            let parts = row.parts.map { RateDecomposition.Part(earlier: $0[0], of: $0[1], later: $0[2], of: $0[3]) }
            let split = try #require(RateDecomposition(parts))
            #expect(
                near(split.mix.reduce(0, +), row.mix) && near(split.within.reduce(0, +), row.within), "\(row.parts)")
            #expect(near(split.change, row.change) && near(row.mix + row.within, row.change), "\(row.parts)")
        }
        #expect(RateDecomposition([.init(earlier: 0, of: 0, later: 1, of: 2)]) == nil)
    }

    @Test func rankIntervals() {
        for row in fixture.ranks {
            let intervals = RankIntervals(row.rates.map { ($0[0], $0[1]) })
            #expect(row.rates.map { intervals.places($0[0], of: $0[1]) } == row.places.map { $0[0]...$0[1] })
        }
    }
}
