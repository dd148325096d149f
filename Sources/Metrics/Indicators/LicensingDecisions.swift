import Filings

extension Indicator {
    /// Licensing decisions made in the year.
    package static let licensingDecisions = Indicator(
        id: "licensing-decisions",
        name: Words("行政许可决定", "licensing decisions"),
        unit: .cases,
        direction: .neither,
        formula: .known("proactive.licensing.decisions"),
        nullRule: NullRules.count,
        source: Sources.tableTwo,
        examples: [
            IndicatorExample(
                [ExampleFiling(2024, ["proactive.licensing.decisions": "3602"])], numerator: "3602", shows: "3,602")
        ])
}
