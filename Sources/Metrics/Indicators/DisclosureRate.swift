import Filings

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
            .init(
                .outcomes(["granted": 33, "partiallyGranted": 38, "unavailable.notHeld": 77]), 71, over: 148,
                shows: "48.0%"),
            .noRequests,
        ])
}
