import Glibc

/// Search for one byte by the C library, many times faster than a loop over an array.
enum ByteScan {
    static func holds(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> Bool { first(byte, text, from: 0) != nil }

    /// Where the byte stands first at or behind `start`.
    static func first(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = text.baseAddress, start < text.count,
            let found = memchr(base + start, Int32(byte), text.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    static func holds(_ byte: UInt8, _ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { holds(byte, $0) } }
}
