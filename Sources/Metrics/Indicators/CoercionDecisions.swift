import Filings

extension Indicator {
    /// Coercive decisions made in the year.
    package static let coercionDecisions = Indicator(
        id: "coercion-decisions",
        name: Words("行政强制决定", "coercion decisions"),
        unit: .cases,
        direction: .neither,
        formula: .known("proactive.coercion.decisions"),
        nullRule: NullRules.count,
        source: Sources.tableTwo,
        examples: [
            .init([ExampleFiling(2024, ["proactive.coercion.decisions": "5"])], numerator: "5", shows: "5")
        ])
}
