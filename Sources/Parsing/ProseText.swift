import Filings
import Ingest

/// The characters of a document's paragraphs, one behind the other: one piece of memory for all of them.
final class ProseText: Sendable {
    /// UTF-8 without any space; half-width digits and signs as printed otherwise.
    let bytes: [UInt8]
    let runs: [Run]
    let sentences: [KnownSentence]
    /// Where the figures of the sentences stand in their paragraphs.
    let figures: [Range<Int>]

    init(bytes: [UInt8], runs: [Run], sentences: [KnownSentence] = [], figures: [Range<Int>] = []) {
        self.bytes = bytes
        self.runs = runs
        self.sentences = sentences
        self.figures = figures
    }

    /// Where a run of neighbouring characters starts, in bytes of its paragraph and in the file.
    struct Run: Sendable {
        var offset: Int32
        var line: Int32
        var column: Int32

        func moved(by bytes: Int32) -> Run { Run(offset: offset &+ bytes, line: line, column: column) }
    }

    /// A sentence of `PrintedSentences`.
    struct KnownSentence: Sendable {
        var id: Int32
        /// In bytes of its paragraph.
        var range: Range<Int32>
        /// Positions in `figures`.
        var figures: Range<Int32>
    }

    /// Where a paragraph stands in the text.
    struct Span: Sendable {
        var bytes: Range<Int32>
        /// Ascending by offset.
        var runs: Range<Int32>
        /// All its sentences, where each was met before; else none.
        var sentences: Range<Int32> = 0..<0
        /// The number of the section in which it stands; 0 before the first.
        var section = 0
        var page: Int?
        /// Whether a year may stand in it.
        var mayNameYear = true
    }
}

extension ProseText {
    /// A text as it grows. Its memory serves one document after the other.
    final class Draft {
        @exclusivity(unchecked) var bytes = GrowingBuffer<UInt8>(capacity: 8_192)
        @exclusivity(unchecked) var runs = GrowingBuffer<Run>(capacity: 256)
        @exclusivity(unchecked) var sentences = GrowingBuffer<KnownSentence>(capacity: 128)
        @exclusivity(unchecked) var figures = GrowingBuffer<Range<Int>>(capacity: 128)

        /// Nearly all documents need less; the memory of a longer one is given back.
        private static let usual = 1 << 20

        func removeAll() {
            removeAll(behind: Size())
            if bytes.capacity > Self.usual { bytes = GrowingBuffer() }
            if runs.capacity > Self.usual { runs = GrowingBuffer() }
            if sentences.capacity > Self.usual { sentences = GrowingBuffer() }
            if figures.capacity > Self.usual { figures = GrowingBuffer() }
        }

        /// How much it holds.
        struct Size {
            var bytes = 0
            var runs = 0
            var sentences = 0
            var figures = 0
        }

        var size: Size {
            Size(bytes: bytes.count, runs: runs.count, sentences: sentences.count, figures: figures.count)
        }

        func removeAll(behind size: Size) {
            bytes.removeLast(bytes.count - size.bytes)
            runs.removeLast(runs.count - size.runs)
            sentences.removeLast(sentences.count - size.sentences)
            figures.removeLast(figures.count - size.figures)
        }

        func text() -> ProseText {
            ProseText(bytes: bytes.array, runs: runs.array, sentences: sentences.array, figures: figures.array)
        }

        /// A paragraph with the characters of two. What was joined last is gone on with in its place, so that a paragraph
        /// of many lines is not copied for each of them.
        func joined(_ first: Span, _ second: Span) -> Span {
            let isLast = first.bytes.upperBound == bytes.count && first.runs.upperBound == runs.count
            let isInFront =
                first.bytes.upperBound == second.bytes.lowerBound && first.runs.upperBound == second.runs.lowerBound
                && second.bytes.upperBound == bytes.count && second.runs.upperBound == runs.count
            var joined = isLast || isInFront ? first : append(first)
            if !isInFront { _ = append(second) }
            let shift = Int32(first.bytes.count)
            for index in Int(joined.runs.upperBound)..<runs.count { runs[index] = runs[index].moved(by: shift) }
            joined.bytes = joined.bytes.lowerBound..<Int32(bytes.count)
            joined.runs = joined.runs.lowerBound..<Int32(runs.count)
            joined.sentences = 0..<0
            joined.mayNameYear = true
            return joined
        }

        /// Another copy of a paragraph behind all others.
        private func append(_ span: Span) -> Span {
            var copy = span
            copy.bytes = Int32(bytes.count)..<Int32(bytes.count + span.bytes.count)
            copy.runs = Int32(runs.count)..<Int32(runs.count + span.runs.count)
            bytes.appendCopy(of: Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound))
            runs.appendCopy(of: Int(span.runs.lowerBound)..<Int(span.runs.upperBound))
            return copy
        }

        /// Adds a part of a line's text as a paragraph.
        func fold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: RowWords.Words) -> Span {
            let (byte, first) = (Int32(bytes.count), Int32(runs.count))
            var run = Run(
                offset: 0, line: Int32(clamping: words.place.line), column: Int32(clamping: words.place.column))
            for index in 0..<range.lowerBound where text[index] & 0xC0 != 0x80 { run.column += 1 }
            guard let start = text.baseAddress, !range.isEmpty else {
                return Span(bytes: byte..<byte, runs: first..<first, page: words.place.page)
            }
            if !words.holds.spaces, !words.holds.wideFigures {
                bytes.append(start + range.lowerBound, range.count)
                runs.append(run)
            } else {
                fold(text, range, from: run)
            }
            return Span(
                bytes: byte..<Int32(bytes.count), runs: first..<Int32(runs.count), page: words.place.page)
        }

        /// Takes over text without its spaces; `run` is where it starts.
        private func fold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from run: Run) {
            let start = bytes.count
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
                    run.offset = Int32(bytes.count - start)
                    runs.append(run)
                }
                isBroken = false
                if let half {
                    bytes.append(half)
                    index += 3
                    run.column += 1
                } else {
                    bytes.append(text.baseAddress! + index, kept.end - index)
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
                guard index < range.upperBound, PrintedSpace.length(text, at: index) == 0,
                    folded(text, at: index) == nil
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
}
