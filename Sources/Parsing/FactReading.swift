import Filings

/// The facts of a document's prose.
struct FactReading {
    private(set) var facts: [Fact] = []
    /// For each paragraph whether a name of a division may stand in it.
    private(set) var mayNamePlace: [Bool] = []

    private let year: Int?
    private let sentences: KnownSentences
    private let printed: PrintedSentences
    private let places: PlaceNames
    private var previous = Previous.said(nil)

    /// The channel that the sentence before names last, worked out when a rule asks.
    private enum Previous {
        case said(String?)
        /// By its position.
        case known(Int)
        case read(FactExtractor)

        func channel(_ sentences: KnownSentences) -> String? {
            switch self {
            case .said(let channel): channel
            case .known(let position): sentences[position].channel
            case .read(let extractor): extractor.lastChannel
            }
        }
    }

    /// A paragraph of fewer bytes, or characters, states nothing.
    private static let shortest = (bytes: 19, characters: 7)

    /// A report states some ten or twenty. What has more is none, and each is compared with all before.
    private static let mostFacts = 1_000

    /// `year` is the reporting year where it is known.
    init(_ prose: Prose, year: Int? = nil, _ lexicon: Lexicon, _ places: PlaceNames) {
        self.year = year
        sentences = lexicon.sentences
        printed = lexicon.printedSentences
        self.places = places
        mayNamePlace.reserveCapacity(prose.paragraphs.count)
        prose.paragraphs.withUnsafeBufferPointer { paragraphs in
            for index in paragraphs.indices { mayNamePlace.append(read(paragraphs[index])) }
        }
    }

    /// Adds a paragraph's facts; whether a name of a division may stand in it.
    private mutating func read(_ paragraph: Prose.Paragraph) -> Bool {
        guard paragraph.byteCount >= Self.shortest.bytes, paragraph.hasCharacters(Self.shortest.characters) else {
            return true
        }
        var mayNamePlace = false
        paragraph.withBytes { text in
            if paragraph.span.sentences.isEmpty {
                var parts = SentenceParts(text)
                while let range = parts.next() {
                    let key = parts.key(of: range, section: paragraph.section)
                    let namesPlace = parts.figures.withUnsafeBufferPointer {
                        read(Sentence(range: range, figures: $0, key: key), of: paragraph, text)
                    }
                    if namesPlace { mayNamePlace = true }
                }
            } else {
                paragraph.source.sentences.withUnsafeBufferPointer { sentences in
                    for index in paragraph.span.sentences where read(sentences[Int(index)], of: paragraph, text) {
                        mayNamePlace = true
                    }
                }
            }
            // The next paragraph's first sentence may ask for it when this text is gone.
            if case .read = previous { previous = .said(previous.channel(sentences)) }
        }
        return mayNamePlace
    }

    private struct Sentence {
        var range: Range<Int>
        var figures: KnownSentences.Figures
        var key: UInt64?
    }

    /// Adds the facts of a sentence that is known as it is printed.
    private mutating func read(
        _ known: ProseText.KnownSentence, of paragraph: Prose.Paragraph, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let section = paragraph.section
        let meaning = printed.meaning(of: known.id, section: section)
        if let meaning, !sentences.statesFacts(meaning) { return pass(meaning) }
        return paragraph.source.figures.withUnsafeBufferPointer { all in
            var sentence = Sentence(
                range: Int(known.range.lowerBound)..<Int(known.range.upperBound),
                figures: UnsafeBufferPointer(
                    rebasing: all[Int(known.figures.lowerBound)..<Int(known.figures.upperBound)]),
                key: nil)
            if let meaning { return add(meaning, sentence, of: paragraph, text) }
            sentence.key = SentenceParts.key(of: sentence.range, sentence.figures, section: section, in: text)
            let namesPlace = read(sentence, of: paragraph, text)
            if let key = sentence.key,
                let position = sentences.find(key, sentence.range, sentence.figures, section: section, in: text)
            {
                printed.setMeaning(of: known.id, section: section, to: position)
            }
            return namesPlace
        }
    }

    /// Adds the facts of a sentence; whether a name of a division may stand in it.
    private mutating func read(
        _ sentence: Sentence, of paragraph: Prose.Paragraph, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let section = paragraph.section
        if let key = sentence.key,
            let position = sentences.find(key, sentence.range, sentence.figures, section: section, in: text)
        {
            return add(position, sentence, of: paragraph, text)
        }
        let extractor = FactExtractor(sentence.range, of: text, section: section)
        var asksBefore = false
        let stated = extractor.facts { [previous, sentences] in
            asksBefore = true
            return previous.channel(sentences)
        }
        if !speaksOfEarlierYear(sentence, text) { for fact in stated { add(fact, paragraph) } }
        previous = .read(extractor)
        guard let key = sentence.key, !asksBefore, sentences.meets(key) else { return true }
        let namesPlace = places.stand(in: UnsafeBufferPointer(rebasing: text[sentence.range]))
        sentences.learn(
            key, sentence.range, sentence.figures, section: section, in: text, facts: stated,
            channel: extractor.lastChannel, namesPlace: namesPlace)
        return namesPlace
    }

    /// Adds what a sentence is known to say.
    private mutating func add(
        _ position: Int, _ sentence: Sentence, of paragraph: Prose.Paragraph, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if sentences.statesFacts(position), !speaksOfEarlierYear(sentence, text) {
            sentences[position].forEachFact(from: sentence.range.lowerBound, sentence.figures, in: text) {
                add($0, paragraph)
            }
        }
        return pass(position)
    }

    /// Goes on behind a known sentence; whether a name of a division stands in it.
    private mutating func pass(_ position: Int) -> Bool {
        previous = .known(position)
        return sentences.namesPlace(position)
    }

    /// 2023年，…: a sentence that begins with an earlier year is no statement about the reporting year.
    private func speaksOfEarlierYear(_ sentence: Sentence, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let year, let first = sentence.figures.first, first.lowerBound == sentence.range.lowerBound,
            first.count == 4,
            ByteSearch.stands(Self.yearMark, at: first.upperBound, in: text)
        else { return false }
        let stated = text[first].reduce(0) { $0 * 10 + Int($1 - 48) }
        return FilingYears.plausible.contains(stated) && stated < year
    }

    private static let yearMark = "年".utf8Bytes

    private mutating func add(_ stated: StatedFact, _ paragraph: Prose.Paragraph) {
        guard facts.count < Self.mostFacts else { return }
        for index in facts.indices where facts[index].value == stated.value && facts[index].kind == stated.kind {
            return
        }
        facts.append(stated.fact(in: paragraph))
    }
}
