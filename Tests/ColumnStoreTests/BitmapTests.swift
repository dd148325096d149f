import Testing

@testable import ColumnStore

@Suite struct BitmapTests {
    /// Lengths around the edges of a word.
    static let lengths = [0, 1, 2, 63, 64, 65, 127, 128, 129, 1000]

    private func naive(_ bits: [Bool]) -> Bitmap { Bitmap(count: bits.count) { bits[$0] } }

    @Test(arguments: lengths) func algebraAgreesWithArraysOfBool(length: Int) {
        var random = SeededGenerator(seed: UInt64(length))
        let a = (0..<length).map { _ in Bool.random(using: &random) }
        let b = (0..<length).map { _ in Bool.random(using: &random) }
        let (left, right) = (naive(a), naive(b))
        #expect(left.intersection(right) == naive(zip(a, b).map { $0 && $1 }))
        #expect(left.union(right) == naive(zip(a, b).map { $0 || $1 }))
        #expect(left.subtracting(right) == naive(zip(a, b).map { $0 && !$1 }))
        #expect(left.inverted() == naive(a.map { !$0 }))
        #expect(left.setCount == a.count { $0 })
        #expect(left.indices == a.indices.filter { a[$0] })
        #expect(Bitmap(indices: left.indices, count: length) == left)
        #expect(left.inverted().checkInvariants())
    }

    @Test(arguments: lengths) func builderGivesTheSameBits(length: Int) {
        var random = SeededGenerator(seed: 7)
        let bits = (0..<length).map { _ in Bool.random(using: &random) }
        var builder = Bitmap.Builder()
        for bit in bits { builder.append(bit) }
        #expect(builder.freeze() == naive(bits))
        #expect(Bitmap(repeating: true, count: length).setCount == length)
        #expect(Bitmap(repeating: true, count: length).checkInvariants())
        #expect(Bitmap(repeating: false, count: length).isEmpty)
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
