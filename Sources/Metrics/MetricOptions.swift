/// Choices that change numbers; all are printed with the results.
package struct MetricOptions: Hashable, Sendable {
    /// A rate with a smaller denominator is never ranked.
    package var minimumForRanking: Int
    /// A rate with a smaller denominator is not shown.
    package var minimumForShowing: Int
    /// Let a whole area's own filing stand for the filings inside it, where the group lies in that area.
    package var useWholeArea: Bool

    /// Charts and pages show rates over few cases and mark them; only ranking needs a minimum.
    package static let published = MetricOptions(minimumForShowing: 0)

    package init(minimumForRanking: Int = 30, minimumForShowing: Int = 5, useWholeArea: Bool = false) {
        self.minimumForRanking = minimumForRanking
        self.minimumForShowing = minimumForShowing
        self.useWholeArea = useWholeArea
    }
}
