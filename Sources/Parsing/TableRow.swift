import Filings
import Ingest

/// A row as the table readers see it: cells that are figures, empty, or words.
struct TableRow: Sendable {
    struct Cell: Sendable {
        enum Content: Sendable {
            case blank
            case value(ValueToken)
            case words(NormalisedText)
        }

        var content: Content
        var place: Place
        /// The columns of the page that the cell takes up, where rows are aligned and not parted.
        var span: Range<Int>?

        var value: ValueToken? {
            if case .value(let token) = content { return token }
            return nil
        }

        var words: NormalisedText? {
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
    private(set) var label: Label?

    mutating func setLabel(_ label: Label?) { self.label = label }

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
enum TableRows {
    static func rows(of document: RawDocument) -> [TableRow] {
        regrouped(document.rows.map(row).flatMap { $0 }).map { $0.labelled() }
    }

    /// Longer texts are prose or run-together tables, not labels.
    private static let labelLength = 60
    /// So many different line labels in one cell mean that a whole table runs together in it.
    private static let gluedLabels = 8

    private static func row(_ raw: RawRow) -> [TableRow] {
        if raw.kind == .empty { return [TableRow(cells: [], isParagraph: true)] }
        if raw.cells.count == 1, let cell = raw.cells.first, raw.kind == .paragraph {
            return paragraph(cell)
        }
        var cells: [TableRow.Cell] = []
        // A tab in front of a line's only cell indents it; it makes no cell of its own.
        let isIndented = raw.cells.count == 2 && raw.cells[0].text.isEmpty
        for cell in raw.cells.dropFirst(isIndented ? 1 : 0) {
            cells += Self.cells(of: cell)
        }
        return [TableRow(cells: cells, isParagraph: false)]
    }

    private static func cells(of raw: RawCell) -> [TableRow.Cell] {
        if let tokens = ValueScanner.tokens(in: raw.text, at: raw.place) {
            guard !tokens.isEmpty else { return [TableRow.Cell(content: .blank, place: raw.place)] }
            return tokens.map { TableRow.Cell(content: .value($0), place: $0.place, span: tokens.count == 1 ? raw.span : nil) }
        }
        if let cells = trailingFigure(raw) { return cells }
        return [TableRow.Cell(content: .words(NormalisedText(raw.text)), place: raw.place, span: raw.span)]
    }

    /// A long label may leave but one space before the row's first figure: `…缴纳费用、 0`.
    private static func trailingFigure(_ raw: RawCell) -> [TableRow.Cell]? {
        let scalars = Array(raw.text.unicodeScalars)
        guard let gap = scalars.lastIndex(where: Normalisation.isSpace), gap > 2, gap < scalars.count - 1 else { return nil }
        var place = raw.place
        place.column += gap + 1
        let figure = String(scalars: scalars[(gap + 1)...])
        guard let tokens = ValueScanner.tokens(in: figure, at: place), tokens.count == 1, tokens[0].value != nil else { return nil }
        let words = NormalisedText(String(scalars: scalars[..<gap]))
        guard LabelScanner.requestLabel(in: words) != nil else { return nil }
        let span = raw.span.map { ($0.upperBound - figure.unicodeScalars.count)..<$0.upperBound }
        return [
            TableRow.Cell(content: .words(words), place: raw.place),
            TableRow.Cell(content: .value(tokens[0]), place: place, span: span),
        ]
    }

    private static func paragraph(_ raw: RawCell) -> [TableRow] {
        if let tokens = ValueScanner.tokens(in: raw.text, at: raw.place), !tokens.isEmpty {
            return [TableRow(cells: tokens.map { .init(content: .value($0), place: $0.place) }, isParagraph: true)]
        }
        let normalised = NormalisedText(raw.text)
        let isLong = normalised.approximateLength > labelLength
        if isLong, LabelScanner.requestLines(in: normalised).count >= gluedLabels {
            return GluedText.rows(of: raw)
        }
        if !isLong, let row = GluedText.labelledRow(raw) { return [row] }
        return [TableRow(cells: [.init(content: .words(normalised), place: raw.place)], isParagraph: true)]
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
        (cell.words?.approximateLength ?? 0) <= labelLength
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
