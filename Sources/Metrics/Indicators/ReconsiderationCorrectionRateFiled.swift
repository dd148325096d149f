import Filings

extension Indicator {
    /// Reconsiderations that corrected the organ, of all, pending ones included.
    package static let reconsiderationCorrectionRateFiled = Indicator(
        id: "reconsideration-correction-rate-filed",
        name: Words("复议纠错率（按立案）", "reconsideration correction rate, of all filed"),
        unit: .percent,
        direction: .lower,
        formula: .known("review.reconsideration.corrected / review.reconsideration.total"),
        nullRule: NullRules.rate,
        source: Sources.tableFour,
        examples: [
            .init(
                .disputes([
                    "reconsideration.upheld": 500, "reconsideration.corrected": 97, "reconsideration.other": 72,
                    "reconsideration.pending": 121,
                ]), 97, over: 790, shows: "12.3%"),
            .noRequests,
        ])
}
