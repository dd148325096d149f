import Filings

extension Indicator {
    /// The disclosure rate over requests that were decided on their substance; beside the disclosure rate, not instead.
    package static let comparableDisclosureRate = Indicator(
        id: "comparable-disclosure-rate",
        name: Words("可比公开率", "comparable disclosure rate"),
        unit: .percent,
        direction: .higher,
        formula: .known(
            "(requests.granted.total + requests.partiallyGranted.total) / (requests.resolved.total"
                + " - requests.notProcessed.*.total - requests.otherHandling.*.total)"),
        nullRule: NullRules.rate,
        caveats: [
            Words(
                "分母剔除不予处理和其他处理，类似英国的可处理申请口径。",
                "The denominator leaves out what was not processed, as the UK base of resolvable requests does.")
        ],
        source: Sources.tableThree,
        examples: [
            .init(
                .outcomes([
                    "granted": 40, "partiallyGranted": 10, "refused.security": 30, "notProcessed.petition": 15,
                    "otherHandling.other": 5,
                ]), 50, over: 80, shows: "62.5%"),
            .noRequests,
        ])
}
