import Filings
import Glibc

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
    /// The words of lines that have one cell only, which prose may hold; lines are counted from the first.
    let singles: [RowWords.Words]
    /// The rows as the tables' readers see them, for texts that leave cells empty; nil where rows are not lines. Columns
    /// are counted without the figures in front.
    let rows: [TableRow]?
    /// Table three, where the table prints all of it.
    let grid: PrintedGrid?

    /// Where a figure stands in a text: its first byte, the byte behind it, its value; an empty cell has none.
    struct Match {
        var start: Int32
        var end: Int32
        var figure: PrintedFigure

        var isEmpty: Bool { start == end }
        var length: Int32 { end - start }
        var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// The figures of the stretch of text when it is this table; appended to `matches`. Cells may be empty where the
    /// tables' readers can be asked about them.
    func match(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ matches: inout GrowingBuffer<Match>
    ) -> Bool {
        words.withUnsafeBufferPointer { words in
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
                matches.append(Match(start: Int32(at), end: Int32(at + length), figure: value))
                at += length
            }
            return Self.isSame(words, word..<words.count, text, at, range.upperBound)
                && range.upperBound - at == words.count - word
        }
    }

    /// What the next cell holds. Paragraphs above table four tell something about it where its cells do not.
    @inline(__always)
    private func figureOrNothing(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, of measure: MeasureID
    ) -> (figure: PrintedFigure, length: Int)? {
        if let figure = PrintedFigure.read(text, range, of: measure) { return figure }
        let isEmpty = range.isEmpty || text[range.lowerBound] < 0x0E
        return isEmpty && rows != nil && Measures.table(of: measure) != .four ? (PrintedFigure(), 0) : nil
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

extension PrintedTable: Equatable {
    /// Whether the same texts match.
    static func == (a: PrintedTable, b: PrintedTable) -> Bool {
        a.form == b.form && a.words == b.words && a.figures == b.figures
    }
}
