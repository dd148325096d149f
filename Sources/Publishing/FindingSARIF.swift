import Checks
import FilingInterchange
import Filings

/// Findings as SARIF 2.1.0 (OASIS standard, 2020), so that editors and code hosts show them at their lines.
package enum FindingSARIF {
    package static func document(_ findings: [Finding], rules: [any Check], language: Language) -> JSONValue {
        let positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset) })
        return .members([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            (
                "runs",
                .array([
                    .members([
                        ("tool", .members([("driver", driver(rules, language))])),
                        ("language", .string(language == .zh ? "zh-CN" : "en")),
                        ("columnKind", .string("unicodeCodePoints")),
                        ("results", .array(findings.map { result($0, positions, language) })),
                    ])
                ])
            ),
        ])
    }

    private static func driver(_ rules: [any Check], _ language: Language) -> JSONValue {
        .members([
            ("name", .string("tongjian")), ("version", .string(ProgramIdentity.version)),
            ("rules", .array(rules.map { rule($0, language) })),
        ])
    }

    private static func rule(_ check: any Check, _ language: Language) -> JSONValue {
        let help = check.page.headings.map { "\($0.heading[language])：\($0.text[language])" }.joined(separator: "\n\n")
        return .members([
            ("id", .string(check.id)), ("name", .string(check.name.en)),
            ("shortDescription", text(check.name[language])),
            ("fullDescription", text(check.page.whatItVerifies[language])), ("help", text(help)),
        ])
    }

    private static func text(_ text: String) -> JSONValue { .members([("text", .string(text))]) }

    private static func result(_ finding: Finding, _ positions: [String: Int], _ language: Language) -> JSONValue {
        let places =
            finding.evidence.isEmpty
            ? [location(finding.source, nil)] : finding.evidence.map { location($0.source, $0.evidence) }
        let own = finding.evidence.firstIndex { $0.source == finding.source }
        let first = own.map { places[$0] } ?? (finding.evidence.isEmpty ? places[0] : location(finding.source, nil))
        // The standard wants no location twice.
        var seen: Set<JSONValue> = [first]
        let related = places.filter { seen.insert($0).inserted }
        var members: [(String, JSONValue)] = [("ruleId", .string(finding.rule))]
        if let position = positions[finding.rule] { members.append(("ruleIndex", .integer(position))) }
        members += [
            ("kind", .string(finding.verdict == .violated ? "fail" : "review")),
            ("level", .string(level(finding))), ("message", text(message(finding, language))),
            ("locations", .array([first])), ("relatedLocations", .array(related)),
            ("partialFingerprints", .members([("tongjian/v1", .string(finding.fingerprint))])),
            ("suppressions", .array(finding.isSettled ? [suppression(finding.decision!)] : [])),
            (
                "properties",
                .members([
                    ("organ", .optional(finding.organ)), ("year", .optional(finding.year)),
                    ("verdict", .string(finding.verdict.rawValue)),
                    ("severity", .string(finding.severity.rawValue)),
                    ("measures", .strings(finding.measures.map { Measures[$0].code })),
                    ("cause", .optional(finding.cause)),
                ])
            ),
        ]
        return .members(members)
    }

    /// Only a result of kind `fail` may have a level; anything else says `none` (section 3.27.10).
    private static func level(_ finding: Finding) -> String {
        finding.verdict == .violated ? finding.severity.rawValue : "none"
    }

    private static func message(_ finding: Finding, _ language: Language) -> String {
        let who = [finding.organ, finding.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
        return (who.isEmpty ? "" : who + (language == .zh ? "：" : ": ")) + finding.message[language]
    }

    private static func suppression(_ decision: Decision) -> JSONValue {
        .members([
            ("kind", .string("external")), ("status", .string("accepted")),
            (
                "justification",
                .string("\(decision.kind.rawValue), \(decision.author) \(decision.date): \(decision.reason)")
            ),
        ])
    }

    private static func location(_ source: String, _ evidence: Evidence?) -> JSONValue {
        var physical: [(String, JSONValue)] = [("artifactLocation", .members([("uri", .string(uri(source)))]))]
        if let evidence, let place = evidence.place {
            var region: [(String, JSONValue)] = [
                ("startLine", .integer(place.line)), ("startColumn", .integer(max(1, place.column))),
            ]
            if !evidence.text.isEmpty { region.append(("snippet", text(evidence.text))) }
            physical.append(("region", .members(region)))
        }
        return .members([("physicalLocation", .members(physical))])
    }

    /// A path as a URI reference (RFC 3986): UTF-8 bytes other than unreserved characters and slashes are escaped; a
    /// colon in the first part would read as a scheme and is escaped too.
    private static func uri(_ path: String) -> String {
        var result = ""
        let digits = Array("0123456789ABCDEF")
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }
}
