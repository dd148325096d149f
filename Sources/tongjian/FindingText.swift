import Checks
import FilingInterchange
import Filings

/// Findings for a terminal, grouped by organ, with a table by rule at the end.
enum FindingText {
    static func text(of findings: [Finding], language: Language) -> String {
        var text = ""
        var order: [String] = []
        var groups: [String: [Finding]] = [:]
        for finding in findings {
            let organ = finding.organ ?? finding.source
            if groups[organ] == nil { order.append(organ) }
            groups[organ, default: []].append(finding)
        }
        for organ in order {
            text += organ + "\n"
            for finding in groups[organ]! { text += entry(finding, language) }
            text += "\n"
        }
        return text + table(findings, language)
    }

    private static func entry(_ finding: Finding, _ language: Language) -> String {
        let year = finding.year.map(String.init) ?? "----"
        var text = "  \(year)  \(badge(finding, language))  \(finding.rule)\n        \(finding.message[language])\n"
        for citation in finding.evidence.prefix(2) {
            let place = citation.evidence.place.map { ":\($0.line):\($0.column)" } ?? ""
            text += "        \(citation.source)\(place)  \(citation.evidence.text)\n"
        }
        return text
    }

    static func badge(_ finding: Finding, _ language: Language) -> String {
        switch (finding.severity, language) {
        case (.error, .zh): "不符"
        case (.warning, .zh): "断点"
        case (.note, .zh): "提示"
        default: finding.severity.rawValue
        }
    }

    private static func table(_ findings: [Finding], _ language: Language) -> String {
        let rules = AllChecks.all.map(\.id).filter { id in findings.contains { $0.rule == id } }
        guard !rules.isEmpty else { return Words("没有发现问题。\n", "Nothing was found.\n")[language] }
        var text = Words("按规则统计\n", "By rule\n")[language]
        for rule in rules {
            let count = findings.count { $0.rule == rule }
            let name = AllChecks.check(rule)!.name[language]
            text +=
                "  \(TextTable.padded(String(count), to: 6, right: true))  \(TextTable.padded(rule, to: 24))  \(name)\n"
        }
        return text
    }

    static func csv(of findings: [Finding]) -> String {
        let header = [
            "rule", "severity", "verdict", "source", "organ", "year", "left", "right", "message", "line", "column",
            "fingerprint",
        ]
        return CSVText.text(
            [header]
                + findings.map { finding in
                    let place = finding.evidence.first?.evidence.place
                    return [
                        finding.rule, finding.severity.rawValue, finding.verdict.rawValue, finding.source,
                        finding.organ ?? "", finding.year.map(String.init) ?? "",
                        finding.left?.value.description ?? "", finding.right?.value.description ?? "",
                        finding.message.zh, place.map { String($0.line) } ?? "", place.map { String($0.column) } ?? "",
                        finding.fingerprint,
                    ]
                })
    }
}
