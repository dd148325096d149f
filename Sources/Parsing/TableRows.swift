import Filings
import Ingest

/// Turns a document's rows into table rows: one-cell-per-line runs become rows, run-together text is cut at labels.
struct TableRows {
    let lexicon: Lexicon

    /// So many different line labels in one cell mean that a whole table runs together in it.
    private static let gluedLabels = 8

    func rows(of document: [RawRow]) -> [TableRow] {
        var rows: [TableRow] = []
        rows.reserveCapacity(document.count)
        let isSpaced = Self.isDoubleSpaced(document)
        let bare = FigureMarks.removed(from: SerialNumbers.removed(from: document))
        let listed = ListedFigures(lexicon: lexicon).rows(of: bare)
        for raw in listed where !isSpaced || raw.kind != .empty {
            if let parted = Self.rowsInOne(raw) {
                for row in parted { append(row, to: &rows) }
            } else {
                append(raw, to: &rows)
            }
        }
        rows = Self.regrouped(withWholeLabels(PlacedLabels(lexicon: lexicon).joined(in: rows)))
        for index in rows.indices {
            joinPieces(&rows[index])
            rows[index].findLabel()
        }
        return ColumnPieces.joined(TransposedRequests.turned(rows))
    }

    /// Where cells stand one per line and a label wraps, the pieces in front of the figures that make a label become one
    /// cell.
    private func joinPieces(_ row: inout TableRow) {
        let end = row.endOfWords
        guard row.isColumn, end > 1, row.holdsValue, let last = row.cells[end - 1].words,
            last.requestLabel == nil, last.proactiveLine == nil
        else { return }
        let first =
            row.cells[..<end].lastIndex { $0.words.map { LabelNumber.begins($0.text.string) } ?? false }
            ?? (row.cells[..<end].lastIndex { $0.words == nil } ?? -1) + 1
        if last.text.string.endsWithDigit, row.valueCount < ApplicantColumn.allCases.count {
            // A figure stands right behind the label's end: whose the others are is open.
            row.cells.removeSubrange(end...)
        }
        for start in max(first, end - Self.mostPieces)..<(end - 1) {
            let words = lexicon.words(row.cells[start..<end].compactMap { $0.words?.text.string }.joined())
            guard words.namesLine else { continue }
            row.cells[start].content = .words(words)
            row.cells.removeSubrange((start + 1)..<end)
            return
        }
    }

    /// Whether an empty line stands behind every line, as where a page's paragraphs were copied: then it parts nothing.
    private static func isDoubleSpaced(_ document: [RawRow]) -> Bool {
        let filled = document.indices.dropLast().filter { document[$0].kind != .empty }
        return filled.count > 60 && filled.count { document[$0 + 1].kind == .empty } * 20 >= filled.count * 19
    }

    private func append(_ raw: RawRow, to rows: inout [TableRow]) {
        if raw.kind == .empty { return rows.append(TableRow(cells: [], isParagraph: true)) }
        if raw.cells.count == 1, raw.kind == .paragraph { return appendParagraph(raw.cells[0], to: &rows) }
        var cells: [TableRow.Cell] = []
        cells.reserveCapacity(raw.cells.count + 1)
        let endOfLabel = Self.labelWithFigure(raw)
        for index in (TabbedLines.isIndented(raw) ? 1 : 0)..<raw.cells.count {
            if index == endOfLabel, let (words, figures) = trailingFigures(raw.cells[index], isLabel: true) {
                cells.append(words)
                cells += figures
            } else {
                append(raw.cells[index], to: &cells)
            }
        }
        if raw.cells.count > Self.tableWidth, cells.count > raw.cells.count { Self.joinParted(&cells, of: raw) }
        Self.markUnreadable(&cells, of: raw)
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
        } else if let (words, figures) = trailingFigures(raw) {
            cells.append(words)
            cells += figures
        } else {
            cells.append(
                TableRow.Cell(content: .words(lexicon.words(ofCell: raw.text)), place: raw.place, span: raw.span))
        }
    }

    /// A long label may leave but one space before the row's first figures: `…缴纳费用、 0`, `…申请数量 21 2 0`.
    /// `isLabel`: it is known for one.
    private func trailingFigures(
        _ raw: RawCell, isLabel: Bool = false
    ) -> (words: TableRow.Cell, figures: [TableRow.Cell])? {
        guard ValueScanner.endsLikeFigure(raw.text), let found = TrailingFigures(raw) else { return nil }
        let words = lexicon.words(found.words)
        guard isLabel || LabelScanner.requestLabel(in: words.text) != nil || words.proactiveLine != nil else {
            return nil
        }
        return (TableRow.Cell(content: .words(words), place: raw.place), found.figures)
    }

    /// The cell in front of all figures of a row of table three but the first, where only places part the cells.
    private static func labelWithFigure(_ raw: RawRow) -> Int? {
        let label = raw.cells.count - ApplicantColumn.allCases.count
        guard label >= 0, raw.cells[label].span != nil, raw.cells[label].text.endsWithDigit,
            ValueScanner.tokens(in: raw.cells[label].text, at: raw.cells[label].place) == nil
        else { return nil }
        let isFigures = raw.cells[(label + 1)...].allSatisfy { ValueScanner.count(in: $0.text, at: $0.place) != nil }
        return isFigures ? label : nil
    }

    private func appendParagraph(_ raw: RawCell, to rows: inout [TableRow]) {
        var raw = raw
        // The last figure stands in front of the table's rule.
        if raw.text.hasSuffix(" |") { raw.text = String(raw.text.dropLast(2)) }
        if let tokens = ValueScanner.tokens(in: raw.text, at: raw.place), !tokens.isEmpty {
            return rows.append(
                TableRow(cells: tokens.map { TableRow.Cell(content: .value($0), place: $0.place) }, isParagraph: true))
        }
        if let row = outcome(raw) { return rows.append(row) }
        let words = lexicon.words(raw.text)
        let isLong = words.approximateLength > CellWords.labelLength
        if isLong, LabelScanner.names(requestLines: Self.gluedLabels, in: words.text) {
            rows += GluedText.rows(of: raw, lexicon)
        } else if !isLong, let row = lineWithUnreadable(raw) ?? lineOfTable(raw) {
            rows.append(row)
        } else {
            rows.append(
                TableRow(
                    cells: [TableRow.Cell(content: .words(words), place: raw.place, span: raw.span)], isParagraph: true)
            )
        }
    }

    /// A label and its figures, or the end of a label and its figures.
    private func lineOfTable(_ raw: RawCell) -> TableRow? {
        let trailing = TrailingFigures(raw)
        return GluedText.labelledRow(raw, trailing, lexicon) ?? trailing.flatMap { endOfLabel(raw, $0) }
    }

    /// An outcome of table four and its figure on a line: `结果维持：1`.
    private func outcome(_ raw: RawCell) -> TableRow? {
        guard raw.text.utf8.count <= Self.longestOutcome else { return nil }
        let parts = raw.text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "：" || $0 == ":" }
        guard parts.count == 2 else { return nil }
        let words = lexicon.words(String(parts[0]))
        var place = raw.place
        place.column += parts[0].unicodeScalars.count + 1
        guard words.reviewOutcome != nil, let tokens = ValueScanner.tokens(in: String(parts[1]), at: place),
            tokens.count == 1
        else { return nil }
        return TableRow(
            cells: [
                TableRow.Cell(content: .words(words), place: raw.place),
                TableRow.Cell(content: .value(tokens[0]), place: tokens[0].place),
            ], isParagraph: false)
    }

    /// Bytes of the longest such line.
    private static let longestOutcome = 40

    /// Where cells stand one per line, the lines between two empty ones are one row.
    private static func regrouped(_ rows: [TableRow]) -> [TableRow] {
        var result: [TableRow] = []
        var run: [TableRow] = []
        func flush() {
            // Headings above a table of one cell per line are no cells of it.
            let headings = run.prefix { $0.isParagraph && !$0.holdsValue }
            if headings.count < run.count, !run[headings.count...].contains(where: \.isParagraph) {
                result += headings
                run.removeFirst(headings.count)
            }
            if run.count >= 2, run.contains(where: { $0.holdsValue }) || run.allSatisfy({ !$0.isParagraph }) {
                result += split(run)
            } else {
                result += run
            }
            run = []
        }
        for (index, row) in rows.enumerated() {
            if row.cells.count == 1, !row.isGlued, isShort(row.cells[0]) {
                run.append(row)
            } else if row.isGlued, row.cells.count == 2, row.cells[1].value != nil, isFigure(rows, index + 1) {
                // The first of its figures stands right behind a label, the others on lines of their own.
                run += row.cells.map { TableRow(cells: [$0], isParagraph: true) }
            } else if row.isParagraph, (2...3).contains(row.cells.count),
                row.cells.allSatisfy({ $0.value?.isNumber ?? false }),
                run.last?.holdsValue == true
            {
                // Two of the figures that stand one per line share one.
                run += row.cells.map { TableRow(cells: [$0], isParagraph: true) }
            } else {
                flush()
                if !row.cells.isEmpty { result.append(row) }
            }
        }
        flush()
        return result
    }

    /// Whether a row is nothing but one figure.
    private static func isFigure(_ rows: [TableRow], _ index: Int) -> Bool {
        rows.indices.contains(index) && rows[index].cells.count == 1 && rows[index].cells[0].value != nil
    }

    private static func isShort(_ cell: TableRow.Cell) -> Bool {
        (cell.words?.approximateLength ?? 0) <= CellWords.labelLength
    }

    /// A digit that is a label's number, where each of its characters stands on a line of its own: `1` above `.属于`.
    private static func number(_ cell: TableRow.Cell, before next: CellWords?) -> TableRow.Cell? {
        guard let next, LabelNumber.isBehindNumber(next.text.string), let digits = cell.value?.plainDigits,
            digits.count == 1
        else { return nil }
        var cell = cell
        cell.content = .words(CellWords(NormalisedText(String(digits[0]))))
        return cell
    }

    /// One row per run, parted before every label that follows a figure.
    private static func split(_ run: [TableRow]) -> [TableRow] {
        var rows: [TableRow] = []
        var current = TableRow(cells: [], isParagraph: false)
        // Of the current row; a run may have as many lines as a text.
        var values = 0
        var hasHeading = false
        for (index, line) in run.enumerated() {
            let next = index + 1 < run.count ? run[index + 1].cells[0].words : nil
            let cell = unreadable(Self.number(line.cells[0], before: next) ?? line.cells[0], behind: values)
            let startsBelowHeadings = hasHeading && cell.words?.requestLabel == .requestLine("received")
            if cell.words != nil, values > 0 || startsBelowHeadings {
                rows.append(current)
                (current.cells, values, hasHeading) = ([], 0, false)
            }
            current.cells.append(cell)
            values += cell.value == nil ? 0 : 1
            hasHeading = hasHeading || cell.words.map(TableRow.isApplicantHeading) ?? false
        }
        rows.append(current)
        for index in rows.indices { rows[index].isColumn = true }
        return rows
    }
}
