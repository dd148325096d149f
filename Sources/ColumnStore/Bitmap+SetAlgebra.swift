// Whole-bitmap operations; both sides must have the same number of rows.
extension Bitmap {
    public func intersection(_ other: Bitmap) -> Bitmap { combined(other) { $0 & $1 } }
    public func union(_ other: Bitmap) -> Bitmap { combined(other) { $0 | $1 } }
    public func subtracting(_ other: Bitmap) -> Bitmap { combined(other) { $0 & ~$1 } }
    public func inverted() -> Bitmap { Bitmap(words: words.map { ~$0 }, count: count) }

    @inline(__always)
    private func combined(_ other: Bitmap, _ operation: (UInt64, UInt64) -> UInt64) -> Bitmap {
        precondition(count == other.count, "bitmaps of \(count) and \(other.count) rows")
        var result = words
        for index in result.indices { result[index] = operation(result[index], other.words[index]) }
        return Bitmap(words: result, count: count)
    }
}

extension Bitmap {
    /// Appends bits one by one.
    public struct Builder: Sendable {
        @usableFromInline var words: [UInt64] = []
        @usableFromInline var count = 0

        public init() {}

        @inlinable
        public mutating func append(_ bit: Bool) {
            if count & 63 == 0 { words.append(0) }
            if bit { words[count >> 6] |= 1 << UInt64(count & 63) }
            count += 1
        }

        public func freeze() -> Bitmap { Bitmap(words: words, count: count) }
    }
}
