import Filings

/// The facts of a document's prose.
struct FactReading {
    private(set) var facts: [Fact] = []
    /// For each paragraph whether a name of a division may stand in it.
    private(set) var mayNamePlace: [Bool] = []

    private let year: Int?
    private let sentences: KnownSentences
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
    init(_ prose: Prose, year: Int? = nil, _ sentences: KnownSentences, _ places: PlaceNames) {
        self.year = year
        self.sentences = sentences
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
            var parts = SentenceParts(text)
            while let sentence = parts.next() {
                if read(sentence, parts, of: paragraph, text) { mayNamePlace = true }
            }
            // The next paragraph's first sentence may ask for it when this text is gone.
            if case .read = previous { previous = .said(previous.channel) }
        }
        return mayNamePlace
    }

    private mutating func read(
        _ sentence: Range<Int>, _ parts: SentenceParts, of paragraph: Prose.Paragraph,
        _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let section = paragraph.section
        let isOfNow = !speaksOfEarlierYear(sentence, parts.figures, text)
        let key = sentences.key(sentence, parts, section: section, in: text)
        if let key, let known = sentences.find(key, sentence, parts.figures, section: section, in: text) {
            if isOfNow {
                known.forEachFact(from: sentence.lowerBound, parts.figures, in: text) { add($0, paragraph) }
            }
            previous = .known(known)
            return known.namesPlace
        }
        let extractor = FactExtractor(sentence, of: text, section: section)
        var asksBefore = false
        let stated = extractor.facts { [previous] in
            asksBefore = true
            return previous.channel
        }
        if isOfNow { for fact in stated { add(fact, paragraph) } }
        previous = .read(extractor)
        guard let key, !asksBefore, sentences.meets(key) else { return true }
        let namesPlace = places.stand(in: UnsafeBufferPointer(rebasing: text[sentence]))
        sentences.learn(
            key, sentence, parts.figures, section: section, in: text, facts: stated, channel: extractor.lastChannel,
            namesPlace: namesPlace)
        return namesPlace
    }

    /// 2023年，…: a sentence that begins with an earlier year is no statement about the reporting year.
    private func speaksOfEarlierYear(
        _ sentence: Range<Int>, _ figures: [Range<Int>], _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let year, let first = figures.first, first.lowerBound == sentence.lowerBound, first.count == 4,
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
