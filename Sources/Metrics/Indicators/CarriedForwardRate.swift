import Filings

extension Indicator {
    /// Requests carried forward to the next year, of all on hand in the year.
    package static let carriedForwardRate = Indicator(
        id: "carried-forward-rate",
        name: Words("结转率", "carried-forward rate"),
        unit: .percent,
        direction: .lower,
        formula: .known("requests.carriedForward.total / (requests.received.total + requests.carriedOver.total)"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["granted": 152], forward: 8, over: 6), 8, over: 160, shows: "5.0%"),
            .noRequests,
        ])
}
