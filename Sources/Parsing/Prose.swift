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

    /// `draft` holds the known paragraphs among the lines, and takes in the others.
    init(_ lines: [ProseLine], _ draft: ProseText.Draft) {
        var builder = Builder(draft: draft)
        builder.spans.reserveCapacity(lines.count)
        var previousWasFull = false
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
                previousWasFull && !line.isBehindGap && line.cuts.isEmpty && isFlush && line.kind == .paragraph
                && !(isReport && previousIsReport)
            previousIsReport = isReport
            isContinued = continues
            previousColumn = column
            builder.add(line, continues: continues)
            previousWasFull = !line.text.ends(with: "。") && Self.isWide(line)
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

    /// Whether a line reaches a column behind `fullLine`.
    private static func isWide(_ line: ProseLine) -> Bool {
        line.text.withUnsafeBufferPointer { bytes in
            var width = line.place.column
            var index = 0
            while index < bytes.count, width <= fullLine {
                let lead = bytes[index]
                let isWide = lead > 0xE2 || lead == 0xE2 && bytes[index + 1] >= 0xBA
                width += isWide ? 2 : 1
                index += UTF8Length.of(lead: lead)
            }
            return width > fullLine
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the text ends with these bytes.
    func ends(with ending: StaticString) -> Bool {
        count >= ending.utf8CodeUnitCount
            && suffix(ending.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
}
