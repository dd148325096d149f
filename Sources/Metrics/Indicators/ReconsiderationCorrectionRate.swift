extension Indicator {
    /// Reconsiderations that corrected the organ, of those settled; pending ones are in no year's denominator.
    package static let reconsiderationCorrectionRate = Indicator(
        id: "reconsideration-correction-rate",
        name: Words("复议纠错率", "reconsideration correction rate"),
        unit: .percent,
        direction: .lower,
        formula: .known(
            "review.reconsideration.corrected / (review.reconsideration.upheld + review.reconsideration.corrected"
                + " + review.reconsideration.other)"),
        nullRule: NullRules.rate,
        emptyWords: Words("无审结案件", "no settled cases"),
        caveats: [Words("只计已审结案件，尚未审结的不计入分母。", "Settled cases only.")],
        source: Sources.tableFour,
        examples: [
            IndicatorExample(
                [
                    ExampleFiling(
                        2025,
                        [
                            "review.reconsideration.upheld": "500", "review.reconsideration.corrected": "97",
                            "review.reconsideration.other": "72", "review.reconsideration.pending": "121",
                            "review.reconsideration.total": "790",
                        ])
                ], numerator: "97", denominator: "669", shows: "14.5%"),
            .noRequests,
        ])
}
