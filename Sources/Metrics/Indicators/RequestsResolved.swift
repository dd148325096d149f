import Filings

extension Indicator {
    /// Requests resolved in the year, whether received in it or carried over.
    package static let requestsResolved = Indicator(
        id: "requests-resolved",
        name: Words("办结量", "requests resolved"),
        unit: .cases,
        direction: .neither,
        formula: .known("requests.resolved.total"),
        nullRule: NullRules.count,
        source: Sources.tableThree,
        examples: [
            IndicatorExample(
                [.requests(2025, "148")], numerator: "148", shows: "148")
        ])
}
