import Filings

extension Indicator {
    /// Cases still pending at the end of the year, of all of the three blocks.
    package static let pendingRate = Indicator(
        id: "pending-rate",
        name: Words("争议未结率", "pending rate of disputes"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "(review.reconsideration.pending + review.litigationDirect.pending"
                + " + review.litigationAfterReview.pending) / (review.reconsideration.total"
                + " + review.litigationDirect.total + review.litigationAfterReview.total)"),
        nullRule: NullRules.rate,
        source: Sources.tableFour,
        examples: [
            .init(.disputes(["reconsideration.upheld": 6, "litigationDirect.pending": 2]), 2, over: 8, shows: "25.0%"),
            .noRequests,
        ])
}
