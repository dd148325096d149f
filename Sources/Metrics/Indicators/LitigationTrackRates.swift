import Filings

extension Indicator {
    /// Lawsuits without prior reconsideration that corrected the organ, of those settled.
    package static let litigationDirectCorrectionRate = Indicator(
        id: "litigation-direct-correction-rate",
        name: Words("直接起诉纠错率", "correction rate, litigation without reconsideration"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "review.litigationDirect.corrected / (review.litigationDirect.upheld"
                + " + review.litigationDirect.corrected + review.litigationDirect.other)"),
        nullRule: NullRules.rate,
        caveats: [Words("只计已审结案件，尚未审结的不计入分母。", "Settled cases only.")],
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes(["litigationDirect.upheld": 30, "litigationDirect.corrected": 10]), 10, over: 40,
                shows: "25.0%"),
            .noRequests,
        ])

    /// Lawsuits after reconsideration that corrected the organ, of those settled.
    package static let litigationAfterReviewCorrectionRate = Indicator(
        id: "litigation-after-review-correction-rate",
        name: Words("复议后起诉纠错率", "correction rate, litigation after reconsideration"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "review.litigationAfterReview.corrected / (review.litigationAfterReview.upheld"
                + " + review.litigationAfterReview.corrected + review.litigationAfterReview.other)"),
        nullRule: NullRules.rate,
        caveats: [Words("只计已审结案件，尚未审结的不计入分母。", "Settled cases only.")],
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes(["litigationAfterReview.upheld": 30, "litigationAfterReview.corrected": 10]), 10, over: 40,
                shows: "25.0%"),
            .noRequests,
        ])
}
