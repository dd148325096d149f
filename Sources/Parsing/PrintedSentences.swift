import Filings
import Glibc
import Ingest

/// The sentences as texts print them, spaces and all, that were met more than once: a line of such sentences alone is
/// put together from what is known of each, and needs no looking through.
///
/// Holds at most `limit` sentences of at most `SentenceParts.longestKnown` bytes: some megabytes, 40 at worst. Confined
/// to one parse at a time by `LexiconPool`.
final class PrintedSentences {
    /// A sentence without its figures; places are in `words`, `kept`, `runs` and `figures`.
    private struct Sentence {
        /// As printed.
        var words: Range<Int32>
        /// Without spaces.
        var kept: Range<Int32>
        var figures: Range<Int32>
        var runs: Range<Int32>
        /// How many characters are printed.
        var characters: Int32
        /// Whether its words may make a year of a figure.
        var mayNameYear: Bool
        /// The sentences that last stood behind it.
        var followers: (last: Int32, other: Int32) = (-1, -1)
    }

    /// Where a figure stands, in bytes behind the start of the words.
    private struct Mark {
        var words: Int32
        var kept: Int32
    }

    /// Where a run of neighbouring characters starts behind a space: bytes of the kept words, printed characters and
    /// figures in front of it.
    private struct RunStart {
        var kept: Int32
        var characters: Int32
        var figures: Int32
    }

    @exclusivity(unchecked) private var sentences = GrowingBuffer<Sentence>()
    @exclusivity(unchecked) private var words = GrowingBuffer<UInt8>()
    @exclusivity(unchecked) private var kept = GrowingBuffer<UInt8>()
    @exclusivity(unchecked) private var marks = GrowingBuffer<Mark>()
    @exclusivity(unchecked) private var runs = GrowingBuffer<RunStart>()
    /// By sentence and section the sentence of `KnownSentences` that it is; -1 where none is known.
    @exclusivity(unchecked) private var said = GrowingBuffer<Int32>()
    @exclusivity(unchecked) private var positions: [UInt64: Int32] = [:]
    private var met = MetOnce()
    /// The figures of the sentence that was found last.
    @exclusivity(unchecked) private var figures = GrowingBuffer<Range<Int>>()
    /// Where paragraphs are put together.
    let draft: ProseText.Draft

    private static let limit = 8_192
    /// Shorter sentences, and such with more figures, are not worth remembering.
    private static let leastBytes = 9
    private static let mostFigures = 40
    /// Sections 0 to 6.
    private static let sections = 7

    /// The position in `KnownSentences` of what a sentence says in a section.
    func meaning(of sentence: Int32, section: Int) -> Int? {
        let position = said[Int(sentence) * Self.sections + section]
        return position < 0 ? nil : Int(position)
    }

    func setMeaning(of sentence: Int32, section: Int, to position: Int) {
        said[Int(sentence) * Self.sections + section] = Int32(position)
    }

    init(_ draft: ProseText.Draft) { self.draft = draft }

    /// The words of a line that is nothing but known sentences, whose paragraph is added to the draft; nil for any other.
    func words(of line: Int, in body: TextBody) -> RowWords.Words? {
        let range = body.lines[line].range
        return body.bytes.withUnsafeBufferPointer { text in
            let inner = TrimmedRange.of(text, range)
            guard SentenceParts.endsSentence(text, inner) else { return nil }
            var place = Place(line: line + 1, column: 1)
            for index in range.lowerBound..<inner.lowerBound where text[index] & 0xC0 != 0x80 { place.column += 1 }
            guard let paragraph = paragraph(text, inner, at: place) else { return nil }
            return RowWords.Words(
                text: body.bytes[inner], place: place, kind: .paragraph, paragraph: paragraph)
        }
    }

    private func paragraph(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at place: Place
    ) -> ProseText.Span? {
        let size = draft.size
        var assembly = Assembly(at: place, behind: draft)
        var isKnown = true
        var at = range.lowerBound
        var before: Int32 = -1
        while at < range.upperBound {
            let (found, end) = sentence(text, at..<range.upperBound, behind: before)
            // The sentences behind an unknown one are still met.
            isKnown = isKnown && found >= 0
            if isKnown { append(found, text, to: &assembly) }
            (before, at) = (found, end)
        }
        if isKnown { return assembly.span }
        draft.removeAll(behind: size)
        return nil
    }

    /// The sentence at the start of a range, -1 for an unknown one, and where it ends. Sets `figures`.
    private func sentence(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, behind before: Int32
    ) -> (Int32, end: Int) {
        if before >= 0 {
            let followers = sentences[Int(before)].followers
            if let end = end(of: followers.last, in: text, range) { return (followers.last, end) }
            if let end = end(of: followers.other, in: text, range) {
                sentences[Int(before)].followers = (followers.other, followers.last)
                return (followers.other, end)
            }
        }
        let line = UnsafeBufferPointer(rebasing: text[range])
        var parts = SentenceParts(line)
        guard let sentence = parts.next() else { return (-1, range.upperBound) }
        let end = range.lowerBound + sentence.upperBound
        guard let key = parts.key(of: sentence, section: 0) else { return (-1, end) }
        var found = positions[key] ?? -1
        if found >= 0 {
            if self.end(of: found, in: text, range) == nil { found = -1 }
        } else if met.meets(key), sentences.count < Self.limit {
            found = learn(line, sentence, parts.figures)
            if found >= 0 {
                positions[key] = found
                figures.removeAll()
                for figure in parts.figures {
                    figures.append(figure.lowerBound + range.lowerBound..<figure.upperBound + range.lowerBound)
                }
            }
        }
        if before >= 0, found >= 0 {
            sentences[Int(before)].followers = (found, sentences[Int(before)].followers.last)
        }
        return (found, end)
    }

    /// Where a sentence ends that starts a range; nil where other words stand. Sets `figures`.
    private func end(
        of sentence: Int32, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        guard sentence >= 0 else { return nil }
        let sentence = sentences[Int(sentence)]
        figures.removeAll()
        var at = range.lowerBound
        var word = Int(sentence.words.lowerBound)
        func passes(upTo end: Int) -> Bool {
            let count = end &- word
            guard at &+ count <= range.upperBound, memcmp(words.base + word, text.baseAddress! + at, count) == 0
            else { return false }
            word = end
            at &+= count
            return true
        }
        for index in sentence.figures {
            guard passes(upTo: Int(sentence.words.lowerBound &+ marks[Int(index)].words)) else { return nil }
            let start = at
            while at < range.upperBound, text[at] &- 48 < 10 { at &+= 1 }
            guard at > start, at - start <= SentenceParts.longestCount else { return nil }
            figures.append(start..<at)
        }
        return passes(upTo: Int(sentence.words.upperBound)) ? at : nil
    }

    // MARK: Learning

    /// Keeps a sentence; -1 for one that needs looking through wherever it stands: with runs of spaces, a space within a
    /// number, figures in full width, or what may be the number of a heading.
    private func learn(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ figures: [Range<Int>]
    ) -> Int32 {
        guard range.count >= Self.leastBytes, figures.count <= Self.mostFigures else { return -1 }
        var learnt = Learning()
        var next = figures[...]
        var index = range.lowerBound
        while index < range.upperBound {
            if let figure = next.first, figure.lowerBound == index {
                guard learnt.passFigure() else { return -1 }
                index = figure.upperBound
                next.removeFirst()
            } else {
                let length = UTF8Length.of(lead: text[index])
                guard learnt.pass(text, at: index, length) else { return -1 }
                index += length
            }
        }
        sentences.append(
            Sentence(
                words: Self.behind(words.count, learnt.words.count), kept: Self.behind(kept.count, learnt.kept.count),
                figures: Self.behind(marks.count, learnt.marks.count), runs: Self.behind(runs.count, learnt.runs.count),
                characters: learnt.characters, mayNameYear: learnt.mayNameYear))
        words.append(contentsOf: learnt.words)
        kept.append(contentsOf: learnt.kept)
        marks.append(contentsOf: learnt.marks)
        runs.append(contentsOf: learnt.runs)
        said.append(contentsOf: [Int32](repeating: -1, count: Self.sections))
        return Int32(sentences.count - 1)
    }

    private static func behind(_ start: Int, _ count: Int) -> Range<Int32> { Int32(start)..<Int32(start + count) }

    /// A sentence as it is looked through for the first time.
    private struct Learning {
        var words: [UInt8] = []
        var kept: [UInt8] = []
        var marks: [Mark] = []
        var runs: [RunStart] = []
        var characters: Int32 = 0
        private var isBehindSpace = false
        private var character = 0
        private var holds = TextMarks.none

        /// Takes a figure; false for one that goes on the one before.
        mutating func passFigure() -> Bool {
            if let last = marks.last, Self.joins.contains(Array(kept[Int(last.kept)...])) { return false }
            startRun()
            marks.append(Mark(words: Int32(words.count), kept: Int32(kept.count)))
            character = 0
            return true
        }

        /// What between two figures makes them one.
        private static let joins: [[UInt8]] = ["", ".", ",", "，"].map(\.utf8Bytes)

        /// Takes a character; false for one that needs looking through.
        mutating func pass(_ text: UnsafeBufferPointer<UInt8>, at index: Int, _ length: Int) -> Bool {
            let bytes = text[index..<(index + length)]
            if PrintedSpace.length(text, at: index) > 0 {
                if isBehindSpace { return false }
                isBehindSpace = true
            } else {
                startRun()
                holds.note(text, at: index)
                if holds.wideFigures || holds.points && SectionHeading.number(of: character) != nil { return false }
                holds.points = false
                kept += bytes
            }
            character = WordFinder.character(text, at: index).0
            words += bytes
            characters += 1
            return true
        }

        private mutating func startRun() {
            if isBehindSpace {
                runs.append(
                    RunStart(kept: Int32(kept.count), characters: characters, figures: Int32(marks.count)))
            }
            isBehindSpace = false
        }

        /// Whether the words make a year of any figure, or a date.
        var mayNameYear: Bool {
            if kept.contains(UInt8(ascii: "-")) || kept.contains(UInt8(ascii: "/")) { return true }
            var text: [UInt8] = []
            var start = 0
            for mark in marks {
                text += kept[start..<Int(mark.kept)] + Array("2020".utf8)
                start = Int(mark.kept)
            }
            return YearIdentification.firstYear(in: text + kept[start...]) != nil
        }
    }

    // MARK: Putting together

    /// A paragraph as its sentences are put one behind the other.
    private struct Assembly {
        var span: ProseText.Span
        var column: Int32
        let line: Int32

        init(at place: Place, behind draft: ProseText.Draft) {
            let (bytes, runs) = (Int32(draft.bytes.count), Int32(draft.runs.count))
            let sentences = Int32(draft.sentences.count)
            line = Int32(clamping: place.line)
            column = Int32(clamping: place.column)
            span = ProseText.Span(
                bytes: bytes..<bytes, runs: runs..<(runs + 1), sentences: sentences..<sentences, page: place.page,
                mayNameYear: false)
            draft.runs.append(ProseText.Run(offset: 0, line: line, column: column))
        }
    }

    /// Adds a sentence to a paragraph, with the figures that were found last.
    private func append(_ id: Int32, _ text: UnsafeBufferPointer<UInt8>, to assembly: inout Assembly) {
        let sentence = sentences[Int(id)]
        let paragraph = Int(assembly.span.bytes.lowerBound)
        let start = Int32(draft.bytes.count - paragraph)
        let firstFigure = Int32(draft.figures.count)
        var word = Int(sentence.kept.lowerBound)
        for index in 0..<figures.count {
            let figure = figures[index]
            let end = Int(sentence.kept.lowerBound &+ marks[Int(sentence.figures.lowerBound) &+ index].kept)
            draft.bytes.append(kept.base + word, end &- word)
            word = end
            let first = draft.bytes.count - paragraph
            draft.bytes.append(text.baseAddress! + figure.lowerBound, figure.count)
            draft.figures.append(first..<(first + figure.count))
        }
        draft.bytes.append(kept.base + word, Int(sentence.kept.upperBound) &- word)
        // The digits of the figures in front of a run are bytes and characters alike.
        var digits: Int32 = 0
        var passed = 0
        for index in sentence.runs {
            let run = runs[Int(index)]
            while passed < run.figures {
                digits &+= Int32(figures[passed].count)
                passed &+= 1
            }
            draft.runs.append(
                ProseText.Run(
                    offset: start &+ run.kept &+ digits, line: assembly.line,
                    column: assembly.column &+ run.characters &+ digits))
        }
        let end = Int32(draft.bytes.count - paragraph)
        assembly.column &+= sentence.characters &+ end &- start &- Int32(sentence.kept.count)
        if sentence.mayNameYear { assembly.span.mayNameYear = true }
        draft.sentences.append(
            ProseText.KnownSentence(
                id: id, range: start..<end, figures: firstFigure..<Int32(draft.figures.count)))
        assembly.span.bytes = assembly.span.bytes.lowerBound..<Int32(draft.bytes.count)
        assembly.span.runs = assembly.span.runs.lowerBound..<Int32(draft.runs.count)
        assembly.span.sentences = assembly.span.sentences.lowerBound..<Int32(draft.sentences.count)
    }
}
