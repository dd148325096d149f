import Filings
import Ingest

/// Tables written as lists: figures behind their columns' names (`（一）予以公开：自然人：102；…；总计：114`, or
/// `自然人：102` on a line of its own below its line's label), or in the form's order behind their line's label
/// (`（一）予以公开：102、8、…、114`).
struct ListedFigures {
    let lexicon: Lexicon

    /// What kind of line a label names; it decides which columns the line has.
    private enum Kind {
        case proactive, requests, review
    }

    /// The document with rows of a table for such lines.
    func rows(of document: [RawRow]) -> [RawRow] {
        var rows: [RawRow] = []
        rows.reserveCapacity(document.count)
        var record: Record?
        func flush() {
            if let record { rows += self.rows(of: record) }
            record = nil
        }
        for raw in document {
            if raw.kind == .empty, record != nil {
                record?.printed.append(raw)
            } else if Self.mayHoldNames(raw), let line = ListLine(raw), let named = NamedFigures(line) {
                if record?.takes(named, raw) == true { continue }
                flush()
                let above = rows.last { $0.kind != .empty }.flatMap { $0.cells.count == 1 ? ListLine($0)?.label : nil }
                record = Record(label: named.label ?? above, figures: named.figures, printed: [raw])
            } else {
                flush()
                rows.append(inOrder(raw) ?? raw)
            }
        }
        flush()
        return rows
    }

    /// A row of a table has words in front of its figures alone: more cells hold names where more are words, or with marks.
    private static func mayHoldNames(_ row: RawRow) -> Bool {
        row.cells.count <= fewCells
            || row.cells.count { $0.text.utf8.first.map { $0 >= 0x80 } ?? false } >= leastWords
            || row.cells.contains { $0.text.utf8.contains(0x0A) || holdsMark($0.text) }
    }

    private static let fewCells = 6
    private static let leastWords = 3

    /// Whether a colon, or a mark that parts what is enumerated, stands in a text.
    private static func holdsMark(_ text: String) -> Bool {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch (previous.0, previous.1, byte) {
            case (_, _, UInt8(ascii: ":")), (_, _, UInt8(ascii: ",")), (_, _, UInt8(ascii: ";")): return true
            // 、，：；
            case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A), (0xEF, 0xBC, 0x9B): return true
            default: previous = (previous.1, byte)
            }
        }
        return false
    }

    /// Named figures with what stands in front of them or above.
    private struct Record {
        let label: RawCell?
        var figures: [NamedFigures.Figure]
        /// The rows as they are printed.
        var printed: [RawRow]

        /// Takes a further line of the same record: one without a label or with the same, and with other names.
        mutating func takes(_ more: NamedFigures, _ row: RawRow) -> Bool {
            guard more.label == nil || more.label?.text == label?.text,
                Set(more.figures.map(\.name)).isDisjoint(with: figures.map(\.name))
            else { return false }
            figures += more.figures
            printed.append(row)
            return true
        }
    }

    /// Headings and the figures below them; the rows as printed where they are no line of the form.
    private func rows(of record: Record) -> [RawRow] {
        let names = record.figures.map(\.name)
        let cells = record.figures.map(\.cell)
        let line = record.printed[0].line
        func table(_ headings: [String], _ cells: [RawCell]) -> [RawRow] {
            let place = cells[0].place
            let headings = headings.map { RawCell(text: $0, place: place) }
            return [
                RawRow(kind: .table, cells: headings, line: line), RawRow(kind: .table, cells: cells, line: line),
            ]
        }
        let kind = record.label.flatMap(kind)
        switch (kind, record.label) {
        case (.proactive, let label?):
            return table(["信息内容"] + names, [label] + cells)
        case (.requests, let label?):
            let columns = names.map { name in ApplicantColumn.allCases.firstIndex { $0.words.contains(name) } }
            guard names.count > 1, !columns.contains(nil) else { return record.printed }
            let ordered = ApplicantColumn.allCases.indices.map { column in
                columns.firstIndex(of: column).map { cells[$0] } ?? RawCell(text: "", place: label.place)
            }
            return table([""] + ApplicantColumn.allCases.map(\.label), [label] + ordered)
        case (.review, let label?) where Self.areOutcomes(names) && names.count == ReviewColumn.allCases.count:
            return table([""] + names, [label] + cells)
        default:
            let isTableFour = Self.areOutcomes(names) && names.count == Self.figuresOfTableFour
            return isTableFour ? table(names, cells) : record.printed
        }
    }

    private static let figuresOfTableFour = 15

    private static func areOutcomes(_ names: [String]) -> Bool {
        names.allSatisfy { name in ReviewColumn.allCases.contains { $0.words.contains(name) } }
    }

    private func kind(of label: RawCell) -> Kind? {
        let words = lexicon.words(label.text)
        if words.proactiveLine != nil { return .proactive }
        if words.reviewBlock != nil { return .review }
        switch words.requestLabel {
        // What is a group's heading in one form is a line in the other.
        case .requestLine, .group: return .requests
        case .resultHeading, nil: return nil
        }
    }

    /// A label with as many figures behind it as its line has, or those of table four alone.
    private func inOrder(_ raw: RawRow) -> RawRow? {
        guard let first = raw.cells.first, first.text.utf8.count <= ListLine.mostBytes, Self.holdsMark(first.text),
            let list = FiguresInOrder(first)
        else { return nil }
        // Commas may have parted the others into cells.
        let others = raw.cells.dropFirst()
        guard others.allSatisfy({ ValueScanner.tokens(in: $0.text, at: $0.place)?.count == 1 }) else { return nil }
        let figures = list.figures + others
        let count = figures.count
        let isLine: Bool
        switch list.label.map(kind) {
        case .some(.proactive): isLine = (1...3).contains(count)
        case .some(.requests): isLine = count == ApplicantColumn.allCases.count
        case .some(.review): isLine = count == ReviewColumn.allCases.count
        case .some(nil): isLine = false
        case nil: isLine = count == Self.figuresOfTableFour
        }
        return isLine
            ? RawRow(kind: .table, cells: (list.label.map { [$0] } ?? []) + figures, line: raw.line) : nil
    }
}

/// A row's cells as one text, of which each byte knows its place.
private struct ListLine {
    /// The cells with a tab between them.
    private(set) var bytes: [UInt8] = []
    private var starts: [(offset: Int, place: Place)] = []

    /// Longer rows are no lines of a list.
    private static let mostCells = 16
    static let mostBytes = 600

    init?(_ row: RawRow) {
        guard row.cells.count <= Self.mostCells else { return nil }
        for cell in row.cells {
            if !bytes.isEmpty { bytes.append(0x09) }
            starts.append((bytes.count, cell.place))
            bytes += cell.text.utf8
            guard bytes.count <= Self.mostBytes else { return nil }
        }
    }

    /// The whole line as a label.
    var label: RawCell { label(upTo: bytes.count) }

    /// What stands in front of `end`: of several cells the last with words, of a path (`第（一）项 / 规章`) its last part.
    func label(upTo end: Int) -> RawCell {
        var parts = bytes[..<end].split(whereSeparator: Self.parts.contains)[...]
        var found = cell(0..<0, without: Self.isListMark)
        while found.text.isEmpty, let part = parts.popLast() {
            found = cell(part.startIndex..<part.endIndex, without: Self.isListMark)
        }
        return found
    }

    /// What stands in a range without the marks around it, as a cell.
    func cell(_ range: Range<Int>) -> RawCell { cell(range, without: Self.isMark) }

    private func cell(_ range: Range<Int>, without isMark: (Unicode.Scalar) -> Bool) -> RawCell {
        let text = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
        let inner = text.drop(while: isMark)
        let end = inner.lastIndex { !isMark($0) }.map(inner.index(after:)) ?? inner.startIndex
        let offset = range.lowerBound + String(text[..<inner.startIndex]).utf8.count
        let start = starts.last { $0.offset <= offset } ?? starts[0]
        var place = start.place
        place.column += bytes[start.offset..<offset].count { $0 & 0xC0 != 0x80 }
        return RawCell(text: String(inner[..<end]), place: place)
    }

    /// What may stand around a figure or a label of a list.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        marks.contains(scalar) || Normalisation.isSpace(scalar)
    }

    /// What may stand around a label: a sign in front of it marks an item of a list.
    private static func isListMark(_ scalar: Unicode.Scalar) -> Bool {
        isMark(scalar) || "-+>#".unicodeScalars.contains(scalar)
    }

    private static let marks = Set("：:，,；;、。|｜=·•●*\n\r".unicodeScalars)
    private static let parts = Set("\t/_>|-".utf8)
}

/// Figures behind the names of their columns, with what stands in front of the first name.
private struct NamedFigures {
    struct Figure {
        var name: String
        /// Its text is empty where nothing stands behind a colon.
        var cell: RawCell
    }

    let label: RawCell?
    let figures: [Figure]

    private static let names: [String] =
        ApplicantColumn.allCases.flatMap(\.words) + ReviewColumn.allCases.flatMap(\.words)
        + AllForms.all.flatMap(\.tableTwo).flatMap(\.columns).map { column in
            // The unit stands behind in parentheses.
            String(column.heading.prefix { $0 != "(" && $0 != "（" })
        }
    private static let finder = WordFinder(names)

    /// Nil unless the line is nothing but a label, names and figures.
    init?(_ line: ListLine) {
        let names = Self.names(in: line.bytes)
        for first in names.indices {
            var figures: [Figure] = []
            for index in names[first...].indices {
                let end = index + 1 < names.count ? names[index + 1].range.lowerBound : line.bytes.count
                guard let figure = Self.figure(line, names[index].range.upperBound..<end),
                    // 其他 and 总计 are lines as well.
                    !figures.isEmpty || !figure.text.isEmpty
                else { break }
                figures.append(Figure(name: Self.names[names[index].name], cell: figure))
            }
            guard figures.count == names.count - first else { continue }
            let label = line.label(upTo: names[first].range.lowerBound)
            self.label = label.text.isEmpty ? nil : label
            self.figures = figures
            return
        }
        return nil
    }

    /// The names in a text, of several at one place the longest.
    private static func names(in bytes: [UInt8]) -> [(range: Range<Int>, name: Int)] {
        var found: [(range: Range<Int>, name: Int)] = []
        bytes.withUnsafeBufferPointer { text in
            finder.forEach(in: text) { range, name in
                if let last = found.last, last.range.upperBound > range.lowerBound {
                    if last.range.lowerBound == range.lowerBound, last.range.count < range.count {
                        found[found.count - 1] = (range, name)
                    }
                } else {
                    found.append((range, name))
                }
            }
        }
        return found
    }

    /// The one figure between two names; nothing behind a colon is an empty cell.
    private static func figure(_ line: ListLine, _ gap: Range<Int>) -> RawCell? {
        var start = gap.lowerBound
        // A unit in parentheses belongs to the name.
        let text = String(decoding: line.bytes[gap], as: UTF8.self)
        if let open = text.first, open == "(" || open == "（", let close = text.firstIndex(where: { ")）".contains($0) })
        {
            start += text[...close].utf8.count
        }
        let cell = line.cell(start..<gap.upperBound)
        if cell.text.isEmpty { return text.contains { $0 == ":" || $0 == "：" } ? cell : nil }
        return ValueScanner.tokens(in: cell.text, at: cell.place)?.count == 1 ? cell : nil
    }
}

/// Figures that one mark parts, with the label in front of them.
private struct FiguresInOrder {
    let label: RawCell?
    let figures: [RawCell]

    private static let separators = Set("、，,；;".unicodeScalars)

    /// Nil where no figure stands at the end.
    init?(_ cell: RawCell) {
        let scalars = Array(cell.text.unicodeScalars)
        let separator = scalars.last(where: Self.separators.contains)
        var figures: [RawCell] = []
        var end = scalars.count
        while end > 0, figures.count <= Self.most {
            let start = (scalars[..<end].lastIndex { $0 == separator } ?? -1) + 1
            if let figure = Self.figure(scalars, start..<end, of: cell) {
                figures.append(figure)
                end = start - 1
                continue
            }
            // The first one stands behind the label's colon.
            if let colon = scalars[start..<end].lastIndex(where: { $0 == "：" || $0 == ":" }),
                let figure = Self.figure(scalars, (colon + 1)..<end, of: cell)
            {
                figures.append(figure)
                end = colon
            }
            break
        }
        guard !figures.isEmpty else { return nil }
        self.figures = figures.reversed()
        let text = end > 0 ? String(scalars: scalars[..<end]) : ""
        label = text.isEmpty ? nil : RawCell(text: text, place: cell.place)
    }

    private static let most = 15

    private static func figure(_ scalars: [Unicode.Scalar], _ range: Range<Int>, of cell: RawCell) -> RawCell? {
        var place = cell.place
        place.column += range.lowerBound
        let text = String(scalars: scalars[range])
        return ValueScanner.tokens(in: text, at: place).map(\.count) == 1 ? RawCell(text: text, place: place) : nil
    }
}
