import Filings
import Ingest

/// What a row of a document is to its prose.
enum RowWords {
    /// An empty line.
    case empty
    /// A row with several filled cells, or none.
    case table
    case words(Words)
    /// What stands side by side and says two things: an organ and the day, `填报单位：…  填报日期：…`.
    case several([Words])

    /// The only filled cell of a row.
    struct Words {
        /// Valid UTF-8.
        var text: ArraySlice<UInt8>
        var place: Place
        var kind: RawRow.Kind
        var holds = TextMarks.any
        /// The paragraph that they are, where they are sentences met before.
        var paragraph: ProseText.Span?

        /// The same words so many lines further down.
        func moved(down lines: Int) -> Words {
            var words = self
            words.place.line += lines
            return words
        }
    }

    init(_ row: RawRow) {
        guard row.kind != .empty else {
            self = .empty
            return
        }
        var found: Int?
        for index in row.cells.indices where !row.cells[index].text.isEmpty {
            guard found == nil else {
                self =
                    (Self.spaced(row) ?? Self.sentence(row)).map(RowWords.words)
                    ?? Self.sideBySide(row).map(RowWords.several) ?? .table
                return
            }
            found = index
        }
        self =
            found.map {
                .words(Words(text: row.cells[$0].text.utf8Bytes[...], place: row.cells[$0].place, kind: row.kind))
            }
            ?? .table
    }

    /// Words with spaces between their characters, as titles and signatures are set: `保  德  县  统  计  局`.
    private static func spaced(_ row: RawRow) -> Words? {
        guard row.cells.count >= leastSpaced,
            row.cells.allSatisfy({ cell in
                let bytes = cell.text.utf8Bytes
                return cell.span != nil && bytes.count == 3 && Ideographs.isLead(bytes[0])
            })
        else { return nil }
        return Words(text: row.cells.map(\.text).joined().utf8Bytes[...], place: row.cells[0].place, kind: .paragraph)
    }

    /// A line of prose, or a title, with runs of spaces in it, as converters leave them around digits. The spaces stay, so
    /// that every character keeps its column.
    private static func sentence(_ row: RawRow) -> Words? {
        // A row of a table ends with its figures, several of them.
        func isFigure(_ cell: RawCell) -> Bool { ValueScanner.tokens(in: cell.text, at: cell.place) != nil }
        guard isAligned(row), !isFigure(row.cells.last!) || row.cells.count(where: isFigure) < 2,
            row.cells.contains(where: { $0.text.includes("。") })
                || row.cells.contains(where: { $0.text.includes("，") }) && row.cells.contains(where: isAtDigit)
                || row.cells.last!.text.hasSuffix("年度报告") && row.cells.count <= mostParts
        else { return nil }
        var text = ""
        var column = row.cells[0].place.column
        for cell in row.cells {
            text += String(repeating: " ", count: max(0, cell.place.column - column)) + cell.text
            column = cell.place.column + cell.text.unicodeScalars.count
        }
        return Words(text: text.utf8Bytes[...], place: row.cells[0].place, kind: .paragraph)
    }

    /// Whether a cell starts or ends with a digit.
    private static func isAtDigit(_ cell: RawCell) -> Bool {
        [cell.text.unicodeScalars.first, cell.text.unicodeScalars.last].contains {
            $0.map(Normalisation.isDigit) ?? false
        }
    }

    private static func sideBySide(_ row: RawRow) -> [Words]? {
        guard isAligned(row), row.cells.count <= mostParts,
            row.cells.allSatisfy({ $0.text.includes(anyOf: ["：", ":"]) })
                || row.cells.count == 2 && isDay(row.cells[1].text) && !row.cells[0].text.includes(anyOf: ["日", "："])
        else { return nil }
        return row.cells.map { Words(text: $0.text.utf8Bytes[...], place: $0.place, kind: .paragraph) }
    }

    private static func isDay(_ text: String) -> Bool {
        text.hasSuffix("日") && text.includes("年") && text.includes("月")
    }

    /// Whether only spaces part the cells.
    private static func isAligned(_ row: RawRow) -> Bool { row.cells.allSatisfy { $0.span != nil } }

    /// A title or a line of two statements has no more parts.
    private static let mostParts = 4

    /// So many cells of one character each are words; fewer may be headings of a table.
    private static let leastSpaced = 5
}

/// A row of a document that may be prose: its only filled cell, with the section headings in it.
struct ProseLine {
    var words: RowWords.Words
    var text: ArraySlice<UInt8> { words.text }
    var place: Place { words.place }
    var kind: RawRow.Kind { words.kind }
    /// The headings of sections behind those of the lines before.
    var cuts: [SectionHeading.Cut]
    /// `- 3 -`, `第 3 页`: what a page prints below its text.
    var isPageNumber: Bool
    /// An empty line or a row of a table ended the paragraph before. A page that ends does not.
    var isBehindGap: Bool

    private enum Gap { case none, empty, page, table }

    static func lines(of rows: [RowWords]) -> [ProseLine] {
        var lines: [ProseLine] = []
        lines.reserveCapacity(rows.count)
        var section = 0
        var gap = Gap.none
        func add(_ words: RowWords.Words) {
            let (isPageNumber, cuts) = pageNumberAndCuts(words, after: section)
            section = cuts.last?.number ?? section
            lines.append(
                ProseLine(
                    words: words, cuts: cuts, isPageNumber: isPageNumber, isBehindGap: gap == .empty || gap == .table))
            gap = isPageNumber ? (gap == .table ? .table : .page) : .none
        }
        for row in rows {
            switch row {
            case .empty: if gap == .none { gap = .empty }
            case .table: gap = .table
            case .words(let words): add(words)
            case .several(let parts): for words in parts { add(words) }
            }
        }
        return lines
    }

    /// Whether a line is a page's number, and the headings in it; neither stands in sentences met before.
    private static func pageNumberAndCuts(
        _ words: RowWords.Words, after section: Int
    ) -> (isPageNumber: Bool, cuts: [SectionHeading.Cut]) {
        guard words.paragraph == nil else { return (false, []) }
        return words.text.withUnsafeBufferPointer { text in
            let isPageNumber = isPageNumber(text)
            let mayBeHeading = !isPageNumber && words.holds.points
            return (isPageNumber, mayBeHeading ? SectionHeading.cuts(in: text, after: section) : [])
        }
    }

    private static let longestPageNumber = 40

    private static func isPageNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= longestPageNumber else { return false }
        var digits = 0
        var others = 0
        var index = 0
        while index < text.count {
            let space = PrintedSpace.length(text, at: index)
            if space > 0 {
                index += space
                continue
            }
            let (character, length) = WordFinder.character(text, at: index)
            if (48...57).contains(character) {
                digits += 1
            } else if pageSigns.contains(character) {
                others += 1
            } else {
                return false
            }
            index += length
        }
        return digits > 0 && digits + others <= 8
    }

    private static let pageSigns = "-—–第页/共".unicodeScalars.map { Int($0.value) }
}
