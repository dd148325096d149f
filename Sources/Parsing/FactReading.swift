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
        case known(KnownSentences.Known)
        case read(FactExtractor)

        var channel: String? {
            switch self {
            case .said(let channel): channel
            case .known(let known): known.channel
            case .read(let extractor): extractor.lastChannel
            }
        }
    }

    /// A paragraph of fewer bytes, or characters, states nothing.
    private static let shortest = (bytes: 19, characters: 7)

    /// `year` is the reporting year where it is known.
    init(_ prose: Prose, year: Int? = nil, _ lexicon: Lexicon, _ places: PlaceNames) {
        self.year = year
        sentences = lexicon.sentences
        printed = lexicon.printedSentences
        self.places = places
        mayNamePlace.reserveCapacity(prose.paragraphs.count)
        for paragraph in prose.paragraphs { mayNamePlace.append(read(paragraph)) }
    }

    /// Adds a paragraph's facts; whether a name of a division may stand in it.
    private mutating func read(_ paragraph: Prose.Paragraph) -> Bool {
        guard paragraph.bytes.count >= Self.shortest.bytes, paragraph.hasCharacters(Self.shortest.characters) else {
            return true
        }
        var mayNamePlace = false
        paragraph.bytes.withUnsafeBufferPointer { text in
            if paragraph.sentences.isEmpty {
                var parts = SentenceParts(text)
                while let range = parts.next() {
                    let key = parts.key(of: range, section: paragraph.section)
                    let namesPlace = parts.figures.withUnsafeBufferPointer {
                        read(Sentence(range: range, figures: $0, key: key), of: paragraph, text)
                    }
                    if namesPlace { mayNamePlace = true }
                }
            } else {
                paragraph.figures.withUnsafeBufferPointer { figures in
                    for sentence in paragraph.sentences where read(sentence, figures, of: paragraph, text) {
                        mayNamePlace = true
                    }
                }
            }
            // The next paragraph's first sentence may ask for it when this text is gone.
            if case .read = previous { previous = .said(previous.channel) }
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
        _ known: Prose.Paragraph.KnownSentence, _ figures: KnownSentences.Figures, of paragraph: Prose.Paragraph,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var sentence = Sentence(
            range: known.range, figures: UnsafeBufferPointer(rebasing: figures[known.figures]), key: nil)
        let section = paragraph.section
        if let position = printed.meaning(of: known.id, section: section) {
            return add(sentences[position], sentence, of: paragraph, text)
        }
        sentence.key = SentenceParts.key(of: sentence.range, sentence.figures, section: section, in: text)
        let namesPlace = read(sentence, of: paragraph, text)
        if let key = sentence.key,
            let position = sentences.find(key, sentence.range, sentence.figures, section: section, in: text)
        {
            printed.setMeaning(of: known.id, section: section, to: position)
        }
        return namesPlace
    }

    /// Adds the facts of a sentence; whether a name of a division may stand in it.
    private mutating func read(
        _ sentence: Sentence, of paragraph: Prose.Paragraph, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let section = paragraph.section
        if let key = sentence.key,
            let position = sentences.find(key, sentence.range, sentence.figures, section: section, in: text)
        {
            return add(sentences[position], sentence, of: paragraph, text)
        }
        let extractor = FactExtractor(sentence.range, of: text, section: section)
        var asksBefore = false
        let stated = extractor.facts { [previous] in
            asksBefore = true
            return previous.channel
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
        _ known: KnownSentences.Known, _ sentence: Sentence, of paragraph: Prose.Paragraph,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if known.statesFacts, !speaksOfEarlierYear(sentence, text) {
            known.forEachFact(from: sentence.range.lowerBound, sentence.figures, in: text) { add($0, paragraph) }
        }
        previous = .known(known)
        return known.namesPlace
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
        for index in facts.indices where facts[index].value == stated.value && facts[index].kind == stated.kind {
            return
        }
        facts.append(stated.fact(in: paragraph))
    }
}
