import Filings

/// What a sentence says when figures, years, signs and spaces are set aside: its ideographs, hashed.
struct SentenceKey {
    /// Of all ideographs in order; equal sentences have equal hashes, others by chance once in 2^64.
    let hash: UInt64
    /// Hashes of every four ideographs in a row.
    let shingles: [UInt32]

    /// Ideographs in a shingle: shorter ones repeat by chance, longer ones break at every small edit.
    private static let length = 4
    /// Sentences with fewer ideographs say too little to be copied.
    static let shortest = 8

    /// Nil for a sentence that is too short.
    init?(_ scalars: [Unicode.Scalar]) {
        let letters = scalars.filter { (0x4E00...0x9FFF).contains($0.value) }
        guard letters.count >= Self.shortest else { return nil }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for letter in letters { hash = (hash ^ UInt64(letter.value)) &* 0x100_0000_01b3 }
        self.hash = Self.mixed(hash)
        shingles = (0...(letters.count - Self.length)).map { start in
            var hash: UInt64 = 0
            for letter in letters[start..<(start + Self.length)] { hash = (hash << 16) | UInt64(letter.value & 0xFFFF) }
            return UInt32(truncatingIfNeeded: Self.mixed(hash) >> 32)
        }
    }

    /// Spreads the bits of a hash evenly (the finaliser of MurmurHash3).
    static func mixed(_ value: UInt64) -> UInt64 {
        var h = value
        h = (h ^ (h >> 33)) &* 0xff51_afd7_ed55_8ccd
        h = (h ^ (h >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return h ^ (h >> 33)
    }
}

/// The sentences of sections one, five and six, ready to be compared with those of another filing.
struct TextProfile {
    /// In the order of the text.
    let keys: [SentenceKey]
    private let hashes: Set<UInt64>
    /// Ascending.
    private let shingles: [UInt32]

    static let sections: Set<Int> = [1, 5, 6]
    /// A sentence counts as taken over when this share of its shingles stands in the other text: a word or a heading
    /// may differ.
    private static let covered = 0.8

    init(_ sentences: [Sentence]) {
        keys = sentences.compactMap { SentenceKey($0.scalars) }
        hashes = Set(keys.map(\.hash))
        shingles = keys.flatMap(\.shingles).sorted()
    }

    /// The positions of the sentences that stand in an earlier text, word for word or nearly so.
    func taken(from earlier: TextProfile) -> [Int] {
        keys.indices.filter { index in
            let key = keys[index]
            if earlier.hashes.contains(key.hash) { return true }
            let found = key.shingles.count { earlier.shingles.holdsInOrder($0) }
            return Double(found) >= Self.covered * Double(key.shingles.count)
        }
    }

    /// One-permutation MinHash (Li, Owen, Zhang 2012): the least hash of each of `bins` equal parts of the range; two
    /// texts agree in a bin with the probability of their Jaccard similarity. An empty bin takes its neighbour's.
    func signature(bins: Int) -> [UInt32] {
        var least = [UInt32](repeating: .max, count: bins)
        for shingle in shingles {
            let bin = Int((UInt64(shingle) * UInt64(bins)) >> 32)
            least[bin] = min(least[bin], shingle)
        }
        guard let filled = least.firstIndex(where: { $0 != .max }) else { return least }
        var last = least[filled]
        for offset in 0..<bins {
            let bin = (filled + offset) % bins
            if least[bin] == .max { least[bin] = last &+ 1 } else { last = least[bin] }
        }
        return least
    }
}
