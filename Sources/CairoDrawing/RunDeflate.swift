/// Writes a DEFLATE stream (RFC 1951) of one block: literals, and copies from distances that the caller knows. It
/// searches nothing, which is what makes it fast.
struct RunDeflate {
    /// How far back a copy reaches, in bytes.
    static let farthest = 32_768

    /// Of lengths 3 to 258: symbol, extra bits and their number.
    private static let lengths: [(symbol: Int, extra: UInt64, count: Int)] = (0...258).map(length)

    /// A literal as itself; a copy as its length shifted by 16, with its distance less 1.
    private var tokens: [UInt32] = []
    private var counts = [Int](repeating: 0, count: 286)
    private var distanceCounts = [Int](repeating: 0, count: 30)

    init(capacity: Int) {
        tokens.reserveCapacity(capacity)
        counts[256] = 1
    }

    mutating func literal(_ byte: UInt8) {
        tokens.append(UInt32(byte))
        counts[Int(byte)] += 1
    }

    /// Repeats `length` bytes (at least 3) from `distance` bytes before (1 to `farthest`), in copies of at most 258.
    mutating func copy(_ length: Int, from distance: Int) {
        let symbol = Self.distance(distance).symbol
        var left = length
        while left > 0 {
            var part = min(left, 258)
            // What is left over must be long enough for a copy of its own.
            if left - part == 1 || left - part == 2 { part -= 3 }
            tokens.append(UInt32(part) << 16 | UInt32(distance - 1))
            counts[Self.lengths[part].symbol] += 1
            distanceCounts[symbol] += 1
            left -= part
        }
    }

    func finished() -> [UInt8] {
        let (symbols, places) = (HuffmanCode(counts: counts), HuffmanCode(counts: distanceCounts))
        var bits = BitWriter(capacity: tokens.count * 2 + 512)
        writeHeader(symbols, places, &bits)
        for token in tokens {
            let length = Int(token >> 16)
            guard length > 0 else {
                bits.write(symbols.codes[Int(token)], symbols.lengths[Int(token)])
                continue
            }
            let code = Self.lengths[length]
            let distance = Self.distance(Int(token & 0xFFFF) + 1)
            bits.write(symbols.codes[code.symbol], symbols.lengths[code.symbol])
            bits.write(code.extra, code.count)
            bits.write(places.codes[distance.symbol], places.lengths[distance.symbol])
            bits.write(distance.extra, distance.count)
        }
        bits.write(symbols.codes[256], symbols.lengths[256])
        return bits.finished()
    }

    /// RFC 1951, 3.2.5: one symbol each for 1 to 4, then two for each power of two, told apart by the bit below it.
    private static func distance(_ distance: Int) -> (symbol: Int, extra: UInt64, count: Int) {
        let value = distance - 1
        guard value >= 4 else { return (value, 0, 0) }
        let power = Int.bitWidth - 1 - value.leadingZeroBitCount
        let count = power - 1
        return (2 * power + value >> count & 1, UInt64(value & (1 << count - 1)), count)
    }

    /// Last block, own codes; their lengths in four bits each: 158 bytes, once a picture.
    private func writeHeader(_ symbols: HuffmanCode, _ places: HuffmanCode, _ bits: inout BitWriter) {
        bits.write(0b101, 3)
        bits.write(286 - 257, 5)
        bits.write(30 - 1, 5)
        bits.write(19 - 4, 4)
        // The code of the lengths, in the order 16, 17, 18, 0, 8, 7, ...: four bits for each of 0 to 15, no repeats.
        for index in 0..<19 { bits.write(index < 3 ? 0 : 4, 3) }
        for length in symbols.lengths + places.lengths {
            bits.write((0..<4).reduce(0) { $0 | UInt64(length >> (3 - $1) & 1) << UInt64($1) }, 4)
        }
    }

    /// RFC 1951, 3.2.5: each class of lengths begins where the one before ends; from symbol 265 on they hold 2, 4, 8 ...
    /// lengths each, four classes of a size; 258 has one of its own.
    private static func length(_ length: Int) -> (symbol: Int, extra: UInt64, count: Int) {
        if length < 3 { return (0, 0, 0) }
        if length == 258 { return (285, 0, 0) }
        var (symbol, base, count) = (257, 3, 0)
        while length >= base + 1 << count {
            base += 1 << count
            symbol += 1
            if symbol >= 265 { count = (symbol - 261) / 4 }
        }
        return (symbol, UInt64(length - base), count)
    }
}

/// Bits into bytes, lowest bit first.
struct BitWriter {
    private var bytes: [UInt8] = []
    private var buffer: UInt64 = 0
    private var count = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// At most 32 bits.
    mutating func write(_ bits: UInt64, _ number: Int) {
        buffer |= bits << UInt64(count)
        count += number
        if count >= 32 {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: buffer).littleEndian) { bytes.append(contentsOf: $0) }
            buffer >>= 32
            count -= 32
        }
    }

    /// The last byte is filled with zeros.
    consuming func finished() -> [UInt8] {
        while count > 0 {
            bytes.append(UInt8(truncatingIfNeeded: buffer))
            buffer >>= 8
            count -= 8
        }
        return bytes
    }
}
