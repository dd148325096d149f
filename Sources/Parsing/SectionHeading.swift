import Filings
import Ingest

/// Finds headings of the six statutory sections: the numeral in front and the section's words behind it.
enum SectionHeading {
    /// A heading within a text, in bytes.
    struct Cut {
        var number: Int
        var range: Range<Int>
    }

    private static let headings: [[[UInt8]]] = [
        ["总体情况"].map(\.utf8Bytes),
        ["主动公开政府信息情况", "主动公开情况"].map(\.utf8Bytes),
        ["收到和处理政府信息公开申请", "依申请公开"].map(\.utf8Bytes),
        ["行政复议", "行政诉讼", "行政法复议"].map(\.utf8Bytes),
        ["存在的主要问题", "存在问题", "主要问题", "改进情况"].map(\.utf8Bytes),
        ["其他需要报告", "需要报告的其他"].map(\.utf8Bytes),
    ]
    /// `…情况`, `…及改进情况`, `…的事项`, `…诉讼情况` behind the telling words belong to the heading.
    private static let tails = ["及改进情况", "、行政诉讼情况", "和行政诉讼情况", "、提起行政诉讼情况", "的事项", "申请情况", "情况", "事项"].map(\.utf8Bytes)
    /// So many bytes may stand in front of a heading's word.
    private static let longestLead = 60
    /// A heading has at most so many characters.
    private static let longest = 48

    /// The headings in a text, in order, of sections behind `last`.
    static func cuts(in text: UnsafeBufferPointer<UInt8>, after last: Int) -> [Cut] {
        var cuts: [Cut] = []
        var next = last
        var index = 0
        while next < headings.count {
            // A numeral is an ideograph right before a mark, which is none.
            let mark = Ideographs.end(text, from: index)
            guard mark < text.count else { break }
            let numeral = mark - 3
            if numeral >= index, isMark(text, at: mark), let number = number(text, at: numeral), number > next,
                let end = end(of: number, in: text, from: numeral, isFirst: cuts.isEmpty && numeral == 0)
            {
                cuts.append(Cut(number: number, range: numeral..<end))
                next = number
                // A numeral within a heading starts no other.
                index = end
                continue
            }
            index = mark + UTF8Length.of(lead: text[mark])
        }
        return cuts
    }

    /// 、 or a point of either width.
    @inline(__always)
    private static func isMark(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        if text[index] == UInt8(ascii: ".") { return true }
        guard index + 2 < text.count else { return false }
        if text[index] == 0xE3 { return text[index + 1] == 0x80 && text[index + 2] == 0x81 }
        return text[index] == 0xEF && text[index + 1] == 0xBC && text[index + 2] == 0x8E
    }

    /// The section whose numeral (一 to 六) stands at `index`.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        number(of: WordFinder.character(text, at: index).0)
    }

    /// The section whose numeral a character is.
    static func number(of character: Int) -> Int? {
        switch character {
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        default: nil
        }
    }

    /// Where the heading ends; nil when the section's words do not stand behind the numeral.
    private static func end(of number: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int, isFirst: Bool) -> Int?
    {
        let limit = offset(of: longest, in: text, from: start)
        let line = UnsafeBufferPointer(rebasing: text[start..<limit])
        guard let word = word(of: number, in: line) else { return nil }
        if isFirst, limit == text.count { return text.count }
        return endOfWord(word, in: text, start..<limit)
    }

    /// The first of a heading's words that stands at the start of a line, with or without spaces in it.
    private static func word(of number: Int, in line: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        func stands(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
            ByteSearch.first(word, in: UnsafeBufferPointer(rebasing: text.prefix(longestLead + word.count))) != nil
        }
        let words = headings[number - 1]
        if stands(words[0], in: line) { return words[0] }
        return NormalisedText(line).bytes.withUnsafeBufferPointer { text in words.first { stands($0, in: text) } }
    }

    /// Where so many characters end.
    private static func offset(of characters: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        var left = characters
        while index < text.count, left > 0 {
            index += UTF8Length.of(lead: text[index])
            left -= 1
        }
        return index
    }

    /// Where the word, which may be printed with spaces, and its tail end.
    private static func endOfWord(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            index += UTF8Length.of(lead: text[index])
            let read = NormalisedText(UnsafeBufferPointer(rebasing: text[range.lowerBound..<index]))
            guard read.bytes.count >= word.count, read.bytes.suffix(word.count).elementsEqual(word) else { continue }
            return index + (tails.first { ByteSearch.stands($0, at: index, in: text) }?.count ?? 0)
        }
        return range.upperBound
    }
}

extension NormalisedText {
    /// The last bytes, from the start of a character on.
    func suffix(bytes count: Int) -> NormalisedText {
        NormalisedText(bytes: Array(bytes.suffix(count).drop { $0 & 0xC0 == 0x80 }))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}
