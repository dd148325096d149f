import Filings

extension Indicator {
    /// Requests handled otherwise, of those resolved; one line in the 2019 form, three since.
    package static let otherHandlingRate = Indicator(
        id: "other-handling-rate",
        name: Words("其他处理率", "other-handling rate"),
        unit: .percent,
        direction: .lower,
        formula: .known("requests.otherHandling.*.total / requests.resolved.total"),
        nullRule: NullRules.rate,
        caveats: [
            Words("2019 年表式仅一行，2021 年起分三行，只在合计上可比。", "Comparable across the forms at group level only.")
        ],
        source: Sources.tableThree,
        examples: [
            .init(
                .outcomes(["granted": 30, "otherHandling.unpaid": 4, "otherHandling.other": 6]), 10, over: 40,
                shows: "25.0%"),
            .noRequests,
        ])
}
