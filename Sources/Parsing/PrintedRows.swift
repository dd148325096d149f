import Filings

/// The rows of a known table as the tables' readers see them.
enum PrintedRows {
    /// Rows with lines counted from 0 and columns less the figures in front; nil where a figure is no cell of its own.
    static func template(_ rows: [TableRow], firstLine: Int, figures: [PrintedTable.Figure]) -> [TableRow]? {
        var rows = rows
        var next = figures[...]
        for row in rows.indices {
            var passed = 0
            for cell in rows[row].cells.indices {
                rows[row].cells[cell].place.line -= firstLine
                rows[row].cells[cell].place.column -= passed
                guard isFigure(rows[row].cells[cell], next.first) else { continue }
                next.removeFirst()
                passed += rows[row].cells[cell].value?.text.utf8.count ?? 0
            }
        }
        return next.isEmpty ? rows : nil
    }

    private static func isFigure(_ cell: TableRow.Cell, _ figure: PrintedTable.Figure?) -> Bool {
        guard let figure else { return false }
        return cell.place.line == Int(figure.line) && cell.place.column == Int(figure.column)
    }

    /// The template with a text's figures.
    static func rows(
        _ template: [TableRow], of table: PrintedTable, _ matches: UnsafeBufferPointer<PrintedTable.Match>,
        firstLine: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> [TableRow] {
        var rows = template
        var next = zip(table.figures, matches).makeIterator()
        var pair = next.next()
        for row in rows.indices {
            var passed = 0
            for cell in rows[row].cells.indices {
                let isFigure = isFigure(rows[row].cells[cell], pair?.0)
                rows[row].cells[cell].place.line += firstLine
                rows[row].cells[cell].place.column += passed
                guard isFigure, let match = pair?.1 else { continue }
                rows[row].cells[cell].content = content(match, at: rows[row].cells[cell].place, text)
                passed += Int(match.length)
                pair = next.next()
            }
        }
        return rows
    }

    private static func content(
        _ match: PrintedTable.Match, at place: Place, _ text: UnsafeBufferPointer<UInt8>
    ) -> TableRow.Cell.Content {
        if match.isEmpty { return .blank }
        let printed = FigureText.text(text, match.range, match.figure.value)
        return .value(ValueToken(content: .number(match.figure.value), text: printed, place: place, unit: nil))
    }
}
