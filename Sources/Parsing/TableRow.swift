import Filings
import Ingest

/// A row as the table readers see it: cells that are figures, empty, or words.
struct TableRow: Sendable {
    struct Cell: Sendable {
        enum Content: Sendable {
            case blank
            case value(ValueToken)
            case words(CellWords)
        }

        var content: Content
        var place: Place
        /// The columns of the page that the cell takes up, where rows are aligned and not parted.
        var span: Range<Int>?

        var value: ValueToken? {
            if case .value(let token) = content { return token }
            return nil
        }

        var words: CellWords? {
            if case .words(let text) = content { return text }
            return nil
        }

        var isBlank: Bool {
            if case .blank = content { return true }
            return false
        }
    }

    var cells: [Cell]
    /// Whether the row was cut out of run-together text.
    var isGlued = false
    /// Whether the row stands in prose, where figures are no cells.
    var isParagraph: Bool
    /// What the row's words say about its line of table three; set once all rows are formed.
    var label: Label?

    init(cells: [Cell], isGlued: Bool = false, isParagraph: Bool) {
        self.cells = cells
        self.isGlued = isGlued
        self.isParagraph = isParagraph
    }

    var values: [ValueToken] { cells.compactMap(\.value) }
    var place: Place { cells.first?.place ?? Place(line: 1, column: 1) }
    /// The index behind the last cell with words.
    var endOfWords: Int { (cells.lastIndex { $0.words != nil } ?? -1) + 1 }
}

/// Turns a document's rows into table rows: one-cell-per-line runs become rows, run-together text is cut at labels.
struct TableRows {
    let lexicon: Lexicon

    /// So many different line labels in one cell mean that a whole table runs together in it.
    private static let gluedLabels = 8

    func rows(of document: [RawRow]) -> [TableRow] {
        var rows: [TableRow] = []
        rows.reserveCapacity(document.count)
        for raw in document { append(raw, to: &rows) }
        rows = Self.regrouped(rows)
        for index in rows.indices { rows[index].findLabel() }
        return rows
    }

    private func append(_ raw: RawRow, to rows: inout [TableRow]) {
        if raw.kind == .empty { return rows.append(TableRow(cells: [], isParagraph: true)) }
        if raw.cells.count == 1, raw.kind == .paragraph { return appendParagraph(raw.cells[0], to: &rows) }
        var cells: [TableRow.Cell] = []
        cells.reserveCapacity(raw.cells.count + 1)
        for index in (TabbedLines.isIndented(raw) ? 1 : 0)..<raw.cells.count { append(raw.cells[index], to: &cells) }
        rows.append(TableRow(cells: cells, isParagraph: false))
    }

    private func append(_ raw: RawCell, to cells: inout [TableRow.Cell]) {
        if let token = ValueScanner.count(in: raw.text, at: raw.place) {
            cells.append(TableRow.Cell(content: .value(token), place: raw.place, span: raw.span))
        } else if raw.text.isEmpty {
            cells.append(TableRow.Cell(content: .blank, place: raw.place))
        } else if let words = lexicon.wordsOfKnownCell(raw.text) {
            cells.append(TableRow.Cell(content: .words(words), place: raw.place, span: raw.span))
        } else if let tokens = ValueScanner.tokens(in: raw.text, at: raw.place) {
            if tokens.isEmpty { cells.append(TableRow.Cell(content: .blank, place: raw.place)) }
            for token in tokens {
                cells.append(
                    TableRow.Cell(content: .value(token), place: token.place, span: tokens.count == 1 ? raw.span : nil))
            }
        } else if let (words, figure) = trailingFigure(raw) {
            cells.append(words)
            cells.append(figure)
        } else {
            cells.append(
                TableRow.Cell(content: .words(lexicon.words(ofCell: raw.text)), place: raw.place, span: raw.span))
        }
    }

    /// A long label may leave but one space before the row's first figure: `…缴纳费用、 0`.
    private func trailingFigure(_ raw: RawCell) -> (words: TableRow.Cell, figure: TableRow.Cell)? {
        guard ValueScanner.endsLikeFigure(raw.text) else { return nil }
        let scalars = Array(raw.text.unicodeScalars)
        guard let gap = scalars.lastIndex(where: Normalisation.isSpace), gap > 2, gap < scalars.count - 1 else {
            return nil
        }
        var place = raw.place
        place.column += gap + 1
        let figure = String(scalars: scalars[(gap + 1)...])
        guard let tokens = ValueScanner.tokens(in: figure, at: place), tokens.count == 1, tokens[0].value != nil else {
            return nil
        }
        let words = lexicon.words(String(scalars: scalars[..<gap]))
        guard LabelScanner.requestLabel(in: words.text) != nil else { return nil }
        let span = raw.span.map { ($0.upperBound - figure.unicodeScalars.count)..<$0.upperBound }
        return (
            TableRow.Cell(content: .words(words), place: raw.place),
            TableRow.Cell(content: .value(tokens[0]), place: place, span: span)
        )
    }

    private func appendParagraph(_ raw: RawCell, to rows: inout [TableRow]) {
        if let tokens = ValueScanner.tokens(in: raw.text, at: raw.place), !tokens.isEmpty {
            return rows.append(
                TableRow(cells: tokens.map { TableRow.Cell(content: .value($0), place: $0.place) }, isParagraph: true))
        }
        let words = lexicon.words(raw.text)
        let isLong = words.approximateLength > CellWords.labelLength
        if isLong, LabelScanner.names(requestLines: Self.gluedLabels, in: words.text) {
            rows += GluedText.rows(of: raw, lexicon)
        } else if !isLong, let row = GluedText.labelledRow(raw, lexicon) {
            rows.append(row)
        } else {
            rows.append(TableRow(cells: [TableRow.Cell(content: .words(words), place: raw.place)], isParagraph: true))
        }
    }

    /// Where cells stand one per line, the lines between two empty ones are one row.
    private static func regrouped(_ rows: [TableRow]) -> [TableRow] {
        var result: [TableRow] = []
        var run: [TableRow] = []
        func flush() {
            // Headings above a table of one cell per line are no cells of it.
            let headings = run.prefix { $0.isParagraph && $0.values.isEmpty }
            if headings.count < run.count, !run[headings.count...].contains(where: \.isParagraph) {
                result += headings
                run.removeFirst(headings.count)
            }
            if run.count >= 2, run.contains(where: { !$0.values.isEmpty }) || run.allSatisfy({ !$0.isParagraph }) {
                result += split(run)
            } else {
                result += run
            }
            run = []
        }
        for row in rows {
            if row.cells.count == 1, !row.isGlued, isShort(row.cells[0]) {
                run.append(row)
            } else {
                flush()
                if !row.cells.isEmpty { result.append(row) }
            }
        }
        flush()
        return result
    }

    private static func isShort(_ cell: TableRow.Cell) -> Bool {
        (cell.words?.approximateLength ?? 0) <= CellWords.labelLength
    }

    /// One row per run, parted before every label that follows a figure.
    private static func split(_ run: [TableRow]) -> [TableRow] {
        var rows: [TableRow] = []
        var current = TableRow(cells: [], isParagraph: false)
        for line in run {
            let cell = line.cells[0]
            if cell.words != nil, !current.values.isEmpty {
                rows.append(current)
                current.cells = []
            }
            current.cells.append(cell)
        }
        rows.append(current)
        return rows
    }
}
