import Filings
import Ingest

/// The running text of a document: paragraphs whose lines are joined again, with the place of every character.
struct Prose: Sendable {
    struct Paragraph: Sendable {
        /// UTF-8 without any space; half-width digits and signs as printed otherwise.
        var bytes: [UInt8]
        /// Where runs of neighbouring characters start, in bytes and in the file; ascending.
        var runs: [Run]
        /// The number of the section in which it stands; 0 before the first.
        var section: Int
        var page: Int?
        /// Whether a year may stand in it.
        var mayNameYear = true
        /// All its sentences, where each was met before; else none.
        var sentences: [KnownSentence] = []
        /// Where the figures of these sentences stand.
        var figures: [Range<Int>] = []

        /// A sentence of `PrintedSentences`.
        struct KnownSentence: Sendable {
            var id: Int32
            var range: Range<Int>
            /// Positions in `figures`.
            var figures: Range<Int>
        }

        struct Run: Sendable {
            var offset: Int32
            var line: Int32
            var column: Int32
        }

        /// Whether it has so many characters, of at most four bytes each.
        func hasCharacters(_ least: Int) -> Bool { bytes.count >= 4 * least || count >= least }

        /// How many characters it has.
        var count: Int { Self.characters(bytes[...]) }
        var text: String { text(0..<bytes.count) }

        func text(_ range: Range<Int>) -> String {
            bytes.withUnsafeBufferPointer { String(validUTF8: UnsafeBufferPointer(rebasing: $0[range])) }
        }

        /// The place of the character at a byte.
        func place(at offset: Int) -> Place? {
            guard let run = runs.last(where: { $0.offset <= offset }) ?? runs.first else { return nil }
            let passed = Self.characters(bytes[min(Int(run.offset), offset)..<offset])
            return Place(line: Int(run.line), column: Int(run.column) + passed, page: page)
        }

        func evidence(_ range: Range<Int>) -> Evidence {
            Evidence(text: text(range), place: place(at: min(range.lowerBound, bytes.count)))
        }

        private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
            bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        }

        /// Adds another paragraph's characters behind its own.
        mutating func join(_ other: Paragraph) {
            let shift = Int32(bytes.count)
            runs += other.runs.map { Run(offset: $0.offset + shift, line: $0.line, column: $0.column) }
            bytes += other.bytes
            mayNameYear = true
            (sentences, figures) = ([], [])
        }
    }

    var paragraphs: [Paragraph]

    /// A line this wide (in half-width columns) may have been broken by the margin.
    private static let fullLine = 60

    init(_ lines: [ProseLine]) {
        paragraphs = []
        paragraphs.reserveCapacity(lines.count)
        var section = 0
        var previousWasFull = false
        var previousColumn = 1
        var isContinued = false
        for line in lines where !line.isPageNumber {
            let column = line.place.column
            // The lines behind a paragraph's first stand further left than it, and under one another.
            let isFlush = column == 1 || isContinued ? column <= previousColumn : column < previousColumn
            let continues =
                previousWasFull && !line.isBehindGap && line.cuts.isEmpty && isFlush && line.kind == .paragraph
            isContinued = continues
            previousColumn = column
            add(line, section: &section, continues: continues)
            previousWasFull = !line.text.ends(with: "。") && Self.isWide(line)
        }
    }

    private mutating func add(_ line: ProseLine, section: inout Int, continues: Bool) {
        if var paragraph = line.words.paragraph?.paragraph {
            paragraph.section = section
            append(paragraph, joins: continues)
            return
        }
        line.text.withUnsafeBufferPointer { bytes in
            var start = 0
            var joins = continues
            for cut in line.cuts {
                append(Paragraph(bytes, start..<cut.range.lowerBound, line, section), joins: joins)
                section = cut.number
                start = cut.range.lowerBound
                joins = false
            }
            append(Paragraph(bytes, start..<bytes.count, line, section), joins: joins)
        }
    }

    private mutating func append(_ paragraph: Paragraph, joins: Bool) {
        guard !paragraph.bytes.isEmpty else { return }
        if joins, let last = paragraphs.indices.last {
            paragraphs[last].join(paragraph)
        } else {
            paragraphs.append(paragraph)
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

extension Prose.Paragraph {
    /// Folds a part of a line's text.
    fileprivate init(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: ProseLine, _ section: Int
    ) {
        self.section = section
        page = line.place.page
        var run = Run(offset: 0, line: Int32(clamping: line.place.line), column: Int32(clamping: line.place.column))
        for index in 0..<range.lowerBound where text[index] & 0xC0 != 0x80 { run.column += 1 }
        runs = []
        if !line.words.holds.spaces, !line.words.holds.wideFigures {
            bytes = Array(text[range])
            if !range.isEmpty { runs.append(run) }
        } else {
            bytes = []
            runs.reserveCapacity(32)
            bytes.reserveCapacity(range.count)
            fold(text, range, from: run)
        }
    }

    /// Takes over text without its spaces; `run` is where it starts.
    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from run: Run) {
        var run = run
        var index = range.lowerBound
        var isBroken = true
        while index < range.upperBound {
            let kept = Self.endOfKept(text, index..<range.upperBound)
            let half = kept.end > index ? nil : Self.folded(text, at: index)
            guard kept.end > index || half != nil else {
                index += PrintedSpace.length(text, at: index)
                isBroken = true
                run.column += 1
                continue
            }
            if isBroken {
                run.offset = Int32(bytes.count)
                runs.append(run)
            }
            isBroken = false
            if let half {
                bytes.append(half)
                index += 3
                run.column += 1
            } else {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<kept.end]))
                index = kept.end
                run.column += kept.characters
            }
        }
    }

    /// Where the characters that are kept as they are end, and how many they are.
    @inline(__always)
    private static func endOfKept(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> (end: Int, characters: Int32) {
        var index = range.lowerBound
        var characters: Int32 = 0
        while index < range.upperBound {
            let run = min(Ideographs.end(text, from: index), range.upperBound)
            characters += Int32((run - index) / 3)
            index = run
            guard index < range.upperBound, PrintedSpace.length(text, at: index) == 0, folded(text, at: index) == nil
            else { break }
            index += UTF8Length.of(lead: text[index])
            characters += 1
        }
        return (index, characters)
    }

    /// Full-width digits, points and percent signs, which are part of figures.
    @inline(__always)
    private static func folded(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard let half = Normalisation.halfWidth(text, at: index) else { return nil }
        return (48...57).contains(half) || half == UInt8(ascii: ".") || half == UInt8(ascii: "%") ? half : nil
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
