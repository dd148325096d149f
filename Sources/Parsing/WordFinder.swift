/// Finds many words in a text in one pass, by their first characters.
struct WordFinder: Sendable {
    /// Per first character (of the basic plane) the number of its list in `lists`; 0 where no word starts.
    private var slots: [UInt8]
    private var lists: [[(bytes: [UInt8], word: Int)]]

    /// Words of at most 255 different first characters, all in the basic plane.
    init(_ words: [String]) {
        slots = Array(repeating: 0, count: 1 << 16)
        lists = [[]]
        for (index, word) in words.enumerated() {
            let first = Int(word.unicodeScalars.first!.value)
            if slots[first] == 0 {
                slots[first] = UInt8(lists.count)
                lists.append([])
            }
            lists[Int(slots[first])].append((Array(word.utf8), index))
        }
    }

    /// Calls `body` with the range in bytes and the index of every word that stands in valid UTF-8, by where they start.
    @inline(__always)
    func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Int) -> Void) {
        search(text) { range, word in
            body(range, word)
            return true
        }
    }

    /// Where the first of the words stands.
    func first(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var found: Range<Int>?
        search(text) { range, _ in
            found = range
            return false
        }
        return found
    }

    /// `visit` returns false to stop.
    @inline(__always)
    private func search(_ text: UnsafeBufferPointer<UInt8>, _ visit: (Range<Int>, Int) -> Bool) {
        slots.withUnsafeBufferPointer { slots in
            var index = 0
            while index < text.count {
                let (character, length) = Self.character(text, at: index)
                let slot = slots[character]
                if slot != 0 {
                    for entry in lists[Int(slot)] where ByteSearch.stands(entry.bytes, at: index, in: text) {
                        guard visit(index..<(index + entry.bytes.count), entry.word) else { return }
                    }
                }
                index += length
            }
        }
    }

    /// The character at a byte and its length; 0 beyond the basic plane.
    @inline(__always)
    static func character(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Int, Int) {
        let lead = Int(text[index])
        if lead < 0x80 { return (lead, 1) }
        if lead >= 0xF0 { return (0, 4) }
        let second = Int(text[index + 1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        return ((lead & 0x0F) << 12 | second << 6 | Int(text[index + 2] & 0x3F), 3)
    }
}
