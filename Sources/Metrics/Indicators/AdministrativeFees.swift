import Filings

extension Indicator {
    /// Administrative fees collected in the year; not the processing fee of section six.
    package static let administrativeFees = Indicator(
        id: "administrative-fees",
        name: Words("行政事业性收费", "administrative fees"),
        unit: .tenThousandYuan,
        direction: .neither,
        formula: .known("proactive.fees.amount"),
        nullRule: NullRules.count,
        forms: [.form2021],
        caveats: [
            Words(
                "2019 年表式统计的是收费项目数量，不可比；与信息处理费无关。",
                "The 2019 form counts fee items instead; unrelated to the processing fee.")
        ],
        source: Sources.tableTwo,
        examples: [
            IndicatorExample(
                [ExampleFiling(2024, ["proactive.fees.amount": "24252.167479"])], numerator: "24252.167479",
                shows: "24,252.167479")
        ])
}
