import Filings

extension Indicator {
    /// How evenly the answers of a year spread over the six kinds of outcome.
    package static let outcomeDiversity = Indicator(
        id: "outcome-diversity",
        name: Words("办理结果离散度", "outcome diversity (Shannon entropy)"),
        unit: .bits,
        direction: .neither,
        formula: .known(
            "entropy(requests.granted.total, requests.partiallyGranted.total, requests.refused.*.total, "
                + "requests.unavailable.*.total, requests.notProcessed.*.total, requests.otherHandling.*.total)"),
        nullRule: NullRules.index,
        caveats: [
            Words(
                "0 为全部同一结果，log2 6 ≈ 2.58 为六类均等；只说明分散程度，不说明好坏。",
                "0 when all answers are of one kind, log2 6 = 2.58 when all six are equal; it says how spread, not how good."
            )
        ],
        source: Words("C. E. Shannon (1948)；表三", "C. E. Shannon (1948); table three"),
        examples: [
            .init(
                [.outcomes(["granted": 4, "partiallyGranted": 2, "unavailable.notHeld": 1, "refused.security": 1])],
                denominator: "8", shows: "1.75"),
            .init([ExampleFiling(2025)], denominator: "0", shows: "—"),
        ])
}
