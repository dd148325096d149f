import Filings

extension Indicator {
    /// Cases settled in the year, all three blocks; safe to add over years.
    package static let settledDisputes = Indicator(
        id: "settled-disputes",
        name: Words("审结争议量", "settled disputes"),
        unit: .cases,
        direction: .neither,
        formula: .known(
            "review.reconsideration.upheld + review.reconsideration.corrected"
                + " + review.reconsideration.other + review.litigationDirect.upheld"
                + " + review.litigationDirect.corrected + review.litigationDirect.other"
                + " + review.litigationAfterReview.upheld + review.litigationAfterReview.corrected"
                + " + review.litigationAfterReview.other"),
        nullRule: NullRules.count,
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes(["reconsideration.upheld": 6, "reconsideration.pending": 3, "litigationDirect.corrected": 2]),
                8, shows: "8")
        ])
}
