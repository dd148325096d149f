import Filings

extension Indicator {
    /// Requests that could not be met for this reason, of all that could not: not held.
    package static let unavailableShareNotHeld = Indicator(
        id: "unavailable-share-not-held",
        name: Words("无法提供理由占比：不掌握", "share of unable to provide: not held"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.unavailable.notHeld.total / requests.unavailable.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["unavailable.notHeld": 3, "unavailable.unclear": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests that could not be met for this reason, of all that could not: needs creation.
    package static let unavailableShareNeedsCreation = Indicator(
        id: "unavailable-share-needs-creation",
        name: Words("无法提供理由占比：需另行制作", "share of unable to provide: needs creation"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.unavailable.needsCreation.total / requests.unavailable.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["unavailable.needsCreation": 3, "unavailable.notHeld": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])

    /// Requests that could not be met for this reason, of all that could not: unclear.
    package static let unavailableShareUnclear = Indicator(
        id: "unavailable-share-unclear",
        name: Words("无法提供理由占比：补正后仍不明确", "share of unable to provide: unclear"),
        unit: .percent,
        direction: .neither,
        formula: .known("requests.unavailable.unclear.total / requests.unavailable.*.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(.outcomes(["unavailable.unclear": 3, "unavailable.notHeld": 9]), 3, over: 12, shows: "25.0%"),
            .noRequests,
        ])
}
