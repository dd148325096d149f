import Filings

/// Finds the names of divisions in text, longest first, by their first two characters.
struct PlaceNames: Sendable {
    private let byStart: [UInt64: [[UInt8]]]
    /// Whether a name starts with a character, by its number in the basic plane.
    private let starts: [Bool]
    /// Names that are ordinary words; they count behind the name of a higher area only.
    let commonNames: [[UInt8]]

    init(_ registry: DistrictRegistry) {
        var index: [UInt64: [[UInt8]]] = [:]
        var starts = Array(repeating: false, count: 1 << 16)
        for name in registry.names where !Self.tooCommon.contains(name) {
            let bytes = name.utf8Bytes
            guard bytes.count >= Self.keyBytes else { continue }
            index[bytes.withUnsafeBufferPointer { Self.key($0, at: 0) }, default: []].append(bytes)
            starts[Int(name.unicodeScalars.first!.value & 0xFFFF)] = true
        }
        commonNames = registry.names.filter(Self.tooCommon.contains).map(\.utf8Bytes)
        byStart = index.mapValues {
            $0.sorted {
                ($1.count, String(decoding: $0, as: UTF8.self)) < ($0.count, String(decoding: $1, as: UTF8.self))
            }
        }
        self.starts = starts
    }

    /// Names of divisions that are ordinary words in these texts.
    private static let tooCommon: Set<String> = ["市辖区", "城区", "郊区", "矿区", "县", "新市区"]

    /// Two ideographs.
    private static let keyBytes = 6

    private static func key(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
        (0..<keyBytes).reduce(0) { $0 << 8 | UInt64(text[index + $1]) }
    }

    /// Whether the character at a byte starts any name; what does not need not be looked at further.
    @inline(__always)
    func mayStart(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        starts[WordFinder.character(text, at: index).0]
    }

    /// The length in bytes of the longest name that starts at `index`.
    private func name(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard index + Self.keyBytes <= text.count, mayStart(in: text, at: index),
            let names = byStart[Self.key(text, at: index)]
        else {
            return nil
        }
        return names.first { ByteSearch.stands($0, at: index, in: text) }?.count
    }

    private func commonName(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        commonNames.first { ByteSearch.stands($0, at: index, in: text) }?.count
    }

    /// The chain of names at `index`, in bytes: 河南省洛阳市洛龙区 is three.
    /// `isName`: the text is a name and no sentence, so that a common word may be one, too (郊区, 城区).
    func chain(in text: UnsafeBufferPointer<UInt8>, at index: Int, isName: Bool = false) -> [Range<Int>] {
        var chain: [Range<Int>] = []
        var at = index
        while let length = name(in: text, at: at) ?? (chain.isEmpty && !isName ? nil : commonName(in: text, at: at)) {
            chain.append(at..<(at + length))
            at += length
        }
        return chain
    }
}
