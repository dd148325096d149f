import Filings

/// A row of table three that holds figures, with what the words around it say about its line.
struct DataRow {
    /// Cells from the first behind the words to the last.
    var figures: [TableRow.Cell]
    /// How many cells stand before `figures` in the row.
    var offset: Int
    var isGlued: Bool
    /// The label in the row itself, if any.
    var label: Label?
    /// A label on a row without figures, so many rows away.
    struct Nearby {
        var label: Label
        var distance: Int
    }

    /// Labels on rows without figures since the last data row and up to the next one.
    var nearby: [Nearby]
    /// Index in the document's rows.
    var index: Int

    var filledCount: Int {
        var count = 0
        for index in figures.indices where !figures[index].isBlank { count += 1 }
        return count
    }

    /// The row's figure where it has one only.
    var onlyFigure: ValueToken? { filledCount == 1 ? figures.first { !$0.isBlank }?.value : nil }

    /// Whether the row's own words name its line.
    var hasLine: Bool { if case .requestLine = label { true } else { false } }

    static func rows(in rows: [TableRow], region: Range<Int>, of form: StatutoryForm) -> [DataRow] {
        var result: [DataRow] = []
        var pending: [(label: Label, index: Int)] = []
        for index in region {
            let row = rows[index]
            let label = row.label
            let next = region.contains(index + 1) ? rows[index + 1] : nil
            guard var data = data(row, label: label, index: index), !figuresFollow(data, next) else {
                guard let label, !row.holdsValue else { continue }
                pending.append((label, index))
                if let last = result.indices.last {
                    result[last].nearby.append(Nearby(label: label, distance: index - result[last].index))
                }
                continue
            }
            data.nearby = pending.map { Nearby(label: $0.label, distance: index - $0.index) }
            result.append(data)
            pending = []
        }
        return withoutEmptyForm(withoutSubtotals(result, form))
    }

    /// Where the form stands empty above the one that is filled in, the rows of the latter.
    private static func withoutEmptyForm(_ rows: [DataRow]) -> [DataRow] {
        guard rows.count(where: { $0.filledCount == 0 }) >= leastEmpty else { return rows }
        let filled = Set(rows.lazy.filter { $0.filledCount > 0 }.compactMap(\.label))
        let rest = rows.filter { row in row.filledCount > 0 || !(row.label.map(filled.contains) ?? false) }
        return rows.count - rest.count >= leastEmpty ? rest : rows
    }

    /// So many empty rows of lines that others fill are a form.
    private static let leastEmpty = 10

    /// A group's row above that of its first line, which has a label and figures of its own, holds sums or nothing.
    private static func withoutSubtotals(_ rows: [DataRow], _ form: StatutoryForm) -> [DataRow] {
        rows.enumerated().filter { index, row in
            guard case .group(let group) = row.label, index + 1 < rows.count,
                case .requestLine(let key) = rows[index + 1].label
            else { return true }
            return form.tableThree.first { $0.group == group }?.key != key
        }.map(\.element)
    }

    /// An empty labelled row whose figures stand on the next row, which has no label.
    private static func figuresFollow(_ data: DataRow, _ next: TableRow?) -> Bool {
        guard let next, data.figures.allSatisfy(\.isBlank), next.label == nil else { return false }
        return next.valueCount >= 5
    }

    private static func data(_ row: TableRow, label: Label?, index: Int) -> DataRow? {
        guard let stretch = figures(of: row) else { return nil }
        let cells = Array(row.cells[stretch])
        let filled = cells.count { !$0.isBlank }
        let isLabelled = if case .requestLine = label { true } else { false }
        // Where only alignment parts the cells, empty ones leave nothing.
        let isAligned =
            (filled >= 3 || filled == 2 && cells.count == row.cells.count) && !row.isParagraph
            && cells.allSatisfy { $0.span != nil }
        let isWide =
            isAligned || cells.count >= 5 && filled >= 3 || cells.count >= 7 && !row.isParagraph
            || row.isGlued && filled > 0
        guard isWide || isLabelled && (filled > 0 || cells.count >= 6) else { return nil }
        return DataRow(
            figures: cells, offset: stretch.lowerBound, isGlued: row.isGlued, label: label, nearby: [], index: index)
    }

    /// The longest stretch of cells without words.
    private static func figures(of row: TableRow) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        for index in 0...row.cells.count {
            if index == row.cells.count || row.cells[index].words != nil {
                if index > start, row.cells[start..<index].contains(where: { !$0.isBlank }) || index - start >= 6,
                    index - start > (best?.count ?? 0)
                {
                    best = start..<index
                }
                start = index + 1
            }
        }
        return best
    }
}

/// Finds table three among a document's rows.
enum TableThreeRegion {
    /// Rows without any sign of the table that may stand between two of its rows (page furniture, wrapped labels).
    private static let gap = 14
    /// So many rows of the table must be seen.
    private static let leastRows = 4
    /// So many of a table of totals, which prints its zeros: in fewer rows with one figure each the others were lost.
    private static let leastTotals = 15

    static func find(in rows: [TableRow]) -> Range<Int>? {
        find(in: rows, ofTotals: false) ?? find(in: rows, ofTotals: true)
    }

    /// `ofTotals`: rows with a label and one figure count as well.
    private static func find(in rows: [TableRow], ofTotals: Bool) -> Range<Int>? {
        var clusters: [(range: Range<Int>, lines: Set<Label>)] = []
        for index in rows.indices where rows[index].label != nil {
            guard let label = anchor(rows[index], rows, index) ?? (ofTotals ? rows[index].labelOfFigure : nil) else {
                continue
            }
            if let last = clusters.last, index - last.range.upperBound <= gap {
                clusters[clusters.count - 1].range = last.range.lowerBound..<(index + 1)
                clusters[clusters.count - 1].lines.insert(label)
            } else {
                clusters.append((index..<(index + 1), [label]))
            }
        }
        // The form may stand empty above the one that is filled in.
        func filled(_ range: Range<Int>) -> Bool { rows[range].contains { $0.holdsValue } }
        let best = clusters.max {
            ($0.lines.count, filled($0.range) ? 1 : 0) < ($1.lines.count, filled($1.range) ? 1 : 0)
        }
        guard let best, best.lines.count >= (ofTotals ? leastTotals : leastRows) else { return nil }
        return withTrailingFigures(best.range, rows)
    }

    /// A label whose figures stand in its row, or in the next row with any cells.
    private static func anchor(_ row: TableRow, _ rows: [TableRow], _ index: Int) -> Label? {
        guard let label = row.label else { return nil }
        if row.isPlacedLine || row.cells.allSatisfy({ $0.span != nil }) {
            if case .requestLine = label { return label }
        }
        guard !row.isParagraph else { return nil }
        if hasFigures(row) { return label }
        guard index + 1 < rows.count else { return nil }
        let next = rows[index + 1]
        return next.label == nil && hasFigures(next) || !row.isParagraph && row.cells.count > 2 ? label : nil
    }

    private static func hasFigures(_ row: TableRow) -> Bool {
        row.valueCount >= 3 || row.isGlued && row.holdsValue || row.cells.count { $0.isBlank } >= 6
    }

    /// The figures of the last label may stand on the row below it.
    private static func withTrailingFigures(_ range: Range<Int>, _ rows: [TableRow]) -> Range<Int> {
        let next = range.upperBound
        guard next < rows.count, !hasFigures(rows[range.upperBound - 1]), hasFigures(rows[next]) else { return range }
        return range.lowerBound..<(next + 1)
    }
}

extension TableRow {
    /// The line's label where it stands in one cell and a figure in the other, as in a table of totals.
    fileprivate var labelOfFigure: Label? {
        guard case .requestLine = label, cells.count == 2, cells[1].isValue, !isParagraph else { return nil }
        return label
    }
}
