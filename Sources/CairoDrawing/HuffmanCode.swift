/// A canonical prefix code (RFC 1951, 3.2.2) for symbols by how often they occur; no code is longer than 15 bits.
struct HuffmanCode {
    /// Bits of each symbol, 0 for those that do not occur.
    let lengths: [Int]
    /// Written lowest bit first.
    let codes: [UInt64]

    /// D. A. Huffman (1952), Proc. IRE 40, 1098-1101. Equal counts are taken in the order of their symbols.
    init(counts: [Int]) {
        var counts = counts
        var lengths = Self.lengths(counts)
        // Flatter counts give shorter codes.
        while lengths.contains(where: { $0 > 15 }) {
            counts = counts.map { $0 == 0 ? 0 : $0 / 2 + 1 }
            lengths = Self.lengths(counts)
        }
        self.lengths = lengths
        codes = Self.codes(lengths)
    }

    private static func lengths(_ counts: [Int]) -> [Int] {
        let used = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        var lengths = counts.map { _ in 0 }
        guard used.count > 1 else {
            for symbol in used { lengths[symbol] = 1 }
            return lengths
        }
        // Leaves in order, then inner nodes in the order in which they arise: both ascend.
        var weights = used.map { counts[$0] }
        var parents = [Int](repeating: 0, count: 2 * used.count - 1)
        var (leaf, inner) = (0, used.count)
        for node in used.count..<(2 * used.count - 1) {
            var weight = 0
            for _ in 0..<2 {
                let takesLeaf = leaf < used.count && (inner >= node || weights[leaf] <= weights[inner])
                let child = takesLeaf ? leaf : inner
                if takesLeaf { leaf += 1 } else { inner += 1 }
                weight += weights[child]
                parents[child] = node
            }
            weights.append(weight)
        }
        var depths = [Int](repeating: 0, count: parents.count)
        for node in (0..<(parents.count - 1)).reversed() { depths[node] = depths[parents[node]] + 1 }
        for (index, symbol) in used.enumerated() { lengths[symbol] = depths[index] }
        return lengths
    }

    private static func codes(_ lengths: [Int]) -> [UInt64] {
        var codes = lengths.map { _ in UInt64(0) }
        var next = 0
        for length in 1...15 {
            for symbol in lengths.indices where lengths[symbol] == length {
                codes[symbol] = reversed(next, length)
                next += 1
            }
            next <<= 1
        }
        return codes
    }

    /// Codes are written from their highest bit on.
    private static func reversed(_ code: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(code >> (count - 1 - $1) & 1) << UInt64($1) }
    }
}
