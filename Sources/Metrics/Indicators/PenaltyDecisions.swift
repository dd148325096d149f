import Filings

extension Indicator {
    /// Penalty decisions made in the year.
    package static let penaltyDecisions = Indicator(
        id: "penalty-decisions",
        name: Words("行政处罚决定", "penalty decisions"),
        unit: .cases,
        direction: .neither,
        formula: .known("proactive.penalties.decisions"),
        nullRule: NullRules.count,
        source: Sources.tableTwo,
        examples: [
            IndicatorExample(
                [ExampleFiling(2024, ["proactive.penalties.decisions": "151"])], numerator: "151", shows: "151")
        ])
}
