import Filings

/// Finds the names of divisions in text, longest first.
struct PlaceNames: Sendable {
    private let finder: WordFinder
    /// Names that are ordinary words; they count behind the name of a higher area only.
    let commonNames: [[UInt8]]

    init(_ registry: DistrictRegistry) {
        finder = WordFinder(
            registry.names.filter { !Self.tooCommon.contains($0) && $0.utf8.count >= Self.leastBytes }
                .sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) })
        commonNames = registry.names.filter(Self.tooCommon.contains).map(\.utf8Bytes)
    }

    /// Names of divisions that are ordinary words in these texts.
    private static let tooCommon: Set<String> = ["市辖区", "城区", "郊区", "矿区", "县", "新市区"]

    /// Two ideographs.
    private static let leastBytes = 6

    /// Calls `body` with the first byte of every name of a division in a text; the search goes on at the byte that it
    /// returns.
    @inline(__always)
    func forEachStart(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Int) {
        finder.search(text) { range, _ in body(range.lowerBound) }
    }

    /// Whether a name stands in a text.
    func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool { finder.first(in: text) != nil }

    private func commonName(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        commonNames.first { ByteSearch.stands($0, at: index, in: text) }?.count
    }

    /// The chain of names at `index`, in bytes: 河南省洛阳市洛龙区 is three.
    /// `isName`: the text is a name and no sentence, so that a common word may be one, too (郊区, 城区).
    func chain(in text: UnsafeBufferPointer<UInt8>, at index: Int, isName: Bool = false) -> [Range<Int>] {
        var chain: [Range<Int>] = []
        var at = index
        while at < text.count,
            let length = finder.word(in: text, at: at)
                ?? (chain.isEmpty && !isName ? nil : commonName(in: text, at: at))
        {
            chain.append(at..<(at + length))
            at += length
        }
        return chain
    }
}
