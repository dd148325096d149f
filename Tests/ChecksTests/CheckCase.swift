import Checks
import Filings
import Foundation
import Ingest
import Parsing
import TestSupport

/// One marked case file: what is expected, then the texts of one or more filings. A marker (1️⃣, 2️⃣ ...) stands before
/// the characters at which the finding must point, and is taken out before the text is read.
///
///     # why
///     severity: error
///     verdict: violated
///     findings: 2            how many of the rule; 1 unless said otherwise
///     left: 76               the figures of the first finding
///     quote: 76              the evidence's text at the first marker
///     on: path               the file of the first finding; that of the first marker unless said otherwise
///     also: rule, rule       other rules that may report
///     known: reason          the places are not right yet
///     --- path of the filing
///     text
///     +++ path of another      like the first, with texts replaced
///     old -> new
///     --- register.csv         who must file
struct CheckCase {
    struct Mark {
        var source: String
        var place: Place
        var number: Character
    }

    let name: String
    /// The part of the name before `+`.
    var rule: String { String(name.prefix { $0 != "+" }) }
    private var headers: [String: String] = [:]
    private(set) var texts: [(source: String, text: String)] = []
    private(set) var marks: [Mark] = []
    private var isVariant = false

    subscript(key: String) -> String? { headers[key] }
    var count: Int { headers["findings"].flatMap(Int.init) ?? 1 }
    var allowed: Set<String> {
        Set([rule] + (headers["also"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }

    init(named name: String) throws {
        self.name = name
        var lines: [Substring] = []
        for line in try CaseFiles.text(name + ".case").split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("--- ") || line.hasPrefix("+++ ") {
                finish(&lines)
                texts.append((String(line.dropFirst(4)), ""))
                isVariant = line.hasPrefix("+")
            } else if texts.isEmpty {
                let parts = line.split(separator: ": ", maxSplits: 1)
                if parts.count == 2, !line.hasPrefix("#") { headers[String(parts[0])] = String(parts[1]) }
            } else {
                lines.append(line)
            }
        }
        finish(&lines)
        marks.sort { $0.number < $1.number }
    }

    private mutating func finish(_ lines: inout [Substring]) {
        guard let last = texts.indices.last else { return }
        if isVariant { lines = Self.variant(of: texts[0].text, lines) }
        var text = ""
        for (index, line) in lines.enumerated() {
            var column = 1
            for character in line {
                if character.unicodeScalars.last == "\u{20E3}" {
                    marks.append(
                        Mark(
                            source: texts[last].source, place: Place(line: index + 1, column: column), number: character
                        ))
                } else {
                    text.append(character)
                    column += character.unicodeScalars.count
                }
            }
            text += "\n"
        }
        texts[last].text = text
        lines = []
    }

    /// The lines of a text after replacements `old -> new`.
    private static func variant(of text: String, _ replacements: [Substring]) -> [Substring] {
        var text = text
        for line in replacements {
            guard let arrow = line.range(of: " -> ") else { continue }
            text = text.replacing(line[..<arrow.lowerBound], with: line[arrow.upperBound...])
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }

    /// The rules, asking the case's register where it has one.
    func rules() throws -> [any Check] {
        guard let table = texts.first(where: { $0.source == Self.registerName }) else { return AllChecks.all }
        let rows = table.text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return AllChecks.all(register: try Register(rows: rows, file: table.source))
    }

    private static let registerName = "register.csv"

    func filings() throws -> [Filing] {
        let parser = FilingParser(registry: DistrictRegistry())
        return try texts.filter { $0.source != Self.registerName }.map { source, text in
            guard case .read(let filing) = parser.parse(try FileReader.document(Array(text.utf8), source: source))
            else {
                throw NotRead(source: source)
            }
            return filing
        }
    }

    struct NotRead: Error {
        let source: String
    }
}
