/// The score interval of a proportion. Source: E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.
package enum WilsonInterval {
    /// The 97.5 % quantile of the normal distribution.
    package static let usualZ = 1.959963984540054

    /// The interval of `numerator` of `denominator`, as fractions of 1, 95 % unless `z` says otherwise; nil when the
    /// denominator is 0 or the numerator is no part of it.
    package static func interval(
        _ numerator: Double, of denominator: Double, z: Double = usualZ
    ) -> ClosedRange<Double>? {
        guard denominator > 0, numerator >= 0, numerator <= denominator else { return nil }
        let p = numerator / denominator
        let square = z * z
        let centre = (p + square / (2 * denominator)) / (1 + square / denominator)
        let half =
            z / (1 + square / denominator)
            * (p * (1 - p) / denominator + square / (4 * denominator * denominator)).squareRoot()
        let low = max(0, centre - half)
        return low...max(low, min(1, centre + half))
    }
}
