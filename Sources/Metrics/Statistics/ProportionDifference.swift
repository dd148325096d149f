/// Two independent proportions compared: current minus earlier.
package struct ProportionDifference: Hashable, Sendable {
    /// As a fraction of 1.
    package let difference: Double
    /// 95 % interval by the hybrid score method.
    /// Source: R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    package let interval: ClosedRange<Double>
    /// Two-sided, of the pooled score test (Pearson's chi-square without correction); 1 where both are all or nothing.
    package let p: Double

    /// Nil unless 0 <= count <= n and n > 0 on both sides.
    package init?(_ count: Double, of n: Double, earlier: Double, of m: Double) {
        guard let now = WilsonInterval.interval(count, of: n), let then = WilsonInterval.interval(earlier, of: m) else {
            return nil
        }
        let (a, b) = (count / n, earlier / m)
        func side(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        difference = a - b
        let low = difference - side(a - now.lowerBound, then.upperBound - b)
        let high = difference + side(now.upperBound - a, b - then.lowerBound)
        interval = low...max(low, high)
        let pooled = (count + earlier) / (n + m)
        let error = (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
        p = error > 0 ? NormalDistribution.twoSided(difference / error) : 1
    }
}

/// Correction of probabilities for many comparisons.
package enum FalseDiscoveryRate {
    /// The adjusted probabilities, in the order given: below q, the expected share of false alarms among those
    /// reported is at most q. Source: Y. Benjamini and Y. Hochberg (1995), J. R. Stat. Soc. B 57, 289-300.
    package static func adjusted(_ probabilities: [Double]) -> [Double] {
        let falling = probabilities.indices.sorted { (-probabilities[$0], $0) < (-probabilities[$1], $1) }
        var result = probabilities
        var least = 1.0
        for (place, index) in falling.enumerated() {
            let rank = probabilities.count - place
            least = min(least, probabilities[index] * Double(probabilities.count) / Double(rank))
            result[index] = least
        }
        return result
    }
}
