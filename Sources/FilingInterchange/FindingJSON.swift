import Filings

/// Findings as JSON, as the contract has them.
package enum FindingJSON {
    package static let schema = "tongjian.findings/1"

    package static func value(_ finding: Finding) -> JSONValue {
        .members([
            ("rule", .string(finding.rule)),
            ("severity", .string(finding.severity.rawValue)),
            ("verdict", .string(finding.verdict.rawValue)),
            ("source", .string(finding.source)),
            ("sources", .strings(finding.sources)),
            ("organ", .optional(finding.organ)),
            ("year", .optional(finding.year)),
            ("measures", .strings(finding.measures.map { Measures[$0].code })),
            ("left", finding.left.map(side) ?? .null),
            ("right", finding.right.map(side) ?? .null),
            ("difference", .optional(finding.difference)),
            ("cancels", .array(finding.cancels.map(side))),
            ("cause", .optional(finding.cause)),
            ("message", words(finding.message)),
            ("evidence", .array(finding.evidence.map(citation))),
            ("advice", finding.advice.map(words) ?? .null),
            ("decision", finding.decision.map(decision) ?? .null),
            ("fingerprint", .string(finding.fingerprint)),
        ])
    }

    private static func words(_ words: Words) -> JSONValue {
        .members([("zh", .string(words.zh)), ("en", .string(words.en))])
    }

    private static func decision(_ decision: Decision) -> JSONValue {
        .members([
            ("kind", .string(decision.kind.rawValue)), ("author", .string(decision.author)),
            ("date", .string(decision.date)), ("reason", .string(decision.reason)),
            ("expiry", .optional(decision.expiry)),
        ])
    }

    package static func document(_ findings: [Finding]) -> JSONValue {
        .members([("schema", .string(schema)), ("findings", .array(findings.map(value)))])
    }

    private static func side(_ side: Finding.Side) -> JSONValue {
        .members([("text", .string(side.text)), ("value", .number(side.value))])
    }

    private static func citation(_ citation: Finding.Citation) -> JSONValue {
        .members(
            [("source", .string(citation.source))] + FilingJSON.place(citation.evidence.place)
                + [("text", .string(citation.evidence.text))])
    }
}
