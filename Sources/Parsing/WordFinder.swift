import Glibc
import Ingest

/// Finds many words in a text in one pass, by their first characters.
struct WordFinder: Sendable {
    /// The words that start with one character.
    private struct List: Sendable {
        /// Positions in `entries`.
        var entries: Range<Int32> = 0..<0
    }

    fileprivate struct Entry: Sendable {
        var start: Int32
        var count: Int32
        var word: Int32
        /// The first eight bytes, and which of them count.
        var head: UInt64
        var mask: UInt64
    }

    /// Per first character (of the basic plane) the number of its list in `lists`; 0 where no word starts.
    private let slots: [UInt16]
    /// One bit for each hash of the two ideographs with which a word starts.
    private let pairs: [UInt64]
    /// Whether every word starts with two ideographs, so that `pairs` tells where none stands.
    private let isPaired: Bool
    private let lists: [List]
    private let entries: [Entry]
    /// The bytes of all words.
    private let bytes: [UInt8]

    /// Of two words that stand at one place the earlier comes first.
    init(_ words: [String]) {
        var slots = [UInt16](repeating: 0, count: 1 << 16)
        var members: [[Int]] = [[]]
        for (index, word) in words.enumerated() {
            let first = Self.slot(of: word.unicodeScalars.first!)
            if slots[first] == 0 {
                slots[first] = UInt16(members.count)
                members.append([])
            }
            members[Int(slots[first])].append(index)
        }
        var pairs = [UInt64](repeating: 0, count: Self.pairBits / 64)
        var isPaired = true
        var (lists, entries, bytes) = ([List](), [Entry](), [UInt8]())
        for members in members {
            let list = List(entries: Int32(entries.count)..<Int32(entries.count + members.count))
            for word in members {
                let text = words[word].utf8Bytes
                if text.count >= 6, Ideographs.isLead(text[0]), Ideographs.isLead(text[3]) {
                    let pair = Self.pair(text.prefix(6).reversed().reduce(0) { $0 << 8 | UInt64($1) })
                    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
                } else {
                    isPaired = false
                }
                entries.append(Entry(text, at: bytes.count, word: word))
                bytes += text
            }
            lists.append(list)
        }
        (self.slots, self.pairs, self.isPaired) = (slots, pairs, isPaired)
        (self.lists, self.entries, self.bytes) = (lists, entries, bytes)
    }

    /// The slot of the words that start with a character; those beyond the basic plane share one.
    private static func slot(of first: Unicode.Scalar) -> Int { first.value < 1 << 16 ? Int(first.value) : 0 }

    private static let pairBits = 1 << 16

    /// The bit of the two ideographs that the low six bytes of a word hold.
    @inline(__always)
    private static func pair(_ word: UInt64) -> Int { Int((word << 16 &* 0x9E37_79B9_7F4A_7C15) >> 48) }

    /// Calls `body` with the range in bytes and the index of every word that stands in valid UTF-8, by where they start.
    @inline(__always)
    func forEach(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Int) -> Void) {
        search(text) { range, word in
            body(range, word)
            return range.lowerBound
        }
    }

    /// Where the first of the words stands.
    func first(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var found: Range<Int>?
        search(text) { range, _ in
            found = range
            return text.count
        }
        return found
    }

    /// The length in bytes of the first word of the list that stands at a character's first byte.
    func word(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let (character, _) = Self.character(text, at: index)
        let slot = Int(slots[character])
        guard slot != 0 else { return nil }
        for position in lists[slot].entries {
            let entry = entries[Int(position)]
            if stands(entry, at: index, in: text) { return Int(entry.count) }
        }
        return nil
    }

    private func stands(_ entry: Entry, at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = Int(entry.count)
        guard index + count <= text.count, let start = text.baseAddress else { return false }
        if index + 8 <= text.count {
            let head = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
            if UInt64(littleEndian: head) & entry.mask != entry.head { return false }
            if count <= 8 { return true }
        }
        return bytes.withUnsafeBufferPointer { memcmp($0.baseAddress! + Int(entry.start), start + index, count) == 0 }
    }

    /// `visit` returns where to go on: a byte behind the word's first goes on there, any other behind that character.
    @inline(__always)
    func search(_ text: UnsafeBufferPointer<UInt8>, _ visit: (Range<Int>, Int) -> Int) {
        var index = 0
        while let start = nextStart(in: text, from: index) {
            let (character, length) = Self.character(text, at: start)
            let next = visitWords(of: lists[Int(slots[character])], in: text, at: start, visit)
            index = next > start ? next : start + length
        }
    }

    /// The next character at or behind one at which a word may stand.
    private func nextStart(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        if isPaired {
            let found = pairs.withUnsafeBufferPointer { pairs -> Bool in
                while index + 8 <= text.count {
                    let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                    let pair = Self.pair(word)
                    if pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 { return true }
                    index &+= UTF8Length.of(lead: UInt8(truncatingIfNeeded: word))
                }
                return false
            }
            if found { return index }
        }
        while index < text.count {
            let (character, length) = Self.character(text, at: index)
            if slots[character] != 0 { return index }
            index += length
        }
        return nil
    }

    /// Where `visit` goes on behind the words of a list that stand at a byte.
    @inline(never)
    private func visitWords(
        of list: List, in text: UnsafeBufferPointer<UInt8>, at index: Int, _ visit: (Range<Int>, Int) -> Int
    ) -> Int {
        for position in list.entries {
            let entry = entries[Int(position)]
            guard stands(entry, at: index, in: text) else { continue }
            let next = visit(index..<(index + Int(entry.count)), Int(entry.word))
            if next > index { return next }
        }
        return index
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

extension WordFinder.Entry {
    fileprivate init(_ text: [UInt8], at start: Int, word: Int) {
        let first = text.prefix(8)
        self.init(
            start: Int32(start), count: Int32(text.count), word: Int32(word),
            head: first.reversed().reduce(0) { $0 << 8 | UInt64($1) },
            mask: first.reduce(0) { mask, _ in mask << 8 | 0xFF })
    }
}
