import TestSupport
import Testing

@testable import ColumnStore

@Suite struct BitmapTests {
    /// Lengths around the edges of a word.
    static let lengths = [0, 1, 2, 63, 64, 65, 127, 128, 129, 1000]

    private func naive(_ bits: [Bool]) -> Bitmap { Bitmap(count: bits.count) { bits[$0] } }

    @Test(arguments: lengths) func algebraAgreesWithArraysOfBool(length: Int) {
        var random = SeededGenerator(seed: length)
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
