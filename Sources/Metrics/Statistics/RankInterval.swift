/// The places that a rate may really have, given how few cases it rests on.
///
/// Every rate gets a Wilson interval at such a level that all hold together with 95 % (independent rates); a rate may
/// stand anywhere but before those whose intervals lie wholly above its own and behind those wholly below.
/// Source: M. Klein, T. Wright and J. Wieczorek (2020), J. R. Stat. Soc. C 69, 589-606.
package struct RankIntervals: Sendable {
    /// Bounds of all rates, each side ascending.
    private let lower: [Double]
    private let upper: [Double]
    private let z: Double

    /// Counts and bases of all rates that are ranked together.
    package init(_ rates: [(count: Double, of: Double)]) {
        let level = Elementary.power(0.95, 1 / Double(max(1, rates.count)))
        z = NormalDistribution.quantile((1 + level) / 2)
        let z = z
        let intervals = rates.compactMap { WilsonInterval.interval($0.count, of: $0.of, z: z) }
        lower = intervals.map(\.lowerBound).sorted()
        upper = intervals.map(\.upperBound).sorted()
    }

    /// First and last possible place from the highest down; nil when the rate has no interval.
    package func places(_ count: Double, of base: Double) -> ClosedRange<Int>? {
        guard let own = WilsonInterval.interval(count, of: base, z: z), !lower.isEmpty else { return nil }
        let notAbove = OrderStatistics.position(lower, of: own.upperBound)
        let above = lower.count - notAbove.below - notAbove.equal
        let below = OrderStatistics.position(upper, of: own.lowerBound).below
        return above + 1...max(above + 1, upper.count - below)
    }
}
