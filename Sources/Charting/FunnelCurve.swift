import ChartGrammar
import Metrics

/// The limits of a funnel plot as curves, and which values lie outside them.
enum FunnelCurve {
    /// Denominators 1, 2, ... and further apart as they grow, up to the largest one; empty for other marks.
    static func limits(_ definition: ChartDefinition, _ data: ChartData) -> [ControlLimits] {
        guard definition.mark.kind == .funnel, let center = data.pooled?.number else { return [] }
        let largest = data.series.compactMap { $0[data.latest]?.n }.max() ?? 0
        var counts: [Int] = []
        var n = 1
        while n < largest {
            counts.append(n)
            n += max(1, n / 12)
        }
        if largest > 0 { counts.append(largest) }
        return counts.compactMap { n in
            FunnelLimits(n: n, center: center / 100).map { limits in
                ControlLimits(n: n, inner: percent(limits.inner), outer: percent(limits.outer))
            }
        }
    }

    private static func percent(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        (range.lowerBound * 100)...(range.upperBound * 100)
    }

    /// Beyond the 99.8 % limits around the pooled rate.
    static func isOutside(_ value: Value, _ data: ChartData) -> Bool {
        guard let number = value.number, let n = value.n, let center = data.pooled?.number,
            let limits = FunnelLimits(n: n, center: center / 100)
        else { return false }
        return !limits.outer.contains(number / 100)
    }
}
