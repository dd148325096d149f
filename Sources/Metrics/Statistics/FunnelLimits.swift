/// Control limits of a funnel plot: where the rate of an organ with `n` cases lies when its true rate is the pooled one.
/// Source: D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, appendix A.1.1 (exact binomial limits,
/// interpolated).
package struct FunnelLimits: Hashable, Sendable {
    /// As fractions of 1.
    package let inner: ClosedRange<Double>
    package let outer: ClosedRange<Double>

    /// From this standard deviation of the number of cases on, the normal approximation is used.
    private static let largeDeviation = 1000.0

    /// 95 % (inner) and 99.8 % (outer) limits; nil unless n > 0 and 0 <= center <= 1.
    package init?(n: Int, center: Double) {
        guard n > 0, (0...1).contains(center) else { return nil }
        guard center > 0, center < 1 else {
            inner = center...center
            outer = center...center
            return
        }
        let deviation = (Double(n) * center * (1 - center)).squareRoot()
        if deviation > Self.largeDeviation {
            let half = deviation / Double(n)
            inner = Self.clamped(center - Self.inside * half, center + Self.inside * half)
            outer = Self.clamped(center - Self.outside * half, center + Self.outside * half)
            return
        }
        let limits = Self.exact(n, center, deviation, [0.001, 0.025, 0.975, 0.999])
        inner = Self.clamped(limits[1], limits[2])
        outer = Self.clamped(limits[0], limits[3])
    }

    private static let inside = NormalDistribution.quantile(0.975)
    private static let outside = NormalDistribution.quantile(0.999)

    private static func clamped(_ low: Double, _ high: Double) -> ClosedRange<Double> {
        let bottom = min(max(low, 0), 1)
        return bottom...max(bottom, min(high, 1))
    }

    /// Interpolated quantiles of the binomial distribution over n, at ascending probabilities.
    private static func exact(_ n: Int, _ center: Double, _ deviation: Double, _ wanted: [Double]) -> [Double] {
        let reach = Int(9 * deviation) + 40
        let mean = Int(Double(n) * center)
        let first = max(0, mean - reach)
        let last = min(n, mean + reach)
        var mass = Elementary.exponential(logMass(first, n, center))
        var below = 0.0
        var limits: [Double] = []
        for count in first...last {
            let upTo = below + mass
            while limits.count < wanted.count, upTo > wanted[limits.count] || count == last {
                limits.append((Double(count) - (upTo - wanted[limits.count]) / mass) / Double(n))
            }
            if limits.count == wanted.count { break }
            below = upTo
            mass *= Double(n - count) / Double(count + 1) * center / (1 - center)
        }
        return limits
    }

    /// The logarithm of P(R = count).
    private static func logMass(_ count: Int, _ n: Int, _ center: Double) -> Double {
        let ways =
            Elementary.logGamma(Double(n + 1)) - Elementary.logGamma(Double(count + 1))
            - Elementary.logGamma(Double(n - count + 1))
        return ways + Double(count) * Elementary.logarithm(center)
            + Double(n - count) * Elementary.logarithm(1 - center)
    }
}
