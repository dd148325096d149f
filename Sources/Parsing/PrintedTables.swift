import Filings
import Ingest

/// The tables that texts printed so far: a text with the same tables is read at once, without weighing anything.
///
/// A table is remembered when every cell of it was read by position, so that the next text with the same words around
/// its figures would be read in the same way, only slower. Holds at most `limit` tables of some ten kilobytes. Confined
/// to one parse at a time by `LexiconPool`.
final class PrintedTables {
    /// What a text's tables say, and its rows without those of the tables.
    struct Printed {
        var body: TextBody
        var form: FormID
        var tables: Tables
        var rows: [RowWords]

        enum Tables {
            /// Every cell has its figure.
            case whole(ReadingTable)
            /// Some cells are empty. What they mean in these tables is for the tables' readers to say; the others' cells.
            case open(Set<StatutoryTable>, [TableRow], others: ReadingTable)
        }
    }

    let sentences: PrintedSentences
    @exclusivity(unchecked) private var known: [UInt64: [PrintedTable]] = [:]
    private var count = 0
    @exclusivity(unchecked) private var matches = GrowingBuffer<PrintedTable.Match>(capacity: 256)
    @exclusivity(unchecked) private var figures = GrowingBuffer<ReadingTable.Figure>(capacity: 256)

    private static let limit = 512
    /// Tables that start alike and are compared one after the other.
    private static let alike = 8

    init(_ sentences: PrintedSentences) { self.sentences = sentences }

    /// A known table and the line on which it starts in a text.
    private struct Part {
        var table: PrintedTable
        var lines: Range<Int>
        /// Positions in `matches` of the table's figures.
        var matches: Range<Int>
    }

    /// The readings of a text that prints the whole form in known tables, each cell once; nil for any other. The known
    /// paragraphs among its rows are put into the sentences' draft, which is empty for any other text.
    func read(_ body: TextBody) -> Printed? {
        sentences.draft.removeAll()
        let printed = count > 0 ? known(body) : nil
        if printed == nil { sentences.draft.removeAll() }
        return printed
    }

    private func known(_ body: TextBody) -> Printed? {
        matches.removeAll()
        guard let parts = body.bytes.withUnsafeBufferPointer({ parts(of: body, $0) }),
            let form = parts.first?.table.form,
            parts.allSatisfy({ $0.table.form == form }), matches.count == AllForms.form(form).measures.count
        else { return nil }
        let emptied = emptiedTables(parts)
        guard let rows = rows(of: body, without: parts, isWhole: emptied.isEmpty) else { return nil }
        let open = emptied.contains(.three) && isSound(parts) ? emptied.subtracting([.three]) : emptied
        let tables = body.bytes.withUnsafeBufferPointer { text -> Printed.Tables? in
            guard let figures = figures(parts, form, without: open, text) else { return nil }
            if emptied.isEmpty { return .whole(figures) }
            let rows = open.isEmpty ? [] : self.rows(parts, text)
            return rows.map { .open(open, $0, others: figures) }
        }
        return tables.map { Printed(body: body, form: form, tables: $0, rows: rows) }
    }

    /// Whether the figures of table three leave no doubt about its empty cells.
    private func isSound(_ parts: [Part]) -> Bool {
        parts.contains { $0.table.grid?.isSound(matches.slice($0.matches)) ?? false }
    }

    /// The tables of which cells are empty.
    private func emptiedTables(_ parts: [Part]) -> Set<StatutoryTable> {
        var tables: Set<StatutoryTable> = []
        for part in parts {
            for (position, figure) in zip(part.matches, part.table.figures) where matches[position].isEmpty {
                tables.insert(Measures.table(of: figure.measure))
            }
        }
        return tables
    }

    /// The cells of all tables but the open ones; nil where two figures stand for one.
    private func figures(
        _ parts: [Part], _ form: FormID, without open: Set<StatutoryTable>, _ text: UnsafeBufferPointer<UInt8>
    ) -> ReadingTable? {
        figures.removeAll()
        let open = Array(open)
        var texts: [MeasureID: String] = [:]
        var readings = ReadingTable(form: form)
        for part in parts {
            let first = Int32(part.lines.lowerBound + 1)
            var line: Int32 = -1
            var passed: Int32 = 0
            part.table.figures.withUnsafeBufferPointer { cells in
                for (position, cell) in zip(part.matches, cells) {
                    let match = matches[position]
                    if cell.line != line { (line, passed) = (cell.line, 0) }
                    let column = cell.column + passed
                    passed &+= match.length
                    if !open.isEmpty, open.contains(Measures.table(of: cell.measure)) { continue }
                    if match.isEmpty {
                        let place = Place(line: Int(first + line), column: Int(column))
                        readings[cell.measure] = Reading(.blank, place: place)
                        continue
                    }
                    if !match.figure.isPlain {
                        texts[cell.measure] = FigureText.text(text, match.range, match.figure.value)
                    }
                    figures.append(
                        ReadingTable.Figure(
                            cell.measure, mantissa: match.figure.mantissa, scale: match.figure.scale,
                            isPlain: match.figure.isPlain, line: first + line, column: column))
                }
            }
        }
        return readings.print(figures.slice(0..<figures.count), texts: texts) ? readings : nil
    }

    /// The rows of the tables as their readers see them.
    private func rows(_ parts: [Part], _ text: UnsafeBufferPointer<UInt8>) -> [TableRow]? {
        var rows: [TableRow] = []
        for part in parts {
            guard let template = part.table.rows else { return nil }
            rows += PrintedRows.rows(
                template, of: part.table, matches.slice(part.matches), firstLine: part.lines.lowerBound + 1, text)
        }
        return rows
    }

    /// The known tables of a text; nil when a stretch of its lines with tabs is none.
    private func parts(of body: TextBody, _ text: UnsafeBufferPointer<UInt8>) -> [Part]? {
        var parts: [Part] = []
        for lines in TabbedLines.stretches(of: body) {
            let bytes = TabbedLines.bytes(of: lines, in: body)
            let start = matches.count
            guard let tables = known[Self.key(text, bytes)],
                let table = tables.first(where: { isMatch($0, text, bytes) })
            else { return nil }
            parts.append(Part(table: table, lines: lines, matches: start..<matches.count))
        }
        return parts
    }

    /// Whether a stretch of text is a table; its figures are in `matches` then.
    private func isMatch(_ table: PrintedTable, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let start = matches.count
        let isMatch = table.match(text, range, &matches)
        if !isMatch { matches.removeLast(matches.count - start) }
        return isMatch
    }

    /// Tables that are to be compared start with the same line, up to its first figure.
    private static func key(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var key: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range {
            guard text[index] != 0x0A, !(48...57).contains(text[index]) else { break }
            key = (key ^ UInt64(text[index])) &* 0x100_0000_01B3
        }
        return key
    }

    /// What stands between the tables; nil where a paragraph holds figures or cells, which other readers weigh.
    private func rows(of body: TextBody, without parts: [Part], isWhole: Bool) -> [RowWords]? {
        var rows: [RowWords] = []
        rows.reserveCapacity(body.lines.count)
        var next = 0
        for part in parts {
            guard appendParagraphs(of: body, next..<part.lines.lowerBound, to: &rows) else { return nil }
            let singles =
                isWhole ? part.table.singles : Self.singles(of: part, matches.slice(part.matches), in: body)
            var end = 0
            for single in singles {
                if single.place.line - 1 > end { rows.append(.table) }
                end = single.place.line
                rows.append(.words(single.moved(down: part.lines.lowerBound)))
            }
            if end < part.lines.count { rows.append(.table) }
            next = part.lines.upperBound
        }
        return appendParagraphs(of: body, next..<body.lines.count, to: &rows) ? rows : nil
    }

    /// The words of a table's lines that have one cell only, as a row has that lost its figures.
    private static func singles(
        of part: Part, _ matches: UnsafeBufferPointer<PrintedTable.Match>, in body: TextBody
    ) -> [RowWords.Words] {
        var (all, filled) = ([Int](repeating: 0, count: part.lines.count), [Int](repeating: 0, count: part.lines.count))
        for (figure, match) in zip(part.table.figures, matches) {
            all[Int(figure.line)] += 1
            filled[Int(figure.line)] += match.isEmpty ? 0 : 1
        }
        let emptied = part.lines.enumerated().compactMap { offset, line -> RowWords.Words? in
            guard all[offset] > 0, filled[offset] < 2, case .words(let words) = RowWords(body.row(line)) else {
                return nil
            }
            return words.moved(down: -part.lines.lowerBound)
        }
        // Lines that never have figures are the same in every text.
        return emptied.isEmpty
            ? part.table.singles : (part.table.singles + emptied).sorted { $0.place.line < $1.place.line }
    }

    private func appendParagraphs(of body: TextBody, _ lines: Range<Int>, to rows: inout [RowWords]) -> Bool {
        for line in lines {
            let row = words(of: line, in: body)
            switch row {
            case .empty: break
            case .table: return false
            case .words(let words): if Self.holdsFigure(words) { return false }
            case .several(let parts): if parts.contains(where: Self.holdsFigure) { return false }
            }
            rows.append(row)
        }
        return true
    }

    private func words(of line: Int, in body: TextBody) -> RowWords {
        if body.lines[line].isEmpty { return .empty }
        if body.lines[line].tabs == 0, let words = sentences.words(of: line, in: body) { return .words(words) }
        guard let stretch = body.paragraph(line) else { return RowWords(body.row(line)) }
        return .words(
            RowWords.Words(
                text: body.bytes[stretch.range], place: Place(line: line + 1, column: stretch.column), kind: .paragraph,
                holds: stretch.holds))
    }

    private static func holdsFigure(_ words: RowWords.Words) -> Bool {
        guard words.text.withUnsafeBufferPointer(ValueScanner.startsLikeFigure) else { return false }
        return !(ValueScanner.tokens(in: String(decoding: words.text, as: UTF8.self), at: words.place)?.isEmpty ?? true)
    }

    // MARK: Learning

    /// Remembers the tables of a text that was read without them, where all of the form was read by position.
    func learn(_ body: TextBody, _ tables: TableReadings) {
        guard count < Self.limit, let form = tables.form,
            let cells = PrintedCells(form: AllForms.form(form), readings: tables.readings)
        else { return }
        let stretches = TabbedLines.stretches(of: body)
        let printed = body.bytes.withUnsafeBufferPointer { text in
            stretches.map {
                PrintedTable(body, text, $0, form: form, cells: cells, rows: tables.rows)
            }
        }
        guard printed.compactMap({ $0?.figures.count }).reduce(0, +) == cells.count else { return }
        for (lines, table) in zip(stretches, printed) {
            guard let table else { return }
            let bytes = TabbedLines.bytes(of: lines, in: body)
            let key = body.bytes.withUnsafeBufferPointer { Self.key($0, bytes) }
            let others = known[key, default: []]
            guard others.count < Self.alike, !others.contains(table) else { continue }
            known[key] = others + [table]
            count += 1
        }
    }
}
