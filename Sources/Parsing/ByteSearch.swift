import Filings

/// Search for words in UTF-8 bytes. `String.contains` compares by Character and is some forty times slower; these
/// texts are searched for words of ideographs, where bytes and characters agree.
enum ByteSearch {
    /// The offset of the first occurrence at or behind `start`.
    static func first(_ needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        needle.withUnsafeBufferPointer { ByteWords.first($0, in: text, from: start) }
    }

    /// Whether `needle` stands at `index`.
    @inline(__always)
    static func stands(_ needle: [UInt8], at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index >= 0, index + needle.count <= text.count else { return false }
        for offset in 0..<needle.count where text[index + offset] != needle[offset] { return false }
        return true
    }

    /// Whether an ASCII digit stands at `index`.
    @inline(__always)
    static func isDigit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index < text.count && text[index] &- 48 < 10
    }
}

extension [UInt8] {
    func includes(_ needle: [UInt8]) -> Bool { withUnsafeBufferPointer { ByteSearch.first(needle, in: $0) != nil } }

    /// Without any occurrence of one word after the other.
    func without(_ words: [[UInt8]]) -> [UInt8] {
        words.reduce(self) { bytes, word in
            bytes.withUnsafeBufferPointer { text in
                var rest: [UInt8] = []
                var end = 0
                while let start = ByteSearch.first(word, in: text, from: end) {
                    rest += text[end..<start]
                    end = start + word.count
                }
                return end == 0 ? bytes : rest + text[end...]
            }
        }
    }
}

extension String {
    func includes(_ needle: String) -> Bool {
        var text = self
        var word = needle
        return text.withUTF8 { bytes in word.withUTF8 { ByteWords.first($0, in: bytes, from: 0) != nil } }
    }

    func includes(anyOf needles: [String]) -> Bool { needles.contains { includes($0) } }
}
