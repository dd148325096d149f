import Filings

extension Indicator {
    /// Requests granted in full, of those resolved.
    package static let fullDisclosureRate = Indicator(
        id: "full-disclosure-rate",
        name: Words("予以公开率", "full disclosure rate"),
        unit: .percent,
        direction: .higher,
        formula: .known("requests.granted.total / requests.resolved.total"),
        nullRule: NullRules.rate,
        source: Sources.tableThree,
        examples: [
            .init(
                .outcomes(["granted": 33, "partiallyGranted": 38, "unavailable.notHeld": 77]), 33, over: 148,
                shows: "22.3%"),
            .noRequests,
        ])
}
