import Filings

extension Indicator {
    /// Requests not processed (petitions, repeated or excessive ones ...), of those resolved.
    package static let notProcessedRate = Indicator(
        id: "not-processed-rate",
        name: Words("不予处理率", "not-processed rate"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.notProcessed.*.total / requests.resolved.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["granted": 30, "notProcessed.repeated": 10]), 10, over: 40, shows: "25.0%"),
            .noRequests,
        ])
}
