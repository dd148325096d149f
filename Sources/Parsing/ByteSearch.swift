/// Search for words in UTF-8 bytes. `String.contains` compares by Character and is some forty times slower; these
/// texts are searched for words of ideographs, where bytes and characters agree.
enum ByteSearch {
    /// The offset of the first occurrence at or behind `start`.
    static func first(_ needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        needle.withUnsafeBufferPointer { first($0, in: text, from: start) }
    }

    /// Ideographs share their first bytes: the first four bytes together tell more than the first alone.
    static func first(
        _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        guard !needle.isEmpty, text.count - start >= needle.count else { return nil }
        let last = text.count - needle.count
        guard needle.count >= 4 else {
            return (start...last).first { index in needle.indices.allSatisfy { text[index + $0] == needle[$0] } }
        }
        let raw = UnsafeRawBufferPointer(text)
        let head = UnsafeRawBufferPointer(needle).loadUnaligned(as: UInt32.self)
        var index = start
        while index <= last {
            if raw.loadUnaligned(fromByteOffset: index, as: UInt32.self) == head,
                (4..<needle.count).allSatisfy({ text[index + $0] == needle[$0] })
            {
                return index
            }
            index += 1
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
