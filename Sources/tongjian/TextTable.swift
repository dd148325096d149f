import FilingInterchange

/// Rows under a header with notes, for a terminal, a Markdown page or a spreadsheet.
struct TextTable {
    var header: [String]
    var rows: [[String]]
    /// Columns set to the right edge.
    var right: Set<Int> = []
    /// Lines under the table.
    var notes: [String] = []

    /// The forms in which tables are written.
    enum Format { case terminal, markdown, csv }

    func text(_ format: Format) -> String {
        switch format {
        case .terminal: terminal
        case .markdown: markdown
        case .csv: CSVText.text([header] + rows)
        }
    }

    /// Aligned by the width of characters; ideographs are two cells wide.
    private var terminal: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { EastAsianWidth.width($0[column]) }.max() ?? 0
        }
        func line(_ row: [String]) -> String {
            let cells = row.enumerated().map {
                Self.padded($0.element, to: widths[$0.offset], right: right.contains($0.offset))
            }
            var text = cells.joined(separator: "  ")
            while text.hasSuffix(" ") { text.removeLast() }
            return text + "\n"
        }
        let rule = line(widths.map { String(repeating: "-", count: $0) })
        return line(header) + rule + rows.map(line).joined()
            + (notes.isEmpty ? "" : "\n" + notes.map { $0 + "\n" }.joined())
    }

    private var markdown: String {
        func line(_ row: [String]) -> String { "| " + row.map(Self.escaped).joined(separator: " | ") + " |\n" }
        let rule = header.indices.map { right.contains($0) ? "---:" : "---" }
        return line(header) + "| " + rule.joined(separator: " | ") + " |\n" + rows.map(line).joined()
            + (notes.isEmpty ? "" : "\n" + notes.map { "- " + Self.escaped($0) + "\n" }.joined())
    }

    /// A cell must not end the row, nor begin markup.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline {
                result += " "
            } else {
                if "|\\`*_<[".contains(character) { result += "\\" }
                result.append(character)
            }
        }
        return result
    }

    static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
        let pad = String(repeating: " ", count: max(0, width - EastAsianWidth.width(text)))
        return right ? pad + text : text + pad
    }
}
