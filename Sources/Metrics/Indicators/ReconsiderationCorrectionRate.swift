import Filings

extension Indicator {
    /// Reconsiderations that corrected the organ, of those settled; pending ones are in no year's denominator.
    package static let reconsiderationCorrectionRate = Indicator(
        id: "reconsideration-correction-rate",
        name: Words("复议纠错率", "reconsideration correction rate"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "review.reconsideration.corrected / (review.reconsideration.upheld"
                + " + review.reconsideration.corrected + review.reconsideration.other)"),
        nullRule: NullRules.rate,
        caveats: [Words("只计已审结案件，尚未审结的不计入分母。", "Settled cases only.")],
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes([
                    "reconsideration.upheld": 500, "reconsideration.corrected": 97, "reconsideration.other": 72,
                    "reconsideration.pending": 121,
                ]), 97, over: 669, shows: "14.5%"),
            .noRequests,
        ])
}
