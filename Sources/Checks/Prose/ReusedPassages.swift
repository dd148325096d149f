import Filings

/// The longest sentences that two filings share, quoted on both sides.
enum ReusedPassages {
    private static let limit = 5

    static func citations(_ later: Filing, _ earlier: Filing) -> [Finding.Citation] {
        let (mine, theirs) = (keyed(later), keyed(earlier))
        let byHash = Dictionary(theirs.map { ($0.key.hash, $0.sentence) }, uniquingKeysWith: { first, _ in first })
        let shared = mine.compactMap { item in byHash[item.key.hash].map { (item.sentence, $0) } }
        let order = shared.indices.sorted { (shared[$1].0.scalars.count, $0) < (shared[$0].0.scalars.count, $1) }
        return order.prefix(limit).sorted().flatMap { index in
            [
                Finding.Citation(source: later.source, evidence: shared[index].0.quote),
                Finding.Citation(source: earlier.source, evidence: shared[index].1.quote),
            ]
        }
    }

    private static func keyed(_ filing: Filing) -> [(key: SentenceKey, sentence: Sentence)] {
        FilingText.sentences(of: filing, sections: TextProfile.sections).compactMap { sentence in
            SentenceKey(sentence.scalars).map { ($0, sentence) }
        }
    }
}
