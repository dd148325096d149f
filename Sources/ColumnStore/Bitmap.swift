/// One bit a row. Bits at and beyond `count` are 0, so that counting and comparing are plain word operations.
@frozen
public struct Bitmap: Hashable, Sendable {
    public let count: Int
    /// Bit `i` lies in word `i / 64`, least significant bit first.
    public internal(set) var words: [UInt64]

    @inlinable
    public init(repeating bit: Bool, count: Int) {
        self.init(words: [UInt64](repeating: bit ? ~0 : 0, count: (count + 63) / 64), count: count)
    }

    /// A bitmap whose bit `i` is `bit(i)`.
    @inlinable
    public init(count: Int, _ bit: (Int) -> Bool) {
        var words = [UInt64](repeating: 0, count: (count + 63) / 64)
        for index in 0..<count where bit(index) {
            words[index >> 6] |= 1 << UInt64(index & 63)
        }
        self.init(words: words, count: count)
    }

    /// A bitmap with the bits of `indices` set.
    @inlinable
    public init(indices: [Int], count: Int) {
        var words = [UInt64](repeating: 0, count: (count + 63) / 64)
        for index in indices {
            precondition(index >= 0 && index < count, "bit out of range")
            words[index >> 6] |= 1 << UInt64(index & 63)
        }
        self.init(words: words, count: count)
    }

    /// Clears the bits beyond `count`.
    @usableFromInline
    init(words: [UInt64], count: Int) {
        self.words = words
        self.count = count
        if count & 63 != 0, let last = self.words.indices.last {
            self.words[last] &= (1 << UInt64(count & 63)) - 1
        }
    }

    @inlinable
    public subscript(index: Int) -> Bool {
        precondition(index >= 0 && index < count, "bit out of range")
        return words[index >> 6] & (1 << UInt64(index & 63)) != 0
    }

    /// The number of bits that are 1.
    public var setCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The positions of the bits that are 1, ascending.
    public var indices: [Int] {
        var result: [Int] = []
        result.reserveCapacity(setCount)
        forEachSet { result.append($0) }
        return result
    }

    /// Calls `body` with the position of each bit that is 1, ascending.
    @inlinable
    public func forEachSet(_ body: (Int) -> Void) {
        for (number, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(number << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
