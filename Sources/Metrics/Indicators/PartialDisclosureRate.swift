import Filings

extension Indicator {
    /// Requests granted in part, of those resolved.
    package static let partialDisclosureRate = Indicator(
        id: "partial-disclosure-rate",
        name: Words("部分公开率", "partial disclosure rate"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.partiallyGranted.total / requests.resolved.total"),
        nullRule: NullRules.rate,
        caveats: [Words("区分处理的申请全部计入部分公开。", "Absorbs every case of separate treatment.")],
        source: Sources.tableThree,
        examples: [
            .init(
                .outcomes(["granted": 33, "partiallyGranted": 38, "unavailable.notHeld": 77]), 38, over: 148,
                shows: "25.7%"),
            .noRequests,
        ])
}
