/// Substring search over UTF-8 bytes. `String.contains` compares by Character and is some forty times slower; these
/// texts are searched for words of ideographs, where bytes and characters agree.
extension String {
    func includes(_ needle: String) -> Bool { firstOffset(of: needle, from: 0) != nil }

    func includes(anyOf needles: [String]) -> Bool { needles.contains { includes($0) } }

    /// The UTF-8 offset behind the last occurrence.
    func endOfLast(_ needle: String) -> Int? {
        var found: Int?
        var from = 0
        while let offset = firstOffset(of: needle, from: from) {
            found = offset + needle.utf8.count
            from = offset + 1
        }
        return found
    }

    private func firstOffset(of needle: String, from start: Int) -> Int? {
        var text = self
        var word = needle
        return text.withUTF8 { bytes in
            word.withUTF8 { wanted in
                guard wanted.count > 0, bytes.count - start >= wanted.count else { return nil }
                let first = wanted[0]
                let last = wanted.count - 1
                for offset in start...(bytes.count - wanted.count)
                where bytes[offset] == first && bytes[offset + last] == wanted[last] {
                    if (0..<wanted.count).allSatisfy({ bytes[offset + $0] == wanted[$0] }) { return offset }
                }
                return nil
            }
        }
    }
}
