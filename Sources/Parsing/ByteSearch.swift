import Glibc

/// Search for words in UTF-8 bytes. `String.contains` compares by Character and is some forty times slower; these
/// texts are searched for words of ideographs, where bytes and characters agree.
enum ByteSearch {
    /// The offset of the first occurrence at or behind `start`.
    static func first(_ needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        needle.withUnsafeBufferPointer { first($0, in: text, from: start) }
    }

    /// The C library looks for the needle's third byte: ideographs share their first bytes, the third tells most.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard !needle.isEmpty, let base = text.baseAddress else { return nil }
        let pivot = min(2, needle.count - 1)
        var at = start + pivot
        while at + needle.count - pivot <= text.count {
            guard let found = memchr(base + at, Int32(needle[pivot]), text.count - at) else { return nil }
            at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            guard at - pivot + needle.count <= text.count else { return nil }
            if memcmp(base + at - pivot, needle.baseAddress!, needle.count) == 0 { return at - pivot }
            at += 1
        }
        return nil
    }

    /// Whether `needle` stands at `index`.
    @inline(__always)
    static func stands(_ needle: [UInt8], at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index >= 0, index + needle.count <= text.count else { return false }
        for offset in 0..<needle.count where text[index + offset] != needle[offset] { return false }
        return true
    }
}

extension String {
    func includes(_ needle: String) -> Bool {
        var text = self
        var word = needle
        return text.withUTF8 { bytes in word.withUTF8 { ByteSearch.first($0, in: bytes) != nil } }
    }

    func includes(anyOf needles: [String]) -> Bool { needles.contains { includes($0) } }
}
