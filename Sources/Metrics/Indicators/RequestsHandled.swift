import Filings

extension Indicator {
    /// Requests on hand in the year: received and carried over.
    package static let requestsHandled = Indicator(
        id: "requests-handled",
        name: Words("办理总量", "requests on hand"),
        unit: .cases,
        direction: .neither,
        formula: .known("requests.received.total + requests.carriedOver.total"),
        nullRule: NullRules.count,
        source: Sources.tableThree,
        examples: [.init(.outcomes(["granted": 152], forward: 8, over: 6), 160, shows: "160")])
}
