import Filings

extension Indicator {
    /// Normative documents repealed in the year, of those in force and repealed.
    package static let repealRate = Indicator(
        id: "repeal-rate",
        name: Words("规范性文件废止率", "repeal rate"),
        unit: .percent,
        direction: .neither,
        formula: .known(
            "proactive.normativeDocuments.repealed / (proactive.normativeDocuments.inForce"
                + " + proactive.normativeDocuments.repealed)"),
        nullRule: NullRules.rate,
        forms: [.form2021],
        source: Sources.tableTwo,
        examples: [
            .init(
                ExampleFiling(
                    2024,
                    ["proactive.normativeDocuments.repealed": "4", "proactive.normativeDocuments.inForce": "36"]), 4,
                over: 40, shows: "10.0%"),
            .noRequests,
        ])
}
