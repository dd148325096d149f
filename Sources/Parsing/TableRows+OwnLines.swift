import Filings
import Ingest

/// Tables in which labels wrap, or stand on lines of their own, in front of their figures:
/// `…申请数` / `量` / `609 95 1 0 82 18 805`, `…重新出具已获` / `取信息 0 0 0 0 0 0 0`.
extension TableRows {
    /// So many lines may make a label: each may hold one character.
    static let mostPieces = 40
    /// So many of table three's lines must have labels on lines of their own.
    private static let leastLines = 4
    /// One figure may be a cell of a table that stands one cell a line; more than these are table four's.
    private static let figuresOfOwnLine = 2...14
    /// So many figures behind words that are no label are behind the end of one.
    private static let figuresBehindEnd = 5...14

    /// The end of a label that wraps, with its figures.
    func endOfLabel(_ raw: RawCell, _ found: TrailingFigures) -> TableRow? {
        guard ValueScanner.endsLikeFigure(raw.text), Self.figuresBehindEnd.contains(found.figures.count),
            !found.words.unicodeScalars.contains(where: Normalisation.isSpace)
        else { return nil }
        let words = TableRow.Cell(content: .words(lexicon.words(found.words)), place: raw.place)
        return TableRow(cells: [words] + found.figures, isGlued: true, isParagraph: true)
    }

    /// The rows with such labels and their figures in one.
    func withWholeLabels(_ rows: [TableRow]) -> [TableRow] {
        joined(
            joined(rows, least: 1, startOfFigures: startBehindEnd), least: Self.leastLines,
            startOfFigures: startOfOwnLine)
    }

    /// The rows with labels joined, where they are those of so many of table three's lines; else as they were.
    private func joined(_ rows: [TableRow], least: Int, startOfFigures: (TableRow) -> Int?) -> [TableRow] {
        guard rows.contains(where: { startOfFigures($0) != nil }) else { return rows }
        var result: [TableRow] = []
        result.reserveCapacity(rows.count)
        var lines: Set<Label> = []
        for row in rows {
            guard let start = startOfFigures(row), let (label, pieces) = label(result, row.cells[..<start]) else {
                result.append(row)
                continue
            }
            if let line = label.words?.requestLabel { lines.insert(line) }
            result.removeLast(pieces)
            var whole = row
            whole.cells = [label] + row.cells[start...]
            whole.isParagraph = false
            // Figures on a line of their own.
            if start == 0 { (whole.isGlued, whole.isColumn) = (true, true) }
            result.append(whole)
        }
        return lines.count >= least ? result : rows
    }

    /// The end of a label in front of its figures, which one space or the table's cells part from it.
    private func startBehindEnd(_ row: TableRow) -> Int? {
        if row.isParagraph { return row.isGlued && row.cells.count > 1 ? 1 : nil }
        guard row.cells.first?.words != nil, row.valueCount >= Self.figuresBehindEnd.lowerBound,
            row.cells.allSatisfy({ $0.words?.requestLabel == nil })
        else { return nil }
        return 1
    }

    private func startOfOwnLine(_ row: TableRow) -> Int? {
        Self.figuresOfOwnLine.contains(row.cells.count) && row.cells.allSatisfy({ $0.value != nil }) ? 0 : nil
    }

    /// The label that the last lines and `end` make, and how many lines it takes.
    private func label(_ rows: [TableRow], _ end: ArraySlice<TableRow.Cell>) -> (cell: TableRow.Cell, pieces: Int)? {
        var text = end.first?.words?.text.string ?? ""
        for (index, row) in rows.suffix(Self.mostPieces).reversed().enumerated() {
            guard row.isParagraph, row.cells.count == 1, let words = row.cells[0].words,
                words.approximateLength <= CellWords.labelLength
            else { return nil }
            text = words.text.string + text
            let whole = lexicon.words(text)
            if whole.requestLabel != nil || index == 0 && end.isEmpty && whole.proactiveLine != nil {
                return (TableRow.Cell(content: .words(whole), place: row.place), index + 1)
            }
            if LabelNumber.begins(words.text.string) { return nil }
        }
        return nil
    }
}
