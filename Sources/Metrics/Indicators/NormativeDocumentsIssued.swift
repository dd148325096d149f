import Filings

extension Indicator {
    /// Administrative normative documents issued in the year.
    package static let normativeDocumentsIssued = Indicator(
        id: "normative-documents-issued",
        name: Words("规范性文件制发", "normative documents issued"),
        unit: .cases,
        direction: .neither,
        formula: .known("proactive.normativeDocuments.issued"),
        nullRule: NullRules.count,
        forms: [.form2021],
        caveats: [
            Words(
                "2019 年表式的“本年新制作数量”定义不同，不相接续。",
                "The newly made documents of the 2019 form are defined differently.")
        ],
        source: Sources.tableTwo,
        examples: [
            .init([ExampleFiling(2024, ["proactive.normativeDocuments.issued": "17"])], numerator: "17", shows: "17")
        ])
}
