import Filings

extension Indicator {
    /// Requests for information that is not held, would have to be created, or stayed unclear, of those resolved.
    package static let unavailableRate = Indicator(
        id: "unavailable-rate",
        name: Words("无法提供率", "unable-to-provide rate"),
        unit: .percent,
        direction: .lower,
        formula: .known("requests.unavailable.*.total / requests.resolved.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["granted": 70, "unavailable.notHeld": 10]), 10, over: 80, shows: "12.5%"),
            .noRequests,
        ])
}
