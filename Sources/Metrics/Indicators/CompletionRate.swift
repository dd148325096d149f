import Filings

extension Indicator {
    /// Requests resolved, of all on hand in the year.
    package static let completionRate = Indicator(
        id: "completion-rate",
        name: Words("办结率", "completion rate"),
        unit: .percent,
        direction: .higher,
        formula: .known("requests.resolved.total / (requests.received.total + requests.carriedOver.total)"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["granted": 152], forward: 8, over: 6), 152, over: 160, shows: "95.0%"),
            .noRequests,
        ])
}
