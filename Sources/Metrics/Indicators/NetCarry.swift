import Filings

extension Indicator {
    /// Requests carried forward less those carried over.
    package static let netCarry = Indicator(
        id: "net-carry",
        name: Words("结转净变动", "net change of the carry"),
        unit: .cases,
        direction: .lower,
        formula: .known("requests.carriedForward.total - requests.carriedOver.total"),
        nullRule: NullRules.count,
        source: Sources.tableThree,
        examples: [.init(.outcomes(["granted": 10], forward: 2, over: 6), -4, shows: "−4")])
}
