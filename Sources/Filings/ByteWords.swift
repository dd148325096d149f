/// Search for words byte for byte. The standard library's compares characters and is many times slower.
package enum ByteWords {
    package static func holds(_ text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
        word.withUnsafeBufferPointer { word in
            guard !word.isEmpty else { return true }
            // Ideographs share their first bytes; the third tells most.
            let pivot = min(2, word.count - 1)
            var start = 0
            while start + word.count <= text.count {
                if text[start + pivot] == word[pivot], word.indices.allSatisfy({ text[start + $0] == word[$0] }) {
                    return true
                }
                start += 1
            }
            return false
        }
    }
}
