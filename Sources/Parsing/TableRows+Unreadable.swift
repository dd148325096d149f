import Filings
import Ingest

/// Cells that hold no figure where one should stand: they keep its place, so that the others keep theirs.
extension TableRows {
    /// So many figures make a row of table three.
    static let tableWidth = ApplicantColumn.allCases.count
    /// Longer words stand for no figure.
    private static let longestUnreadable = 8

    /// A row that has a cell for every column parts none of them by spaces: several figures in one cell are unreadable.
    static func joinParted(_ cells: inout [TableRow.Cell], of row: RawRow) {
        guard row.cells.allSatisfy({ $0.span == nil }) else { return }
        var joined: [TableRow.Cell] = []
        var next = cells[...]
        for raw in row.cells {
            let tokens = ValueScanner.tokens(in: raw.text, at: raw.place) ?? []
            let own = next.prefix(max(tokens.count, 1))
            next = next.dropFirst(own.count)
            if tokens.count > 1 {
                let token = ValueToken(content: .illegible, text: raw.text, place: raw.place, unit: nil)
                joined.append(TableRow.Cell(content: .value(token), place: raw.place))
            } else {
                joined += own
            }
        }
        if next.isEmpty { cells = joined }
    }

    /// Words between a row's figures, which name nothing (见附件, ?), stand where a figure should: they keep its place.
    static func markUnreadable(_ cells: inout [TableRow.Cell], of row: RawRow) {
        guard let first = cells.firstIndex(where: { $0.value != nil }),
            let last = cells.lastIndex(where: { $0.value != nil }),
            cells.count(where: { $0.value != nil }) >= 3
        else { return }
        func isUnreadable(_ cell: TableRow.Cell) -> Bool {
            guard let words = cell.words else { return false }
            return !words.namesSomething && words.approximateLength <= longestUnreadable
        }
        // What the row lacks may stand at its end: the total.
        let whole = first + tableWidth - 1
        let isCut = last < whole && whole < cells.count && cells[(last + 1)...whole].allSatisfy(isUnreadable)
        var range = first...(isCut ? whole : last)
        /// Marks, letters and digits; a label that wraps may be as short as a word.
        func isMark(_ cell: TableRow.Cell) -> Bool {
            isUnreadable(cell) && cell.words?.text.bytes.contains(where: Ideographs.isLead) == false
        }
        // A figure or a mark in each of the last cells, and words in front of them: the row is all there.
        let end = cells.lastIndex { !$0.isBlank } ?? last
        let start = end - tableWidth + 1
        if start > 0, start < first, cells[start...end].allSatisfy({ $0.isValue || isMark($0) }),
            cells[..<start].contains(where: { $0.words?.requestLabel != nil })
        {
            range = start...end
        }
        for index in range where isUnreadable(cells[index]) {
            guard let words = cells[index].words else { continue }
            let place = cells[index].place
            let printed = row.cells.first { $0.place == place }?.text ?? words.text.string
            cells[index].content = .value(ValueToken(content: .illegible, text: printed, place: place, unit: nil))
        }
    }

    /// What may end a label: 三安全一稳定”.
    private static let closings: Set<String> = ["”", "\"", "》", "）", ")", "、", "，", ","]
    /// So many of a row's figures must be readable.
    private static let leastReadable = 4

    /// A label and seven words that one space parts, nearly all of them figures: `1.属于国家秘密 0 0 * 0 0 见附件 0`.
    func lineWithUnreadable(_ raw: RawCell) -> TableRow? {
        let text = Array(raw.text.unicodeScalars)
        // Bars are a table's rules.
        let words = text.indices.split { Normalisation.isSpace(text[$0]) || text[$0] == "|" }
        let last = words.suffix(Self.tableWidth)
        guard words.count > last.count, let start = last.first?.lowerBound else { return nil }
        var cells: [TableRow.Cell] = []
        for range in last {
            let word = String(scalars: text[range])
            var place = raw.place
            place.column += range.lowerBound
            if let tokens = ValueScanner.tokens(in: word, at: place), tokens.count == 1 {
                cells.append(TableRow.Cell(content: .value(tokens[0]), place: place))
            } else {
                // A word in front of all figures may be the label's.
                guard range.count <= Self.longestMark, !ValueScanner.isUnit(word),
                    !cells.isEmpty || !word.utf8.contains(where: Ideographs.isLead) && !Self.closings.contains(word)
                else { return nil }
                let token = ValueToken(content: .illegible, text: word, place: place, unit: nil)
                cells.append(TableRow.Cell(content: .value(token), place: place))
            }
        }
        let readable = cells.count { $0.value?.value != nil }
        let label = lexicon.words(String(scalars: text[..<start]).trimmed)
        guard case .requestLine = label.requestLabel, (Self.leastReadable..<cells.count).contains(readable) else {
            return nil
        }
        return TableRow(cells: [TableRow.Cell(content: .words(label), place: raw.place)] + cells, isParagraph: false)
    }

    /// What stands for a figure on a line of its own (?, *, 见附件) is no longer.
    private static let longestMark = 3

    /// The same for cells on lines of their own: the cell as one that cannot be read, where a row lacks figures.
    static func unreadable(_ cell: TableRow.Cell, behind values: Int) -> TableRow.Cell {
        guard (1..<tableWidth).contains(values), let words = cell.words, !words.namesSomething,
            words.approximateLength <= longestMark
        else { return cell }
        var cell = cell
        let text = words.text.string
        cell.content = .value(ValueToken(content: .illegible, text: text, place: cell.place, unit: nil))
        return cell
    }
}
