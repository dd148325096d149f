import Filings

extension PlacedLabels {
    /// A label of table two wraps over so many lines at most, and stands beside so many figures.
    private static let lines = 2...4
    private static let figures = 1...3
    /// Table two has so many lines of text at most.
    private static let rows = 80

    /// Labels of table two have no numbers: neighbouring lines that make one, around a row of figures.
    func inTableTwo(_ rows: [TableRow]) -> [TableRow] {
        guard let start = rows.firstIndex(where: { $0.cells.contains { $0.words?.headsTableTwo ?? false } }) else {
            return rows
        }
        var labels: [WrappedLabel] = []
        for row in start..<min(start + Self.rows, rows.count) {
            let cells = rows[row].cells
            let behind = rows[row].endOfWords
            guard behind <= 1, Self.figures.contains(cells.count - behind),
                cells[behind...].allSatisfy({ $0.value != nil }), cells.first?.words?.proactiveLine == nil,
                let label = label(around: row, rows)
            else { continue }
            labels.append(label)
        }
        return labels.isEmpty ? rows : Self.joined(rows, labels)
    }

    /// The longest label of table two whose lines stand around a row of figures, as many above as below.
    private func label(around row: Int, _ rows: [TableRow]) -> WrappedLabel? {
        for count in Self.lines.reversed() {
            for first in (row - count)...row {
                // The figures' row holds a line of the label itself or stands between two.
                let isBetween = rows[row].endOfWords == 0
                let last = first + count - (isBetween ? 0 : 1)
                guard first >= 0, last < rows.count, first <= row, row <= last, abs(first + last - 2 * row) <= 1 else {
                    continue
                }
                let pieces = (first...last).filter { $0 != row || !isBetween }.compactMap { index -> Piece? in
                    guard index == row || rows[index].cells.count == 1, let words = rows[index].cells.first?.words
                    else {
                        return nil
                    }
                    return Piece(row: index, cell: 0, span: 0..<0, text: words.text.string)
                }
                guard pieces.count == count else { continue }
                let words = lexicon.words(pieces.map(\.text).joined())
                if words.proactiveLine != nil { return WrappedLabel(pieces: pieces, words: words, figures: row) }
            }
        }
        return nil
    }
}
