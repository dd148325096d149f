import Checks
import FilingInterchange
import Filings
import Foundation

/// Findings for a terminal, grouped by organ, with a table by rule at the end.
enum FindingText {
    static func text(of findings: [Finding], language: Language, width: Int) -> String {
        var text = ""
        var order: [String] = []
        var groups: [String: [Finding]] = [:]
        for finding in findings {
            let organ = finding.organ ?? finding.source
            let key = [organ, finding.district.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(finding)
        }
        for key in order {
            text += TerminalTable.wrapped(key, width: width, indent: 0)
            for finding in groups[key]! { text += entry(finding, language, width) }
            text += "\n"
        }
        return text + table(findings, language)
    }

    private static func entry(_ finding: Finding, _ language: Language, _ width: Int) -> String {
        let year = finding.year.map(String.init) ?? "----"
        var text = "  \(year)  \(badge(finding, language))  \(finding.rule)  \(finding.fingerprint)\n"
        text += TerminalTable.wrapped(finding.message[language], width: width, indent: 8)
        for citation in finding.evidence.prefix(2) {
            let place = citation.evidence.place.map { ":\($0.line):\($0.column)" } ?? ""
            text += TerminalTable.wrapped(
                "\(citation.source)\(place)  \(citation.evidence.text)", width: width, indent: 8)
        }
        if let decision = finding.decision {
            text += TerminalTable.wrapped(
                "\(word(decision.kind)[language])：\(decision.author) \(decision.date) \(decision.reason)", width: width,
                indent: 8)
        }
        return text
    }

    private static func word(_ kind: Decision.Kind) -> Words {
        switch kind {
        case .confirmed: Words("已确认", "confirmed")
        case .dismissed: Words("不成立", "dismissed")
        case .explained: Words("已说明", "explained")
        }
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
                "  \(TerminalTable.padded(String(count), to: 6, right: true))  \(TerminalTable.padded(rule, to: 24))  \(name)\n"
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

/// Columns on a terminal: ideographs are two cells wide.
enum TerminalTable {
    /// The width of the terminal in cells; 100 where the output is no terminal, so that files do not depend on it.
    static var terminalWidth: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
            return 100
        }
        return Int(size.ws_col)
    }

    /// Text in lines no wider than a width, broken between ideographs or at spaces, each behind an indent.
    static func wrapped(_ text: String, width: Int, indent: Int) -> String {
        let room = max(10, width - indent)
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in words(text) {
            let needed = self.width(word)
            if used + needed > room, used > 0 {
                lines.append(line)
                (line, used) = ("", 0)
                if word == " " { continue }
            }
            line += word
            used += needed
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines.map { margin + $0 + "\n" }.joined()
    }

    /// Runs of narrow characters, single wide ones and spaces; a run longer than a line is cut.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var run = ""
        for character in text {
            let isNarrow =
                character != " " && character.unicodeScalars.allSatisfy { !isWide($0) } && !character.isNewline
            if isNarrow, run.count < 30 {
                run.append(character)
                continue
            }
            if !run.isEmpty { words.append(run) }
            run = isNarrow ? String(character) : ""
            if !isNarrow { words.append(character.isNewline || character == "\t" ? " " : String(character)) }
        }
        return run.isEmpty ? words : words + [run]
    }

    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    /// East Asian Width W and F, near enough for these tables.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let pad = String(repeating: " ", count: max(0, width - self.width(text)))
        return right ? pad + text : text + pad
    }

    /// Rows under a header; columns in `right` are set to the right edge.
    static func text(header: [String], rows: [[String]], right: Set<Int>) -> String {
        let widths = header.indices.map { column in
            ([header] + rows).map { width($0[column]) }.max() ?? 0
        }
        func line(_ row: [String]) -> String {
            let cells = row.enumerated().map {
                padded($0.element, to: widths[$0.offset], right: right.contains($0.offset))
            }
            var text = cells.joined(separator: "  ")
            while text.hasSuffix(" ") { text.removeLast() }
            return text + "\n"
        }
        return line(header) + line(widths.map { String(repeating: "-", count: $0) }) + rows.map(line).joined()
    }
}
