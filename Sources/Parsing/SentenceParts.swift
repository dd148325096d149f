import Ingest

/// The sentences of a text, one after the other, with the figures in each.
struct SentenceParts {
    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// The runs of digits of the current sentence.
    private(set) var figures: [Range<Int>] = []
    /// Whether each of them is a number by itself: none goes on behind a point or a comma, none is longer than a count.
    private(set) var areCounts = true

    private static let longestCount = 17

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

    private func isDigit(_ index: Int) -> Bool { index < text.count && text[index] >= 48 && text[index] <= 57 }

    /// 。！？
    @inline(__always)
    private static func endsSentence(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        first == 0xE3
            ? second == 0x80 && third == 0x82 : first == 0xEF && second == 0xBC && (third == 0x81 || third == 0x9F)
    }
}
