import Checks
import Filings

/// Findings on the page: worst first, then organ and year; and what passed.
struct FindingsBlock {
    let input: ReportInput

    /// Findings shown on the page; the rest is in `data/findings.json`.
    private static let limit = 40

    var context: [String: Any] {
        let ordered = input.findings.enumerated().sorted { a, b in
            let left = (a.element.severity, a.element.organ ?? "", a.element.year ?? 0, a.offset)
            let right = (b.element.severity, b.element.organ ?? "", b.element.year ?? 0, b.offset)
            return left < right
        }.map(\.element)
        let shown = ordered.prefix(Self.limit)
        return [
            "summary": summary, "items": shown.map(item),
            "more": ordered.count > shown.count
                ? Words(
                    "另有 \(ordered.count - shown.count) 项见 data/findings.json。",
                    "\(ordered.count - shown.count) more in data/findings.json.")[input.language]
                : "",
        ]
    }

    private var summary: String {
        let counts = Severity.allCases.map { severity in input.findings.count { $0.severity == severity } }
        let concerned = Set(input.findings.filter { $0.severity == .error }.map(\.source)).count
        let total = input.set.filings.count
        return Words(
            "共读 \(total) 份报告，发现不符 \(counts[0]) 项、断点 \(counts[1]) 项、提示 \(counts[2]) 项；\(total - concerned) 份没有不符。",
            "\(total) filings were read: \(counts[0]) contradictions, \(counts[1]) breaks, \(counts[2]) hints; \(total - concerned) filings show no contradiction."
        )[input.language]
    }

    private func item(_ finding: Finding) -> [String: Any] {
        let badge: (Words, String) =
            switch finding.severity {
            case .error: (Words("不符", "differs"), "e")
            case .warning: (Words("断点", "break"), "w")
            case .note: (Words("提示", "hint"), "i")
            }
        let who = [
            finding.organ ?? finding.source, finding.year.map { Words("\($0) 年", "\($0)")[input.language] } ?? "",
        ]
        let check = AllChecks.check(finding.rule)
        return [
            "badge": badge.0[input.language], "class": badge.1, "title": who.joined(separator: " "),
            "message": finding.message[input.language], "rule": finding.rule,
            "ruleName": check?.name[input.language] ?? "", "advice": check?.page.whatToDo[input.language] ?? "",
            "evidence": finding.evidence.prefix(4).map { citation -> [String: Any] in
                let place = citation.evidence.place.map { ":\($0.line):\($0.column)" } ?? ""
                return ["place": citation.source + place, "text": citation.evidence.text]
            },
        ]
    }
}
