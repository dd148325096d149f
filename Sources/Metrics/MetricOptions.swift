import Filings

/// Choices that change numbers; all are printed with the results.
package struct MetricOptions: Hashable, Sendable {
    /// A rate with a smaller denominator is never ranked.
    package var minimumForRanking: Int
    /// A rate with a smaller denominator is not shown.
    package var minimumForShowing: Int
    /// The same by indicator id; they precede what an indicator says of itself.
    package var minimumsByIndicator: [String: Indicator.Minimums] = [:]
    /// Let a whole area's own filing stand for the filings inside it, where the group lies in that area.
    package var useWholeArea: Bool
    /// The base of indices and compound growth; nil: the first year shown with the form of the last one.
    package var baseYear: Int?
    /// How many bands quantiles part the peers into.
    package var bands = 4

    /// Charts and pages show rates over few cases and mark them; only ranking needs a minimum.
    package static let published = MetricOptions(minimumForShowing: 0)

    package init(minimumForRanking: Int = 30, minimumForShowing: Int = 5, useWholeArea: Bool = false) {
        self.minimumForRanking = minimumForRanking
        self.minimumForShowing = minimumForShowing
        self.useWholeArea = useWholeArea
    }

    /// The minimum denominators of an indicator: what was asked for it, else its own, else the general ones.
    package func minimums(of indicator: Indicator) -> Indicator.Minimums {
        let asked = minimumsByIndicator[indicator.id]
        return Indicator.Minimums(
            forShowing: asked?.forShowing ?? indicator.minimums.forShowing ?? minimumForShowing,
            forRanking: asked?.forRanking ?? indicator.minimums.forRanking ?? minimumForRanking)
    }
}
