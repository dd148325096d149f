import Filings

extension Indicator {
    /// Regulations in force at the end of the year.
    package static let regulationsInForce = Indicator(
        id: "regulations-in-force",
        name: Words("现行有效规章", "regulations in force"),
        unit: .cases,
        direction: .neither,
        formula: .known("proactive.regulations.inForce"),
        nullRule: NullRules.count,
        forms: [.form2021],
        source: Sources.tableTwo,
        examples: [
            .init([ExampleFiling(2024, ["proactive.regulations.inForce": "12"])], numerator: "12", shows: "12")
        ])
}
