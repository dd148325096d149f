extension Indicator {
    /// Requests granted in full or in part, of those resolved.
    package static let disclosureRate = Indicator(
        id: "disclosure-rate",
        name: Words("公开率", "disclosure rate"),
        unit: .percent,
        direction: .higher,
        formula: .known("(requests.granted.total + requests.partiallyGranted.total) / requests.resolved.total"),
        nullRule: NullRules.rate,
        caveats: [
            Words(
                "区分处理的申请只计入部分公开，因此部分公开含有不予公开的内容。",
                "Every partly refused request is counted as partly granted only.")
        ],
        source: Words(
            "上海市政府信息公开工作年度报告的口径（予以公开与部分公开之和除以办结总数）", "as published in the annual reports of Shanghai"),
        examples: [
            IndicatorExample(
                [
                    ExampleFiling(
                        2025,
                        [
                            "requests.received.total": "148", "requests.received.naturalPerson": "148",
                            "requests.granted.total": "33", "requests.granted.naturalPerson": "33",
                            "requests.partiallyGranted.total": "38", "requests.partiallyGranted.naturalPerson": "38",
                            "requests.refused.thirdParty.total": "77",
                            "requests.refused.thirdParty.naturalPerson": "77",
                            "requests.resolved.total": "148", "requests.resolved.naturalPerson": "148",
                        ])
                ], numerator: "71", denominator: "148", shows: "48.0%"),
            IndicatorExample([ExampleFiling(2025)], numerator: "0", denominator: "0", shows: "—"),
        ])
}
