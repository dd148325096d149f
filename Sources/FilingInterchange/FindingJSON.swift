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
            ("message", .members([("zh", .string(finding.message.zh)), ("en", .string(finding.message.en))])),
            ("evidence", .array(finding.evidence.map(citation))),
            ("fingerprint", .string(finding.fingerprint)),
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
