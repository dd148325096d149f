/// The change of a pooled rate split over its parts into what their weights and what their own rates did; both add up
/// to the change. Source: E. M. Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194; the mix effect of a part is taken
/// against the mean pooled rate, which changes no sum and makes it say whether the part grew above or below average.
package struct RateDecomposition: Hashable, Sendable {
    /// One part's cases and base in both years.
    package struct Part: Hashable, Sendable {
        package var earlier: Double
        package var earlierBase: Double
        package var later: Double
        package var laterBase: Double

        package init(earlier: Double, of earlierBase: Double, later: Double, of laterBase: Double) {
            self.earlier = earlier
            self.earlierBase = earlierBase
            self.later = later
            self.laterBase = laterBase
        }
    }

    /// As fractions of 1, in the order of the parts.
    package let mix: [Double]
    package let within: [Double]
    /// The change of the pooled rate.
    package let change: Double

    /// Nil where a year has no base at all. A part without a base in one year has that year's rate from the other: all
    /// of its effect is mix.
    package init?(_ parts: [Part]) {
        let bases = parts.reduce((0.0, 0.0)) { ($0.0 + $1.earlierBase, $0.1 + $1.laterBase) }
        guard bases.0 > 0, bases.1 > 0 else { return nil }
        let earlier = parts.reduce(0.0) { $0 + $1.earlier } / bases.0
        let later = parts.reduce(0.0) { $0 + $1.later } / bases.1
        var mix: [Double] = []
        var within: [Double] = []
        for part in parts {
            let weights = (part.earlierBase / bases.0, part.laterBase / bases.1)
            let then = part.earlierBase > 0 ? part.earlier / part.earlierBase : nil
            let now = part.laterBase > 0 ? part.later / part.laterBase : nil
            let rates = (then ?? now ?? 0, now ?? then ?? 0)
            mix.append((weights.1 - weights.0) * ((rates.0 + rates.1) / 2 - (earlier + later) / 2))
            within.append((weights.0 + weights.1) / 2 * (rates.1 - rates.0))
        }
        self.mix = mix
        self.within = within
        change = later - earlier
    }
}
