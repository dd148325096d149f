import Filings
import Glibc
import Ingest

/// A stretch of a text's lines as one document printed it, with the cell of the form that each of its figures fills.
///
/// Where another document prints the same words around as many figures, each figure fills the same cell: a table whose
/// rows all have their figures is read by position, whatever the figures are.
struct PrintedTable: Sendable {
    /// A figure's cell of the form, and its place less the figures that stand before it in its line.
    struct Figure: Equatable, Sendable {
        var measure: MeasureID
        /// Lines below the first.
        var line: Int32
        var column: Int32
        /// Where the words in front of the figure end in `words`.
        var wordsEnd: Int32
    }

    let form: FormID
    /// All bytes but the figures', one after the other.
    let words: [UInt8]
    let figures: [Figure]
    /// Lines, counted from the first, that have one cell only: words that prose may hold.
    let singles: [Int32]
    /// The rows as the tables' readers see them, for texts that leave cells empty; nil where rows are not lines. Columns
    /// are counted without the figures in front.
    let rows: [TableRow]?

    /// Where a figure stands in a text: its first byte, the byte behind it, its value; an empty cell has none.
    struct Match {
        var start: Int32
        var end: Int32
        var value: ExactDecimal

        var isEmpty: Bool { start == end }
        var length: Int { Int(end - start) }
    }

    /// The figures of the stretch of text when it is this table; appended to `matches`. Cells may be empty where the
    /// tables' readers can be asked about them.
    func match(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ matches: inout [Match]) -> Bool {
        let count = matches.count
        let isMatch = words.withUnsafeBufferPointer { words in
            var at = range.lowerBound
            var word = 0
            for figure in figures {
                let end = Int(figure.wordsEnd)
                guard Self.isSame(words, word..<end, text, at, range.upperBound) else { return false }
                at += end - word
                word = end
                guard let (value, length) = figureOrNothing(text, at..<range.upperBound, of: figure.measure) else {
                    return false
                }
                matches.append(Match(start: Int32(at), end: Int32(at + length), value: value))
                at += length
            }
            return Self.isSame(words, word..<words.count, text, at, range.upperBound)
                && range.upperBound - at == words.count - word
        }
        if !isMatch { matches.removeLast(matches.count - count) }
        return isMatch
    }

    /// What the next cell holds. Paragraphs above table four tell something about it where its cells do not.
    @inline(__always)
    private func figureOrNothing(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, of measure: MeasureID
    ) -> (value: ExactDecimal, length: Int)? {
        if let figure = PrintedFigure.read(text, range, of: measure) { return figure }
        let isEmpty = range.isEmpty || text[range.lowerBound] < 0x0E
        return isEmpty && rows != nil && Measures[measure].table != .four ? (.zero, 0) : nil
    }

    @inline(__always)
    private static func isSame(
        _ words: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ at: Int,
        _ limit: Int
    ) -> Bool {
        guard at + range.count <= limit else { return false }
        // Most often a tab alone.
        if range.count == 1 { return words[range.lowerBound] == text[at] }
        return memcmp(words.baseAddress! + range.lowerBound, text.baseAddress! + at, range.count) == 0
    }
}

extension PrintedTable {
    /// Takes the figures out of a stretch of lines; nil when one of them fills no cell.
    init?(
        _ body: TextBody, _ text: UnsafeBufferPointer<UInt8>, _ lines: Range<Int>, form: FormID, cells: PrintedCells,
        rows: [TableRow]
    ) {
        var (words, figures, singles): ([UInt8], [Figure], [Int32]) = ([], [], [])
        for line in lines {
            let range = body.lines[line].range
            if line > lines.lowerBound { words += text[(Int(body.lines[line - 1].end))..<range.lowerBound] }
            var filled = 0
            var passed = 0
            var column = 1
            var start = range.lowerBound
            while start <= range.upperBound {
                let end = text[start..<range.upperBound].firstIndex(of: 0x09) ?? range.upperBound
                filled += TrimmedRange.of(text, start..<end).isEmpty ? 0 : 1
                if PrintedFigure.isFigure(text[start..<end]) {
                    let printed = String(decoding: text[start..<end], as: UTF8.self)
                    guard let measure = cells.measure(at: Place(line: line + 1, column: column), text: printed),
                        PrintedFigure.read(text, start..<end, of: measure)?.length == end - start
                    else { return nil }
                    figures.append(
                        Figure(
                            measure: measure, line: Int32(line - lines.lowerBound), column: Int32(column - passed),
                            wordsEnd: Int32(words.count)))
                    passed += end - start
                } else {
                    words += text[start..<end]
                }
                if end < range.upperBound { words.append(0x09) }
                column += text[start..<end].count { $0 & 0xC0 != 0x80 } + 1
                start = end + 1
            }
            if filled == 1, figures.last?.line != Int32(line - lines.lowerBound) {
                singles.append(Int32(line - lines.lowerBound))
            }
        }
        let own = rows.filter { lines.contains($0.place.line - 1) }
        let isByLine =
            own.count == lines.count { !body.lines[$0].isEmpty }
            && own.allSatisfy { row in row.cells.allSatisfy { $0.place.line == row.place.line } }
        self.init(
            form: form, words: words, figures: figures, singles: singles,
            rows: isByLine ? PrintedRows.template(own, firstLine: lines.lowerBound + 1, figures: figures) : nil)
    }
}

extension PrintedTable: Equatable {
    /// Whether the same texts match.
    static func == (a: PrintedTable, b: PrintedTable) -> Bool {
        a.form == b.form && a.words == b.words && a.figures == b.figures
    }
}

/// The rows of a known table as the tables' readers see them.
enum PrintedRows {
    /// Rows with lines counted from 0 and columns less the figures in front; nil where a figure is no cell of its own.
    static func template(_ rows: [TableRow], firstLine: Int, figures: [PrintedTable.Figure]) -> [TableRow]? {
        var rows = rows
        var next = figures[...]
        for row in rows.indices {
            var passed = 0
            for cell in rows[row].cells.indices {
                rows[row].cells[cell].place.line -= firstLine
                rows[row].cells[cell].place.column -= passed
                guard isFigure(rows[row].cells[cell], next.first) else { continue }
                next.removeFirst()
                passed += rows[row].cells[cell].value?.text.utf8.count ?? 0
            }
        }
        return next.isEmpty ? rows : nil
    }

    private static func isFigure(_ cell: TableRow.Cell, _ figure: PrintedTable.Figure?) -> Bool {
        guard let figure else { return false }
        return cell.place.line == Int(figure.line) && cell.place.column == Int(figure.column)
    }

    /// The template with a text's figures.
    static func rows(
        _ template: [TableRow], of table: PrintedTable, _ matches: ArraySlice<PrintedTable.Match>, firstLine: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> [TableRow] {
        var rows = template
        var next = zip(table.figures, matches).makeIterator()
        var pair = next.next()
        for row in rows.indices {
            var passed = 0
            for cell in rows[row].cells.indices {
                let isFigure = isFigure(rows[row].cells[cell], pair?.0)
                rows[row].cells[cell].place.line += firstLine
                rows[row].cells[cell].place.column += passed
                guard isFigure, let match = pair?.1 else { continue }
                rows[row].cells[cell].content = content(match, at: rows[row].cells[cell].place, text)
                passed += match.length
                pair = next.next()
            }
        }
        return rows
    }

    private static func content(
        _ match: PrintedTable.Match, at place: Place, _ text: UnsafeBufferPointer<UInt8>
    ) -> TableRow.Cell.Content {
        if match.isEmpty { return .blank }
        let printed = FigureText.text(text, Int(match.start)..<Int(match.end), match.value)
        return .value(ValueToken(content: .number(match.value), text: printed, place: place, unit: nil))
    }
}

/// The figures that nearly all cells hold: digits of one count, or what the form itself allows beside them.
enum PrintedFigure {
    private static let longest = 15

    /// Whether a cell holds digits, signs and points only, whatever they mean.
    static func isFigure(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        !cell.isEmpty
            && cell.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
    /// The figure at the start of a range and its length; nil where a cell's reader has more to say about it.
    @inline(__always)
    static func read(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, of measure: MeasureID
    ) -> (value: ExactDecimal, length: Int)? {
        var at = range.lowerBound
        var value: Int64 = 0
        while at < range.upperBound, text[at] >= 48, text[at] <= 57 {
            value = value &* 10 &+ Int64(text[at] - 48)
            at += 1
            if at - range.lowerBound > longest { return nil }
        }
        let length = at - range.lowerBound
        guard at < range.upperBound, text[at] == UInt8(ascii: ".") || length == 0 else {
            return length == 0 || length > 1 && text[range.lowerBound] == 48 ? nil : (ExactDecimal(value), length)
        }
        return signedOrDecimal(text, range, Measures[measure])
    }

    /// Money with decimals, or a change with its sign.
    private static func signedOrDecimal(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ measure: Measure
    ) -> (value: ExactDecimal, length: Int)? {
        var at = range.lowerBound
        if measure.isSigned, at < range.upperBound, text[at] == UInt8(ascii: "-") { at += 1 }
        let first = at
        var point: Int?
        while at < range.upperBound, (48...57).contains(text[at]) || text[at] == UInt8(ascii: "."), at - first < longest
        {
            if text[at] == UInt8(ascii: ".") {
                guard point == nil, measure.isMoney else { return nil }
                point = at
            }
            at += 1
        }
        let whole = (point ?? at) - first
        guard whole == 1 || whole > 1 && text[first] != 48, point != at - 1 else { return nil }
        let digits = String(decoding: UnsafeBufferPointer(rebasing: text[range.lowerBound..<at]), as: UTF8.self)
        return ExactDecimal(digits).map { ($0, at - range.lowerBound) }
    }
}

/// The characters of figures. Most are small counts, whose text is made once.
enum FigureText {
    private static let small = (0..<1000).map { String($0) }

    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ value: ExactDecimal) -> String {
        // As many digits as printed: `202.00` is no 202.
        if value.isInteger, small.indices.contains(Int(value.mantissa)) {
            let text = small[Int(value.mantissa)]
            if text.utf8.count == range.count { return text }
        }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
