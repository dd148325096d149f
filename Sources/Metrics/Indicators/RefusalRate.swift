import Filings

extension Indicator {
    /// Requests refused for any of the eight reasons, of those resolved.
    package static let refusalRate = Indicator(
        id: "refusal-rate",
        name: Words("不予公开率", "refusal rate"),
        unit: .percent,
        direction: .lower,
        formula: .known("requests.refused.*.total / requests.resolved.total"),
        nullRule: NullRules.rate,
        caveats: [
            Words("部分公开中的不予公开部分不计入，比率偏低。", "Refusals inside partial grants are not counted, so the rate is low.")
        ],
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["granted": 28, "refused.security": 12]), 12, over: 40, shows: "30.0%"),
            .noRequests,
        ])
}
