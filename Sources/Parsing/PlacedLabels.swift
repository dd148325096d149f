import Filings
import Ingest

/// Joins the labels of tables in whose narrow columns they wrap over several lines, with the figures beside their middle:
///
///             1.属于
///     （三）  国家秘    0   0   0   0   0   0   0
///     不予公  密
struct PlacedLabels {
    let lexicon: Lexicon

    /// A row of figures has so many at least.
    private static let leastFigures = 2
    /// No filing has more rows of figures, or pieces of labels beside them.
    private static let mostFigures = 300
    private static let mostPieces = 2_000
    /// A label wraps over so many lines at most.
    private static let mostLines = 16
    /// So many rows of figures must get their line's label so.
    private static let leastPlacedLabels = 6
    /// So many rows of figures have no line's label of their own.
    private static let leastUnnamed = 6
    /// So many lines above the first row of figures and below the last belong to their labels.
    private static let linesAround = 6
    /// Lines of one label stand in neighbouring rows but for so many rows of other columns between them.
    private static let rowsBetween = 2

    /// A line of a label: its row and cell, and the columns of the page that it takes up.
    struct Piece {
        var row: Int
        var cell: Int
        var span: Range<Int>
        var text: String
    }

    /// A label put together, with the row of figures beside it where one is found.
    struct WrappedLabel {
        var pieces: [Piece]
        var words: CellWords
        var figures: Int?

        /// Twice the row of its middle.
        var middle: Int { pieces[0].row + pieces[pieces.count - 1].row }
    }

    /// The rows with such labels in the rows of their figures.
    func joined(in rows: [TableRow]) -> [TableRow] {
        guard rows.contains(where: { $0.cells.contains { $0.span != nil } }) else { return rows }
        return inTableTwo(inTableThree(rows))
    }

    /// Those of table three; the rows as they were where too few lines are found so.
    private func inTableThree(_ rows: [TableRow]) -> [TableRow] {
        let figures = rows.indices.filter { Self.figuresStart(rows[$0]) != nil }
        guard figures.count(where: { !hasLine(rows[$0]) }) >= Self.leastUnnamed, figures.count <= Self.mostFigures
        else {
            return rows
        }
        let pieces = Self.pieces(of: rows, besides: figures)
        guard pieces.count <= Self.mostPieces else { return rows }
        var labels = Self.parted(pieces, figures).map(label)
        Self.place(&labels, beside: figures, in: rows)
        labels = labels.filter { $0.words.requestLabel != nil }
        let found = labels.count { $0.isLine && $0.figures != nil }
        return found < Self.leastPlacedLabels ? rows : Self.joined(rows, labels)
    }

    /// The label that the most of the pieces from the first on make: a line's, else a group's, else words.
    private func label(_ pieces: [Piece]) -> WrappedLabel {
        var group: WrappedLabel?
        for count in (1...min(pieces.count, Self.mostLines)).reversed() {
            let words = lexicon.words(pieces[..<count].map(\.text).joined())
            guard words.requestLabel != nil else { continue }
            let label = WrappedLabel(pieces: Array(pieces[..<count]), words: words)
            if label.isLine { return label }
            group = group ?? label
        }
        return group ?? WrappedLabel(pieces: pieces, words: lexicon.words(pieces.map(\.text).joined()))
    }

    /// Gives each row of figures the label of a line and that of a group whose middle is nearest; each label once. Words
    /// that nobody knows may be a line's.
    private static func place(_ labels: inout [WrappedLabel], beside figures: [Int], in rows: [TableRow]) {
        // Where labels and figures take turns, the first of them tells which belong together.
        let first = labels.first(where: \.isLine)?.pieces[0].row ?? 0
        let standAbove = !figures.contains(first - 1)
        var pairs: [(label: Int, row: Int, cost: Int)] = []
        for (index, label) in labels.enumerated() {
            for row in figures where label.isBeside(row, hasWords: rows[row].endOfWords > 0) {
                let distance = label.middle - 2 * row
                pairs.append(
                    (
                        index, row,
                        2 * abs(distance) + (distance < 0 && !standAbove || distance > 0 && standAbove ? 1 : 0)
                    ))
            }
        }
        var withLine: Set<Int> = []
        var withGroup: Set<Int> = []
        for (index, row, _) in pairs.sorted(by: { ($0.cost, $0.row) < ($1.cost, $1.row) })
        where labels[index].figures == nil {
            let isFree = labels[index].isGroup ? withGroup.insert(row).inserted : withLine.insert(row).inserted
            if isFree { labels[index].figures = row }
        }
    }

    /// Whether the row's own words name its line, of table two or three.
    private func hasLine(_ row: TableRow) -> Bool {
        row.cells.contains { $0.words?.namesLine ?? false }
    }

    /// Where the figures of a row begin that has nothing else behind its words, in columns of the page.
    private static func figuresStart(_ row: TableRow) -> Int? {
        let figures = row.cells[row.endOfWords...]
        // Two figures with one space between them have no spans.
        guard figures.count >= leastFigures, figures.allSatisfy({ $0.value != nil }) else { return nil }
        return figures.lazy.compactMap(\.span).first?.lowerBound
    }

    /// The words left of the figures. Pages may begin at different columns.
    private static func pieces(of rows: [TableRow], besides figures: [Int]) -> [Piece] {
        var pieces: [Piece] = []
        let ideograph = ideographWidth(in: rows)
        var next = figures[...]
        var starts = (above: 0, below: figuresStart(rows[figures[0]]) ?? 0)
        for row in max(0, figures[0] - linesAround)...min(rows.count - 1, figures[figures.count - 1] + linesAround) {
            if row == next.first {
                next.removeFirst()
                starts = (starts.below, next.first.flatMap { figuresStart(rows[$0]) } ?? 0)
            }
            for (index, cell) in rows[row].cells.enumerated() {
                guard let words = cell.words, words.approximateLength <= CellWords.labelLength else { continue }
                // A line by itself may have no span.
                let start = cell.span?.lowerBound ?? cell.place.column - 1
                let span = cell.span ?? start..<(start + width(of: words.text.string, ideograph))
                guard span.upperBound <= max(starts.above, starts.below) + 1 else { continue }
                pieces += parted(Piece(row: row, cell: index, span: span, text: words.text.string))
            }
        }
        return pieces
    }

    /// The columns of the page that an ideograph takes up in the cells whose spans are known: one or two.
    private static func ideographWidth(in rows: [TableRow]) -> Int {
        let known = rows.lazy.flatMap(\.cells).compactMap { cell -> (text: String, span: Range<Int>)? in
            guard let words = cell.words, let span = cell.span else { return nil }
            return (words.text.string, span)
        }
        let (wide, narrow) = known.reduce((0, 0)) { counts, cell in
            let isWide = abs(width(of: cell.text, 2) - cell.span.count) < abs(width(of: cell.text, 1) - cell.span.count)
            return isWide ? (counts.0 + 1, counts.1) : (counts.0, counts.1 + 1)
        }
        return wide > narrow ? 2 : 1
    }

    private static func width(of text: String, _ ideograph: Int) -> Int {
        max(1, text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : ideograph) })
    }

    /// A group's words and those of a line that stand so near one another as to be one cell: `不予处3.要求提供`.
    private static func parted(_ piece: Piece) -> [Piece] {
        let scalars = Array(piece.text.unicodeScalars)
        let inner = scalars.indices.dropFirst().dropLast().first { index in
            LabelNumber.begins(scalars[index], scalars[index + 1])
                && (scalars[index - 1].value >= 0x80 || scalars[index - 1] == ")")
        }
        guard let inner else { return [piece] }
        let middle = piece.span.lowerBound + piece.span.count * inner / scalars.count
        var (group, line) = (piece, piece)
        group.text = String(scalars: scalars[..<inner])
        line.text = String(scalars: scalars[inner...])
        group.span = piece.span.lowerBound..<max(middle, piece.span.lowerBound + 1)
        line.span = max(middle, piece.span.lowerBound)..<piece.span.upperBound
        return [group, line]
    }

    /// The pieces by label: each begins with its number and goes on below.
    private static func parted(_ pieces: [Piece], _ figures: [Int]) -> [[Piece]] {
        /// Rows of the table, between whose cells a label may go on.
        let figures = Set(figures)
        let table = figures.union(pieces.map(\.row))
        var labels: [[Piece]] = []
        for piece in pieces {
            let above = labels.lastIndex { label in
                let last = label[label.count - 1]
                // A label has the figures of one row.
                return (1...rowsBetween + 1).contains(piece.row - last.row) && last.span.overlaps(piece.span)
                    && ((last.row + 1)..<piece.row).allSatisfy(table.contains)
                    && !(figures.contains(piece.row) && label.contains { figures.contains($0.row) })
            }
            if let above, !LabelNumber.begins(piece.text) {
                labels[above].append(piece)
            } else {
                labels.append([piece])
            }
        }
        return labels
    }

    /// The rows with each label in front of its figures, or in the place of its first line where it has none, and without
    /// its other lines.
    static func joined(_ rows: [TableRow], _ labels: [WrappedLabel]) -> [TableRow] {
        var rows = rows
        var found: [Int: [TableRow.Cell]] = [:]
        var taken: [Int: Set<Int>] = [:]
        for label in labels {
            let first = label.pieces[0]
            rows[first.row].cells[first.cell].content = .words(label.words)
            if let figures = label.figures {
                found[figures, default: []].append(rows[first.row].cells[first.cell])
            }
            for piece in label.figures == nil ? label.pieces.dropFirst() : label.pieces[...] {
                taken[piece.row, default: []].insert(piece.cell)
            }
        }
        for (row, cells) in taken {
            rows[row].cells = rows[row].cells.enumerated().filter { !cells.contains($0.offset) }.map(\.element)
        }
        for (row, cells) in found {
            rows[row].cells = cells + rows[row].cells
            rows[row].isParagraph = false
        }
        return rows.enumerated().filter { taken[$0.offset] == nil || !$0.element.cells.isEmpty }.map(\.element)
    }
}

extension PlacedLabels.WrappedLabel {
    fileprivate var isLine: Bool { if case .requestLine = words.requestLabel { true } else { false } }
    fileprivate var isGroup: Bool { if case .group = words.requestLabel { true } else { false } }

    /// Whether a row of figures stands beside it; one without any words may lie a little higher or lower.
    fileprivate func isBeside(_ row: Int, hasWords: Bool) -> Bool {
        let reach = hasWords ? 0 : 1
        return (pieces[0].row - reach...pieces[pieces.count - 1].row + reach).contains(row)
    }
}
