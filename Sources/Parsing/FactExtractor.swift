import Filings
import Ingest

/// Finds the figures of the prose with their meaning: number, unit, and the words around it (`FactRules`).
///
/// A clause says what its number counts; where it names no channel, the sentence's earlier clauses do.
struct FactExtractor {
    private let paragraph: Prose.Paragraph
    private let bytes: [UInt8]
    private let words: FactWords

    /// A paragraph of fewer bytes states nothing.
    private static let shortest = 19

    static func facts(in prose: Prose) -> [Fact] {
        var facts: [Fact] = []
        var previousChannel: String?
        for paragraph in prose.paragraphs where paragraph.bytes.count >= shortest && paragraph.count > 6 {
            let extractor = FactExtractor(paragraph)
            for sentence in extractor.sentences() {
                for fact in extractor.facts(in: sentence, after: previousChannel)
                where !facts.contains(where: { $0.kind == fact.kind && $0.value == fact.value }) {
                    facts.append(fact)
                }
                previousChannel = FactRules.lastChannel(in: sentence, of: extractor.words)
            }
        }
        return facts
    }

    private init(_ paragraph: Prose.Paragraph) {
        self.paragraph = paragraph
        bytes = paragraph.bytes
        words = FactWords(in: paragraph.bytes)
    }

    private func sentences() -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let length = UTF8Length.of(lead: bytes[index])
            if length == 3, Self.endsSentence(bytes[index], bytes[index + 1], bytes[index + 2]) {
                result.append(start..<(index + 3))
                start = index + 3
            }
            index += length
        }
        if start < bytes.count { result.append(start..<bytes.count) }
        return result
    }

    /// 。！？
    @inline(__always)
    private static func endsSentence(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        first == 0xE3
            ? second == 0x80 && third == 0x82 : first == 0xEF && second == 0xBC && (third == 0x81 || third == 0x9F)
    }

    private func facts(in sentence: Range<Int>, after previousChannel: String?) -> [Fact] {
        let said = words.set(in: sentence)
        // Without a word of any rule no figure of the sentence has a meaning.
        guard !said.isEmpty else { return [] }
        return numbers(in: sentence, said, after: previousChannel)
            + (said.intersects(FactRules.negations) ? zeros(in: sentence) : [])
    }

    // MARK: Numbers

    private func numbers(in sentence: Range<Int>, _ said: WordSet, after previousChannel: String?) -> [Fact] {
        var facts: [Fact] = []
        var clauseStart = sentence.lowerBound
        var wordsStart = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if let mark = clauseEnd(at: index) {
                index += mark.length
                clauseStart = index
                wordsStart = index
                continue
            }
            guard Self.isDigit(bytes[index]) else {
                index += UTF8Length.of(lead: bytes[index])
                continue
            }
            let (value, end) = number(at: index, limit: sentence.upperBound)
            let (unit, unitEnd) = unit(at: end, limit: sentence.upperBound)
            if let value, !unit.isEmpty {
                let context = FactContext(
                    words: words, clause: wordsStart..<index,
                    earlier: facts.isEmpty ? sentence.lowerBound..<clauseStart : nil,
                    sentence: said, previousChannel: previousChannel, unit: unit)
                if let kind = FactRules.kind(of: context) {
                    let clause = clauseStart..<min(unitEnd, sentence.upperBound)
                    facts.append(
                        Fact(
                            kind: kind, value: value, unit: unit, text: paragraph.text(clause),
                            place: paragraph.place(at: clause.lowerBound)))
                }
                wordsStart = unitEnd
            }
            index = max(unitEnd, end)
        }
        return facts
    }

    private struct ClauseEnd {
        var length: Int
        /// 、and ： part what belongs together; the others end what a clause says.
        var isWeak: Bool
    }

    /// The mark that ends a clause at a byte: ，；：、（） in either width, but no comma between digits.
    @inline(__always)
    private func clauseEnd(at index: Int) -> ClauseEnd? {
        switch bytes[index] {
        case 0xEF where bytes[index + 1] == 0xBC:
            switch bytes[index + 2] {
            case 0x8C, 0x9B, 0x88, 0x89: return ClauseEnd(length: 3, isWeak: false)
            case 0x9A: return ClauseEnd(length: 3, isWeak: true)
            default: return nil
            }
        case 0xE3 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81: return ClauseEnd(length: 3, isWeak: true)
        case UInt8(ascii: ","):
            let isThousands =
                index > 0 && index + 1 < bytes.count && Self.isDigit(bytes[index - 1]) && Self.isDigit(bytes[index + 1])
            return isThousands ? nil : ClauseEnd(length: 1, isWeak: false)
        case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"): return ClauseEnd(length: 1, isWeak: false)
        case UInt8(ascii: ":"): return ClauseEnd(length: 1, isWeak: true)
        default: return nil
        }
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// The number at a byte and where it ends; separators of thousands and one point are part of it.
    private func number(at start: Int, limit: Int) -> (ExactDecimal?, Int) {
        var end = start
        var text = ""
        while end < limit {
            if Self.isDigit(bytes[end])
                || bytes[end] == UInt8(ascii: ".") && end + 1 < limit && Self.isDigit(bytes[end + 1])
            {
                text.unicodeScalars.append(Unicode.Scalar(bytes[end]))
                end += 1
            } else if let comma = comma(at: end), end + comma + 2 < limit,
                bytes[(end + comma)...(end + comma + 2)].allSatisfy(Self.isDigit),
                end + comma + 3 >= limit || !Self.isDigit(bytes[end + comma + 3])
            {
                // 1,234: a comma with exactly three digits behind it.
                end += comma
            } else {
                break
            }
        }
        return (ExactDecimal(text), end)
    }

    /// The length of a comma of either width at a byte.
    private func comma(at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: ",") { return 1 }
        return index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8C
            ? 3 : nil
    }

    private static let units = [
        "万元", "人次", "余人", "余次", "余条", "条", "篇", "件", "项", "次", "期", "场", "起", "家", "个", "宗", "人", "名", "元", "则", "户",
        "份",
    ].map { (text: $0, bytes: $0.utf8Bytes) }

    private func unit(at start: Int, limit: Int) -> (String, Int) {
        bytes.withUnsafeBufferPointer { bytes in
            for unit in Self.units
            where start + unit.bytes.count <= limit && ByteSearch.stands(unit.bytes, at: start, in: bytes) {
                return (unit.text, start + unit.bytes.count)
            }
            guard start + 2 < limit else { return ("", start) }
            // 信息处理费为0。
            let closes = bytes[start] == 0xE3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x82
            let parts =
                bytes[start] == 0xEF && bytes[start + 1] == 0xBC
                && (bytes[start + 2] == 0x8C || bytes[start + 2] == 0x9B)
            return closes || parts ? ("。", start) : ("", start)
        }
    }

    // MARK: Nothing

    /// Sentences that say that there was nothing: no request, no fee.
    private func zeros(in sentence: Range<Int>) -> [Fact] {
        var facts: [Fact] = []
        var start = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let mark = clauseEnd(at: index)
            index += mark?.length ?? UTF8Length.of(lead: bytes[index])
            guard mark?.isWeak == false || index >= sentence.upperBound else { continue }
            let clause = start..<index
            if let (kind, unit) = FactRules.zero(words.set(in: clause), section: paragraph.section) {
                facts.append(
                    Fact(
                        kind: kind, value: .zero, unit: unit, text: paragraph.text(clause).trimmed,
                        place: paragraph.place(at: start)))
            }
            start = index
        }
        return facts
    }
}
