/// Search for words byte for byte. The standard library's compares characters and is many times slower.
package enum ByteWords {
    package static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
        guard let first = word.first, text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { start in
            text[start] == first && word.indices.allSatisfy { text[start + $0] == word[$0] }
        }
    }
}
