/// Writes a DEFLATE stream (RFC 1951) of one block with the fixed codes: literals, and copies from a distance that the
/// caller knows. It searches nothing, which is what makes it fast.
struct FixedDeflate {
    private(set) var bytes: [UInt8] = []
    private var buffer: UInt64 = 0
    private var count: UInt64 = 0

    /// A code with its extra bits, lowest bit first, and their number.
    struct Bits {
        var bits: UInt64
        var count: UInt64
    }

    private static let literals: [Bits] = (0..<256).map { literal($0) }
    /// By length, 3 to 258.
    private static let lengths: [Bits] = (0...258).map { $0 < 3 ? Bits(bits: 0, count: 0) : length($0) }

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        // Last block, fixed codes.
        write(Bits(bits: 0b011, count: 3))
    }

    private mutating func write(_ code: Bits) {
        buffer |= code.bits << count
        count += code.count
        if count >= 32 {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: buffer).littleEndian) { bytes.append(contentsOf: $0) }
            buffer >>= 32
            count -= 32
        }
    }

    mutating func literal(_ byte: UInt8) { write(Self.literals[Int(byte)]) }

    /// Repeats `length` bytes (at least 3) from `distance`, in copies of at most 258.
    mutating func copy(_ length: Int, _ distance: Bits) {
        var left = length
        while left > 0 {
            var part = min(left, 258)
            // What is left over must be long enough for a copy of its own.
            if left - part == 1 || left - part == 2 { part -= 3 }
            write(Self.lengths[part])
            write(distance)
            left -= part
        }
    }

    /// Ends the block and fills the last byte.
    consuming func finished() -> [UInt8] {
        var writer = self
        writer.write(Bits(bits: 0, count: 7))
        while writer.count > 0 {
            writer.bytes.append(UInt8(truncatingIfNeeded: writer.buffer))
            writer.buffer >>= 8
            writer.count -= min(writer.count, 8)
        }
        return writer.bytes
    }

    // MARK: Codes

    /// Codes are written from their highest bit on.
    private static func reversed(_ code: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(code >> (count - 1 - $1) & 1) << UInt64($1) }
    }

    private static func literal(_ byte: Int) -> Bits {
        byte < 144
            ? Bits(bits: reversed(0x30 + byte, 8), count: 8) : Bits(bits: reversed(0x190 + byte - 144, 9), count: 9)
    }

    /// RFC 1951, 3.2.5: each class of lengths begins where the one before ends; from code 265 on, the classes hold 2, 4,
    /// 8 ... lengths each, four classes of a size.
    private static func length(_ length: Int) -> Bits {
        if length == 258 { return Bits(bits: reversed(0xC5, 8), count: 8) }
        var (symbol, base, extra) = (257, 3, 0)
        while length >= base + 1 << extra {
            base += 1 << extra
            symbol += 1
            if symbol >= 265 { extra = (symbol - 261) / 4 }
        }
        let code =
            symbol < 280
            ? Bits(bits: reversed(symbol - 256, 7), count: 7) : Bits(bits: reversed(0xC0 + symbol - 280, 8), count: 8)
        return Bits(bits: code.bits | UInt64(length - base) << code.count, count: code.count + UInt64(extra))
    }

    /// Nil beyond the window of 32,768 bytes.
    static func distance(_ distance: Int) -> Bits? {
        guard (1...32_768).contains(distance) else { return nil }
        var (symbol, base, extra) = (0, 1, 0)
        while distance >= base + 1 << extra {
            base += 1 << extra
            symbol += 1
            if symbol >= 4 { extra = symbol / 2 - 1 }
        }
        return Bits(bits: reversed(symbol, 5) | UInt64(distance - base) << 5, count: UInt64(5 + extra))
    }
}
