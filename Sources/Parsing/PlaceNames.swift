import Filings
import Ingest

/// Finds the names of divisions in text, longest first, by their first two characters.
struct PlaceNames: Sendable {
    private let byStart: [UInt64: [[Unicode.Scalar]]]
    /// Names that are ordinary words; they count behind the name of a higher area only.
    private let common: [[Unicode.Scalar]]

    init(_ registry: DistrictRegistry) {
        var index: [UInt64: [[Unicode.Scalar]]] = [:]
        for name in registry.names {
            let scalars = Array(name.unicodeScalars)
            guard scalars.count >= 2, !Self.tooCommon.contains(name) else { continue }
            index[Self.key(scalars[0], scalars[1]), default: []].append(scalars)
        }
        common = registry.names.filter(Self.tooCommon.contains).map { Array($0.unicodeScalars) }
        byStart = index.mapValues { $0.sorted { ($1.count, String(scalars: $0[...])) < ($0.count, String(scalars: $1[...])) } }
    }

    /// Names of divisions that are ordinary words in these texts.
    private static let tooCommon: Set<String> = ["市辖区", "城区", "郊区", "矿区", "县", "新市区"]

    private static func key(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> UInt64 { UInt64(a.value) << 32 | UInt64(b.value) }

    /// The longest name that starts at `index`.
    func name(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
        guard index + 1 < scalars.count, let names = byStart[Self.key(scalars[index], scalars[index + 1])] else { return nil }
        return names.first { name in
            index + name.count <= scalars.count && scalars[index..<(index + name.count)].elementsEqual(name)
        }?.count
    }

    private func commonName(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
        common.first { name in
            index + name.count <= scalars.count && scalars[index..<(index + name.count)].elementsEqual(name)
        }?.count
    }

    /// The chain of names at `index`: 河南省洛阳市洛龙区 is three.
    /// `isName`: the text is a name and no sentence, so that a common word may be one, too (郊区, 城区).
    func chain(in scalars: [Unicode.Scalar], at index: Int, isName: Bool = false) -> [Range<Int>] {
        var chain: [Range<Int>] = []
        var at = index
        while let length = name(in: scalars, at: at) ?? (chain.isEmpty && !isName ? nil : commonName(in: scalars, at: at)) {
            chain.append(at..<(at + length))
            at += length
        }
        return chain
    }
}
