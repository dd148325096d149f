import Filings
import Glibc

/// The sentences met more than once. Offices repeat themselves from year to year: what a sentence says is worked out
/// once, whatever its figures are.
///
/// Holds at most `limit` sentences of at most `SentenceParts.longestKnown` bytes, some megabytes. Confined to one parse
/// at a time by `LexiconPool`.
final class KnownSentences {
    /// Where the figures of a sentence stand.
    typealias Figures = UnsafeBufferPointer<Range<Int>>

    /// What a sentence says.
    final class Known {
        fileprivate let words: Words
        fileprivate let facts: [KnownFact]
        /// The channel that it names last.
        let channel: String?

        fileprivate init(words: Words, facts: [KnownFact], channel: String?) {
            self.words = words
            self.facts = facts
            self.channel = channel
        }

        /// Calls `body` with the facts of the sentence with these figures that starts at a byte.
        func forEachFact(
            from start: Int, _ figures: Figures, in text: UnsafeBufferPointer<UInt8>,
            _ body: (StatedFact) -> Void
        ) {
            for fact in facts { body(fact.stated(from: start, figures, in: text)) }
        }
    }

    /// A sentence without its figures.
    fileprivate struct Words {
        var section: Int
        var bytes: [UInt8]
        /// Where in `bytes` each figure stood.
        var figures: [Int]
    }

    /// A fact with its places in `Words`.
    fileprivate struct KnownFact {
        var fact: StatedFact
        var figure: Int?
        var start: Mark
        var end: Mark

        /// A place between words: bytes and figures in front of it.
        struct Mark {
            var bytes: Int
            var figures: Int

            /// The same place in another sentence.
            func offset(_ start: Int, _ others: Figures) -> Int {
                others[..<figures].reduce(start + bytes) { $0 + $1.count }
            }
        }
    }

    @exclusivity(unchecked) private var known: [Known] = []
    /// What most sentences are asked about, by position.
    @exclusivity(unchecked) private var traits = GrowingBuffer<(statesFacts: Bool, namesPlace: Bool)>()
    /// By `SentenceParts.key` the position in `known` of the sentence met last.
    @exclusivity(unchecked) private var positions: [UInt64: Int] = [:]
    private var met = MetOnce()

    private static let limit = 8_192

    /// The position of what a sentence says.
    func find(
        _ key: UInt64, _ sentence: Range<Int>, _ figures: Figures, section: Int,
        in text: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        positions[key].flatMap { known[$0].words.stand(sentence, figures, section, text) ? $0 : nil }
    }

    subscript(position: Int) -> Known { known[position] }

    func statesFacts(_ position: Int) -> Bool { traits[position].statesFacts }
    /// Whether a name of a division stands in the sentence.
    func namesPlace(_ position: Int) -> Bool { traits[position].namesPlace }

    /// Whether the sentence was met before; from now on it was.
    func meets(_ key: UInt64) -> Bool { met.meets(key) && known.count < Self.limit }

    func learn(
        _ key: UInt64, _ sentence: Range<Int>, _ figures: Figures, section: Int,
        in text: UnsafeBufferPointer<UInt8>, facts: [StatedFact], channel: String?, namesPlace: Bool
    ) {
        let words = Words(sentence, figures, section, text)
        let kept = facts.compactMap { KnownFact($0, from: sentence.lowerBound, figures) }
        guard kept.count == facts.count else { return }
        positions[key] = known.count
        known.append(Known(words: words, facts: kept, channel: channel))
        traits.append((statesFacts: !kept.isEmpty, namesPlace: namesPlace))
    }
}

extension KnownSentences.Words {
    fileprivate init(
        _ sentence: Range<Int>, _ figures: KnownSentences.Figures, _ section: Int, _ text: UnsafeBufferPointer<UInt8>
    ) {
        self.init(section: section, bytes: [], figures: [])
        var start = sentence.lowerBound
        for figure in figures {
            bytes += text[start..<figure.lowerBound]
            self.figures.append(bytes.count)
            start = figure.upperBound
        }
        bytes += text[start..<sentence.upperBound]
    }

    /// Whether a sentence is these words around as many figures.
    fileprivate func stand(
        _ sentence: Range<Int>, _ others: KnownSentences.Figures, _ section: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard section == self.section, others.count == figures.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            var word = 0
            var start = sentence.lowerBound
            func isSame(upTo end: Int, _ limit: Int) -> Bool {
                limit - start == end - word
                    && memcmp(bytes.baseAddress! + word, text.baseAddress! + start, end - word) == 0
            }
            for (figure, other) in zip(figures, others) {
                guard isSame(upTo: figure, other.lowerBound) else { return false }
                word = figure
                start = other.upperBound
            }
            return isSame(upTo: bytes.count, sentence.upperBound)
        }
    }
}

extension KnownSentences.KnownFact {
    /// Nil where the figure is none of the sentence's.
    fileprivate init?(_ fact: StatedFact, from start: Int, _ figures: KnownSentences.Figures) {
        func mark(_ offset: Int) -> Mark {
            let before = figures.prefix { $0.upperBound <= offset }
            return Mark(bytes: before.reduce(offset - start) { $0 - $1.count }, figures: before.count)
        }
        var position: Int?
        if let figure = fact.figure {
            position = figures.firstIndex(of: figure)
            if position == nil { return nil }
        }
        self.init(fact: fact, figure: position, start: mark(fact.clause.lowerBound), end: mark(fact.clause.upperBound))
    }

    fileprivate func stated(
        from sentence: Int, _ figures: KnownSentences.Figures, in text: UnsafeBufferPointer<UInt8>
    ) -> StatedFact {
        var stated = fact
        stated.clause = start.offset(sentence, figures)..<end.offset(sentence, figures)
        if let figure {
            stated.figure = figures[figure]
            stated.value = ExactDecimal(text[figures[figure]].reduce(0) { $0 * 10 + Int64($1 - 48) })
        }
        return stated
    }
}
