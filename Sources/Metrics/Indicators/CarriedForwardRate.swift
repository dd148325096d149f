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
            IndicatorExample(
                [
                    ExampleFiling(
                        2025,
                        [
                            "requests.received.total": "154", "requests.received.naturalPerson": "154",
                            "requests.carriedOver.total": "6", "requests.carriedOver.naturalPerson": "6",
                            "requests.granted.total": "152", "requests.granted.naturalPerson": "152",
                            "requests.resolved.total": "152", "requests.resolved.naturalPerson": "152",
                            "requests.carriedForward.total": "8", "requests.carriedForward.naturalPerson": "8",
                        ])
                ], numerator: "8", denominator: "160", shows: "5.0%"),
            .noRequests,
        ])
}
