import Filings
import Ingest

/// The running text of a document: paragraphs whose lines are joined again, with the place of every character.
struct Prose: Sendable {
    struct Paragraph: Sendable {
        let source: ProseText
        let span: ProseText.Span

        init(_ source: ProseText, _ span: ProseText.Span) {
            self.source = source
            self.span = span
        }

        /// A paragraph of a text of its own.
        init(bytes: [UInt8], runs: [ProseText.Run], section: Int, page: Int?) {
            source = ProseText(bytes: bytes, runs: runs)
            span = ProseText.Span(
                bytes: 0..<Int32(bytes.count), runs: 0..<Int32(runs.count), section: section, page: page)
        }

        /// The number of the section in which it stands; 0 before the first.
        var section: Int { span.section }
        /// UTF-8 without any space; half-width digits and signs as printed otherwise. A copy.
        var bytes: [UInt8] { withBytes { Array($0) } }
        var byteCount: Int { span.bytes.count }
        /// Where runs of neighbouring characters start; ascending.
        var runs: ArraySlice<ProseText.Run> { source.runs[Int(span.runs.lowerBound)..<Int(span.runs.upperBound)] }

        func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            source.bytes.withUnsafeBufferPointer {
                body(UnsafeBufferPointer(rebasing: $0[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)]))
            }
        }

        func includes(_ words: [UInt8]) -> Bool { withBytes { ByteSearch.first(words, in: $0) != nil } }

        /// Whether it has so many characters, of at most four bytes each.
        func hasCharacters(_ least: Int) -> Bool { byteCount >= 4 * least || count >= least }

        /// How many characters it has.
        var count: Int { withBytes { Self.characters($0, 0..<$0.count) } }
        var text: String { text(0..<byteCount) }

        func text(_ range: Range<Int>) -> String {
            withBytes { String(validUTF8: UnsafeBufferPointer(rebasing: $0[range])) }
        }

        /// The place of the character at a byte.
        func place(at offset: Int) -> Place? {
            let run = source.runs.withUnsafeBufferPointer { all -> ProseText.Run? in
                let runs = all[Int(span.runs.lowerBound)..<Int(span.runs.upperBound)]
                return runs.last { $0.offset <= offset } ?? runs.first
            }
            guard let run else { return nil }
            let passed = withBytes { Self.characters($0, min(Int(run.offset), offset)..<offset) }
            return Place(line: Int(run.line), column: Int(run.column) + passed, page: span.page)
        }

        func evidence(_ range: Range<Int>) -> Evidence {
            Evidence(text: text(range), place: place(at: min(range.lowerBound, byteCount)))
        }

        private static func characters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
            var count = 0
            for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
            return count
        }

        /// A paragraph with another's characters behind its own.
        func joined(with other: Paragraph) -> Paragraph {
            let shift = Int32(byteCount)
            return Paragraph(
                bytes: bytes + other.bytes, runs: runs + other.runs.map { $0.moved(by: shift) }, section: section,
                page: span.page)
        }
    }

    let paragraphs: [Paragraph]

    /// A line this wide (in half-width columns) may have been broken by the margin.
    private static let fullLine = 60
    /// A narrower margin: so many lines end at it or so many columns in front of it, and no more reach beyond. What has
    /// fewer columns is a table's.
    private static let narrow = (lines: 8, slack: 4, least: 24)

    /// How wide a line is that the margin may have broken: a text wrapped by a program has many lines of one width.
    private static func margin(of lines: [ProseLine]) -> Int {
        let long = lines.count { $0.text.count > 2 * fullLine }
        guard lines.count - long >= narrow.lines, long * narrow.slack < lines.count else { return fullLine }
        var ends = [Int](repeating: 0, count: fullLine + 2)
        for line in lines where line.kind == .paragraph && !line.isPageNumber {
            ends[min(width(of: line, upTo: fullLine), fullLine + 1)] += 1
        }
        for margin in stride(from: fullLine, through: narrow.least, by: -1) where ends[margin] > 0 {
            let full = ends[(margin - narrow.slack + 1)...margin].reduce(0, +)
            guard full >= narrow.lines else { continue }
            return full >= ends[(margin + 1)...].reduce(0, +) ? margin - narrow.slack : fullLine
        }
        return fullLine
    }

    /// `draft` holds the known paragraphs among the lines, and takes in the others.
    init(_ lines: [ProseLine], _ draft: ProseText.Draft) {
        let margin = Self.margin(of: lines)
        var builder = Builder(draft: draft)
        builder.spans.reserveCapacity(lines.count)
        var previousWasFull = false
        var previousText = ArraySlice<UInt8>()
        var previousColumn = 1
        var isContinued = false
        var previousIsReport = false
        for line in lines where !line.isPageNumber {
            let column = line.place.column
            // The lines behind a paragraph's first stand further left than it, and under one another.
            let isFlush = column == 1 || isContinued ? column <= previousColumn : column < previousColumn
            // Titles of reports, as in a list, go on no other's.
            let isReport = line.text.ends(with: "报告")
            let continues =
                !line.isBehindGap && line.cuts.isEmpty && isFlush && line.kind == .paragraph
                && !(isReport && previousIsReport) && (previousWasFull || Self.breaksFigure(previousText, line.text))
            previousIsReport = isReport
            isContinued = continues
            previousColumn = column
            builder.add(line, continues: continues)
            // Nothing is indented so far: a page's source has many blocks on one line, and sentences of several.
            let isPartOfLine = column > Self.fullLine && Self.sentenceMarks.contains { line.text.holds($0) }
            previousWasFull =
                !line.text.ends(with: "。") && (isPartOfLine || Self.width(of: line, upTo: margin) > margin)
            previousText = line.text
        }
        let text = draft.text()
        paragraphs = builder.spans.map { Paragraph(text, $0) }
    }

    private struct Builder {
        let draft: ProseText.Draft
        var spans: [ProseText.Span] = []
        private var section = 0

        init(draft: ProseText.Draft) { self.draft = draft }

        mutating func add(_ line: ProseLine, continues: Bool) {
            if let known = line.words.paragraph { return append(known, joins: continues) }
            line.text.withUnsafeBufferPointer { bytes in
                var start = 0
                var joins = continues
                for cut in line.cuts {
                    append(draft.fold(bytes, start..<cut.range.lowerBound, line.words), joins: joins)
                    section = cut.number
                    start = cut.range.lowerBound
                    joins = false
                }
                append(draft.fold(bytes, start..<bytes.count, line.words), joins: joins)
            }
        }

        private mutating func append(_ span: ProseText.Span, joins: Bool) {
            guard !span.bytes.isEmpty else { return }
            if joins, let last = spans.last {
                spans[spans.count - 1] = draft.joined(last, span)
            } else {
                spans.append(span)
                spans[spans.count - 1].section = section
            }
        }
    }

    /// How many columns a line takes up, counted until it has more than `limit`.
    private static func width(of line: ProseLine, upTo limit: Int) -> Int {
        line.text.withUnsafeBufferPointer { bytes in
            var width = line.place.column <= fullLine ? line.place.column : 0
            var index = 0
            while index < bytes.count, width <= limit {
                let lead = bytes[index]
                let isWide = lead > 0xE2 || lead == 0xE2 && bytes[index + 1] >= 0xBA
                width += isWide ? 2 : 1
                index += UTF8Length.of(lead: lead)
            }
            return width
        }
    }

    /// Whether a line of a sentence ends with a number whose unit starts the next, or in front of a number with its unit.
    private static func breaksFigure(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
        guard let last = line.last, let first = next.first else { return false }
        let digits = next.prefix { $0 &- 48 < 10 }
        let unit = next.dropFirst(digits.count).drop { $0 == 0x20 }
        let isBroken =
            last &- 48 < 10
            ? Ideographs.isLead(first) && line.contains(where: Ideographs.isLead)
            : last >= 0x80 && !digits.isEmpty && Ideographs.isLead(unit.first ?? 0) && !unit.starts(with: "年".utf8)
        return isBroken
            && (sentenceMarks.contains { line.holds($0) } || (sentenceMarks + listMarks).contains { next.holds($0) })
    }

    private static let sentenceMarks = ["，", "。", "：", "；"].map(\.utf8Bytes)
    private static let listMarks = ["、".utf8Bytes]
}

extension ArraySlice<UInt8> {
    /// Whether the text ends with these bytes.
    func ends(with ending: StaticString) -> Bool {
        count >= ending.utf8CodeUnitCount
            && suffix(ending.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }

    /// Whether a word stands in the text.
    fileprivate func holds(_ word: [UInt8]) -> Bool {
        withUnsafeBufferPointer { ByteSearch.first(word, in: $0) != nil }
    }
}
