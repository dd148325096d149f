import Filings

extension Indicator {
    /// Administrative normative documents in force at the end of the year.
    package static let normativeDocumentsInForce = Indicator(
        id: "normative-documents-in-force",
        name: Words("现行有效规范性文件", "normative documents in force"),
        unit: .cases,
        direction: .neither,
        formula: .known("proactive.normativeDocuments.inForce"),
        nullRule: NullRules.count,
        forms: [.form2021],
        caveats: [
            Words("2019 年表式的“对外公开总数量”不是现行有效件数，不可比。", "Not the disclosed total of the 2019 form.")
        ],
        source: Sources.tableTwo,
        examples: [
            IndicatorExample(
                [ExampleFiling(2024, ["proactive.normativeDocuments.inForce": "665"])], numerator: "665", shows: "665")
        ])
}
