import Filings

extension Indicator {
    /// Lawsuits that corrected the organ, of those settled, both tracks together.
    package static let litigationCorrectionRate = Indicator(
        id: "litigation-correction-rate",
        name: Words("诉讼纠错率", "litigation correction rate"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "(review.litigationDirect.corrected + review.litigationAfterReview.corrected)"
                + " / (review.litigationDirect.upheld + review.litigationDirect.corrected"
                + " + review.litigationDirect.other + review.litigationAfterReview.upheld"
                + " + review.litigationAfterReview.corrected + review.litigationAfterReview.other)"),
        nullRule: NullRules.rate,
        caveats: [Words("只计已审结案件；两种起诉途径合并计算。", "Settled cases only; both tracks together.")],
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes([
                    "litigationDirect.upheld": 30, "litigationDirect.corrected": 1, "litigationDirect.pending": 25,
                    "litigationAfterReview.upheld": 102, "litigationAfterReview.corrected": 1,
                ]), 2, over: 134, shows: "1.5%"),
            .noRequests,
        ])
}
