import Filings

/// Markdown with pipe tables, as people and recognition engines write them: ragged, one table per row, headers lost.
package struct MarkdownFormat: InputFormat {
    package let id = "markdown"
    package let name = Words("Markdown", "Markdown")

    /// So many lines that start with a pipe make a text Markdown.
    private static let leastPipes = 3

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool {
        guard let text = TextDecoding.decode(bytes) else { return false }
        var pipes = 0
        for line in TextFormat.lines(of: text) where line.first(where: { !PrintedSpace.isSpace($0) }) == "|" {
            pipes += 1
            if pipes >= Self.leastPipes { return true }
        }
        return false
    }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        let plain = try TextFormat().read(bytes, source: source, digest: digest)
        let lines = TextFormat.lines(of: TextDecoding.decode(bytes) ?? "")
        var rows: [RawRow] = []
        for (row, line) in zip(plain.rows, lines) {
            guard let first = row.cells.first, first.text.hasPrefix("|") else {
                rows.append(Self.withoutMarks(row))
                continue
            }
            let start = line.prefix { $0 != "|" }.count
            let text = String(Substring(line.dropFirst(start)))
            let cells = Self.cells(of: text, at: Place(line: row.line, column: start + 1))
            guard cells.count <= IngestLimits.rowCells else {
                throw .rowTooWide(line: row.line, limit: IngestLimits.rowCells)
            }
            if cells.allSatisfy({ Self.isRule($0.text) }) { continue }
            rows.append(RawRow(kind: .table, cells: cells, line: row.line))
        }
        return RawDocument(source: source, digest: digest, format: id, rows: rows)
    }

    /// Headings and emphasis without their marks.
    private static func withoutMarks(_ row: RawRow) -> RawRow {
        guard row.kind == .paragraph, var cell = row.cells.first else { return row }
        let body = cell.text.drop { $0 == "#" || $0 == "*" || $0 == " " || $0 == ">" }
        cell.place.column += cell.text.count - body.count
        cell.text = String(body.reversed().drop { $0 == "*" || $0 == "#" }.reversed())
        return RawRow(kind: .paragraph, cells: [cell], line: row.line)
    }

    private static func isRule(_ text: String) -> Bool {
        text.contains("-") && text.allSatisfy { $0 == "-" || $0 == ":" } && text.count >= 2
    }

    /// Cells between pipes; `\|` is a pipe inside a cell.
    private static func cells(of line: String, at place: Place) -> [RawCell] {
        var cells: [RawCell] = []
        var current = ""
        var start = place.column
        var column = place.column
        var escaped = false
        for character in line {
            column += 1
            if escaped {
                current.append(character)
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else if character == "|" {
                cells.append(cell(current, place, start))
                current = ""
                start = column
            } else {
                current.append(character)
            }
        }
        if current.contains(where: { !$0.isWhitespace }) { cells.append(cell(current, place, start)) }
        return Array(cells.dropFirst())
    }

    private static func cell(_ text: String, _ place: Place, _ start: Int) -> RawCell {
        let body = text.drop { $0.isWhitespace }
        var at = place
        at.column = start + text.count - body.count
        return RawCell(text: String(body.reversed().drop { $0.isWhitespace }.reversed()), place: at)
    }
}
