import Ingest

/// The sentences of a text, one after the other, with the figures in each.
struct SentenceParts {
    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// The runs of digits of the current sentence.
    private(set) var figures: [Range<Int>] = []
    /// Whether each of them is a number by itself: none goes on behind a point or a comma, none is longer than a count.
    private(set) var areCounts = true

    static let longestCount = 17
    /// Longer sentences are not remembered.
    static let longestKnown = 1_000

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The next sentence with the mark that ends it.
    mutating func next() -> Range<Int>? {
        guard at < text.count else { return nil }
        let start = at
        figures.removeAll(keepingCapacity: true)
        areCounts = true
        while at < text.count {
            at = Ideographs.end(text, from: at)
            guard at < text.count else { break }
            let lead = text[at]
            if lead >= 48, lead <= 57 {
                takeFigure()
            } else if lead == 0xE3 || lead == 0xEF, Self.endsSentence(lead, text[at + 1], text[at + 2]) {
                at += 3
                return start..<at
            } else {
                at += UTF8Length.of(lead: lead)
            }
        }
        return start..<text.count
    }

    /// Whether the last character of a range ends a sentence.
    static func endsSentence(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let last = range.upperBound - 3
        return last >= range.lowerBound && endsSentence(text[last], text[last + 1], text[last + 2])
    }

    /// What tells the current sentence from those of other words; nil for one that is not remembered.
    func key(of sentence: Range<Int>, section: Int) -> UInt64? {
        guard areCounts else { return nil }
        return figures.withUnsafeBufferPointer { Self.key(of: sentence, $0, section: section, in: text) }
    }

    /// The same for a sentence whose figures are counts.
    static func key(
        of sentence: Range<Int>, _ figures: UnsafeBufferPointer<Range<Int>>, section: Int,
        in text: UnsafeBufferPointer<UInt8>
    ) -> UInt64? {
        guard sentence.count <= longestKnown else { return nil }
        var key = UInt64(figures.count &* 64 &+ min(section, 63))
        var start = sentence.lowerBound
        for figure in figures {
            key = mix(key, text, start..<figure.lowerBound)
            start = figure.upperBound
        }
        return mix(key, text, start..<sentence.upperBound)
    }

    @inline(__always)
    private static func mix(_ key: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(text)
        var key = key
        func mix(_ word: UInt64) {
            key = (key ^ word) &* 0x9E37_79B9_7F4A_7C15
            key ^= key >> 29
        }
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest = UInt64(range.count)
        while index < range.upperBound {
            rest = rest << 8 | UInt64(text[index])
            index += 1
        }
        mix(rest)
        return key
    }

    private mutating func takeFigure() {
        let start = at
        while at < text.count, isDigit(at) { at += 1 }
        figures.append(start..<at)
        let goesOn =
            at < text.count
            && (text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",")
                ? isDigit(at + 1) : text[at] == 0xEF && text[at + 2] == 0x8C && isDigit(at + 3))
        if goesOn || at - start > Self.longestCount { areCounts = false }
    }

    private func isDigit(_ index: Int) -> Bool { ByteSearch.isDigit(text, at: index) }

    /// 。！？
    @inline(__always)
    private static func endsSentence(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        first == 0xE3
            ? second == 0x80 && third == 0x82 : first == 0xEF && second == 0xBC && (third == 0x81 || third == 0x9F)
    }
}
