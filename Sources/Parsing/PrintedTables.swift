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
            /// Some cells are empty: what they mean is for the tables' readers to say.
            case open([TableRow])
        }
    }

    private var known: [UInt64: [PrintedTable]] = [:]
    private var count = 0
    private var matches: [PrintedTable.Match] = []

    private static let limit = 512
    /// Tables that start alike and are compared one after the other.
    private static let alike = 8

    /// A known table and the line on which it starts in a text.
    private struct Part {
        var table: PrintedTable
        var lines: Range<Int>
    }

    /// The readings of a text that prints the whole form in known tables, each cell once; nil for any other.
    func read(_ body: TextBody) -> Printed? {
        guard count > 0 else { return nil }
        matches.removeAll(keepingCapacity: true)
        guard let parts = body.bytes.withUnsafeBufferPointer({ parts(of: body, $0) }),
            let form = parts.first?.table.form,
            parts.allSatisfy({ $0.table.form == form }), matches.count == AllForms.form(form).measures.count
        else { return nil }
        let isOpen = matches.contains(where: \.isEmpty)
        guard let rows = Self.rows(of: body, without: parts, isOpen: isOpen) else { return nil }
        let tables = body.bytes.withUnsafeBufferPointer { text in
            isOpen ? open(parts, text) : whole(parts, form, text)
        }
        return tables.map { Printed(body: body, form: form, tables: $0, rows: rows) }
    }

    private func whole(_ parts: [Part], _ form: FormID, _ text: UnsafeBufferPointer<UInt8>) -> Printed.Tables? {
        var readings = ReadingTable(form: form)
        var next = matches[...]
        let isWhole = parts.allSatisfy { Self.fill(&readings, $0, next.takeFirst($0.table.figures.count), text) }
        return isWhole ? .whole(readings) : nil
    }

    private func open(_ parts: [Part], _ text: UnsafeBufferPointer<UInt8>) -> Printed.Tables? {
        var rows: [TableRow] = []
        var next = matches[...]
        for part in parts {
            guard let template = part.table.rows else { return nil }
            rows += PrintedRows.rows(
                template, of: part.table, next.takeFirst(part.table.figures.count),
                firstLine: part.lines.lowerBound + 1, text)
        }
        return .open(rows)
    }

    /// The known tables of a text; nil when a stretch of its lines with tabs is none.
    private func parts(of body: TextBody, _ text: UnsafeBufferPointer<UInt8>) -> [Part]? {
        var parts: [Part] = []
        for lines in TabbedLines.stretches(of: body) {
            let bytes = TabbedLines.bytes(of: lines, in: body)
            guard let tables = known[Self.key(text, bytes)],
                let table = tables.first(where: { $0.match(text, bytes, &matches) })
            else { return nil }
            parts.append(Part(table: table, lines: lines))
        }
        return parts
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
    private static func rows(of body: TextBody, without parts: [Part], isOpen: Bool) -> [RowWords]? {
        var rows: [RowWords] = []
        rows.reserveCapacity(body.lines.count)
        var next = 0
        for part in parts {
            guard appendParagraphs(of: body, next..<part.lines.lowerBound, to: &rows) else { return nil }
            rows.append(.table)
            // A row that has lost its figures has one cell left.
            let singles = isOpen ? Array(part.lines) : part.table.singles.map { part.lines.lowerBound + Int($0) }
            for line in singles { rows.append(RowWords(body.row(line))) }
            next = part.lines.upperBound
        }
        return appendParagraphs(of: body, next..<body.lines.count, to: &rows) ? rows : nil
    }

    private static func appendParagraphs(of body: TextBody, _ lines: Range<Int>, to rows: inout [RowWords]) -> Bool {
        for line in lines {
            let row = words(of: line, in: body)
            switch row {
            case .empty: break
            case .table: return false
            case .words(let text, let place, _): if holdsFigure(text, place) { return false }
            }
            rows.append(row)
        }
        return true
    }

    private static func words(of line: Int, in body: TextBody) -> RowWords {
        if body.lines[line].isEmpty { return .empty }
        guard let (range, column) = body.paragraph(line) else { return RowWords(body.row(line)) }
        return .words(body.bytes[range], Place(line: line + 1, column: column), .paragraph)
    }

    private static func holdsFigure(_ text: ArraySlice<UInt8>, _ place: Place) -> Bool {
        guard text.withUnsafeBufferPointer(ValueScanner.startsLikeFigure) else { return false }
        return !(ValueScanner.tokens(in: String(decoding: text, as: UTF8.self), at: place)?.isEmpty ?? true)
    }

    /// Puts a table's figures in their cells; false when one of them has a figure already.
    private static func fill(
        _ readings: inout ReadingTable, _ part: Part, _ matches: ArraySlice<PrintedTable.Match>,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var line: Int32 = -1
        var passed: Int32 = 0
        for (figure, match) in zip(part.table.figures, matches) {
            if figure.line != line { (line, passed) = (figure.line, 0) }
            let place = Place(line: part.lines.lowerBound + 1 + Int(line), column: Int(figure.column + passed))
            let printed = FigureText.text(text, Int(match.start)..<Int(match.end), match.value)
            guard readings.print(match.value, printed, at: place, in: figure.measure) else { return false }
            passed += Int32(match.length)
        }
        return true
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

extension ArraySlice {
    /// Takes so many elements off the front.
    fileprivate mutating func takeFirst(_ count: Int) -> ArraySlice {
        defer { self = dropFirst(count) }
        return prefix(count)
    }
}
