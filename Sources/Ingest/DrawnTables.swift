import Filings

/// Tables drawn with characters: bars part the cells, rules part the rows (`┌─┬─┐`, `│规章│0│`, `+---+---+`).
///
/// Rows are collected line by line. Where a cell wraps, the lines between two rules are one row.
struct DrawnTables {
    private(set) var rows: [RawRow] = []
    /// The lines since the last rule.
    private var lines: [RawRow]?
    /// Cells beside the last rule.
    private var ongoing: [RawCell] = []

    // MARK: Text with boxes

    /// The rows of a text with drawn boxes; nil where there is none.
    static func rows(of body: TextBody) -> [RawRow]? {
        guard body.bytes.withUnsafeBufferPointer(holdsBar) else { return nil }
        var tables = DrawnTables()
        for (index, line) in body.lines.enumerated() {
            let characters = Array(String(decoding: body.bytes[line.range], as: UTF8.self).unicodeScalars)
            if isRule(characters) {
                tables.rule()
            } else if let cells = cellsBesideRule(of: characters, line: index + 1) {
                tables.rule(behind: cells)
            } else if let cells = cells(of: characters, line: index + 1) {
                tables.append(RawRow(kind: .table, cells: cells, line: index + 1), isDrawn: true)
            } else {
                tables.append(TextFormat.row(body, index), isDrawn: false)
            }
        }
        tables.finish()
        return tables.rows
    }

    /// Whether U+2502, U+2503 or U+2551 occurs.
    private static func holdsBar(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.indices.dropLast(2).contains { text[$0] == 0xE2 && isBar(text[$0 + 1], text[$0 + 2]) }
    }

    private static func isBar(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x94 && (third == 0x82 || third == 0x83) || second == 0x95 && third == 0x91
    }

    private static func isBar(_ character: Unicode.Scalar) -> Bool { "│┃║".unicodeScalars.contains(character) }

    /// The cells that go on over a rule, in front of which it ends: `│不予├──┼──┤`; nil for other lines.
    private static func cellsBesideRule(of line: [Unicode.Scalar], line number: Int) -> [RawCell]? {
        guard let start = line.firstIndex(where: "├┝┞┟┠┡┢┣╞╟╠".unicodeScalars.contains), isRule(Array(line[start...]))
        else { return nil }
        return cells(of: line[..<start] + ["│"], line: number)
    }

    /// Whether a line is nothing but what draws a box.
    private static func isRule(_ line: [Unicode.Scalar]) -> Bool {
        let drawn = line.filter { !PrintedSpace.isSpace($0) }
        return drawn.count > 1 && drawn.allSatisfy { (0x2500...0x257F).contains($0.value) }
            && !drawn.allSatisfy(isBar)
    }

    /// The cells between bars; nil for a line with fewer than two bars.
    private static func cells(of line: [Unicode.Scalar], line number: Int) -> [RawCell]? {
        let bars = line.indices.filter { isBar(line[$0]) }
        guard bars.count > 1 else { return nil }
        return zip(bars, bars.dropFirst()).map { left, right in
            let inner = line[(left + 1)..<right]
            let start = inner.firstIndex { !PrintedSpace.isSpace($0) } ?? right
            let end = inner.lastIndex { !PrintedSpace.isSpace($0) }.map { $0 + 1 } ?? right
            return RawCell(text: String(scalars: inner[start..<end]), place: Place(line: number, column: start + 1))
        }
    }

    // MARK: Rows

    /// `cells`: those that the rule leaves out, which go on in the row below.
    mutating func rule(behind cells: [RawCell] = []) {
        finish()
        lines = []
        ongoing = cells
    }

    /// `isDrawn`: the row stands between bars.
    mutating func append(_ row: RawRow, isDrawn: Bool) {
        if isDrawn, lines != nil {
            var row = row
            for (index, cell) in zip(row.cells.indices, ongoing) where !cell.text.isEmpty {
                row.cells[index] = RawCell(text: cell.text + row.cells[index].text, place: cell.place)
            }
            ongoing = []
            lines?.append(row)
        } else {
            finish()
            rows.append(row)
        }
    }

    /// Ends the table.
    mutating func finish() {
        if let lines { rows += Self.joined(lines) }
        // No row went on with them.
        if let first = ongoing.first, ongoing.contains(where: { !$0.text.isEmpty }) {
            rows.append(RawRow(kind: .table, cells: ongoing, line: first.place.line))
        }
        (lines, ongoing) = (nil, [])
    }

    /// One row, where one line only has figures and no cell but its words goes on below; else the lines.
    private static func joined(_ lines: [RawRow]) -> [RawRow] {
        guard lines.count > 1, var row = lines.first, lines.allSatisfy({ $0.cells.count == row.cells.count }) else {
            return lines
        }
        for index in row.cells.indices {
            let pieces = lines.map { $0.cells[index] }.filter { !$0.text.isEmpty }
            guard let first = pieces.first else { continue }
            // `2` above `.其他法律`: the number of a line.
            let words = pieces.count > 1 && pieces[1].text.hasPrefix(".") ? pieces[1...] : pieces[...]
            guard pieces.count == 1 || words.allSatisfy({ !holdsFigure($0.text) }) else { return lines }
            row.cells[index] = first
            row.cells[index].text = pieces.map(\.text).joined()
        }
        return [row]
    }

    /// Whether a cell holds figures alone, or a mark for nothing.
    private static func holdsFigure(_ text: String) -> Bool { !text.unicodeScalars.contains { $0.value >= 0x2E80 } }
}
