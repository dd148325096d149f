import Glibc

/// Search for one byte by the C library, many times faster than a loop over an array.
enum ByteScan {
    static func holds(_ byte: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return false }
        return memchr(base, Int32(byte), text.count) != nil
    }

    static func holds(_ byte: UInt8, _ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { holds(byte, $0) } }
}
