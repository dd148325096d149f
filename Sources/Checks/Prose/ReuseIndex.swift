import Filings

/// Finds filings of different organs that share most of their sentences, without comparing all with all.
///
/// Filings whose MinHash signatures agree in a whole band are candidates (locality-sensitive hashing); a bucket's
/// members are compared with a few neighbours only, so that work grows with n log n, the sorting of the bands.
/// Sentences that more than a handful of organs use are common property and count for nothing.
struct ReuseIndex {
    struct Copy {
        var later: Int
        var earlier: Int
        var shared: Int
        var count: Int
    }

    private struct Entry {
        var position: Int
        var organ: Int
        var year: Int
        /// Ascending.
        var hashes: [UInt64]
    }

    /// 32 bands of 4: a pair with Jaccard similarity 0.67, which is four fifths of the sentences, meets with
    /// probability 1 - (1 - 0.67^4)^32 > 0.999, one with 0.2 with 5 %.
    private static let bands = 32
    private static let rows = 4
    /// Members of a bucket that each one is compared with.
    private static let neighbours = 4
    /// A sentence that more organs than this use is a set phrase.
    private static let organsOfASetPhrase = 5
    private static let fewestRare = 8
    private static let share = 0.8

    private var entries: [Entry] = []
    private var organs: [OrganKey: Int] = [:]
    private var bandKeys: [(key: UInt64, entry: Int32)] = []

    mutating func add(_ profile: TextProfile, of filing: Filing, at position: Int) {
        guard let key = OrganKey(filing), let year = filing.year, profile.keys.count >= Self.fewestRare else { return }
        let organ = organs[key] ?? organs.count
        organs[key] = organ
        let entry = Int32(entries.count)
        entries.append(
            Entry(position: position, organ: organ, year: year, hashes: Set(profile.keys.map(\.hash)).sorted()))
        let signature = profile.signature(bins: Self.bands * Self.rows)
        for band in 0..<Self.bands {
            var hash = UInt64(band)
            for row in 0..<Self.rows { hash = SentenceKey.mixed(hash &+ UInt64(signature[band * Self.rows + row])) }
            bandKeys.append((hash, entry))
        }
    }

    /// Each filing that is a copy once, with the one it was copied from: the earlier year, else the earlier input.
    func copies() -> [Copy] {
        let rare = entries.map(\.hashes)
        let setPhrases = self.setPhrases()
        var best: [Int: Copy] = [:]
        for (a, b) in candidates() {
            let (early, late) = isBefore(entries[a], entries[b]) ? (a, b) : (b, a)
            guard entries[late].year - entries[early].year <= 1 else { continue }
            let mine = rare[late].filter { !setPhrases.contains($0) }
            let shared = mine.count { rare[early].holdsInOrder($0) }
            guard shared >= Self.fewestRare, Double(shared) >= Self.share * Double(mine.count) else { continue }
            let all = rare[late].count { rare[early].holdsInOrder($0) }
            guard Double(all) >= Self.share * Double(rare[late].count), all > best[late]?.shared ?? 0 else { continue }
            best[late] = Copy(
                later: entries[late].position, earlier: entries[early].position, shared: all, count: rare[late].count)
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }

    private func isBefore(_ a: Entry, _ b: Entry) -> Bool { (a.year, a.position) < (b.year, b.position) }

    /// Pairs of different organs that share a bucket, each once.
    private func candidates() -> [(Int, Int)] {
        let sorted = bandKeys.sorted { ($0.key, $0.entry) < ($1.key, $1.entry) }
        var pairs: Set<UInt64> = []
        for index in sorted.indices {
            for other in stride(from: index - 1, through: max(0, index - Self.neighbours), by: -1) where other >= 0 {
                guard sorted[other].key == sorted[index].key else { break }
                let (a, b) = (Int(sorted[other].entry), Int(sorted[index].entry))
                if entries[a].organ != entries[b].organ { pairs.insert(UInt64(a) << 32 | UInt64(b)) }
            }
        }
        return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }

    /// Sentences of more organs than a handful.
    private func setPhrases() -> Set<UInt64> {
        var uses = entries.flatMap { entry in entry.hashes.map { (hash: $0, organ: Int32(entry.organ)) } }
        uses.sort { ($0.hash, $0.organ) < ($1.hash, $1.organ) }
        var result: Set<UInt64> = []
        var count = 0
        for index in uses.indices {
            let isNew = index == 0 || uses[index].hash != uses[index - 1].hash
            if isNew { count = 1 } else if uses[index].organ != uses[index - 1].organ { count += 1 }
            if count > Self.organsOfASetPhrase { result.insert(uses[index].hash) }
        }
        return result
    }
}
