import Filings
import Ingest

/// Finds the figures of the prose with their meaning: number, unit, and the words around it (`FactRules`).
///
/// A clause says what its number counts; where it names no channel, the sentence's earlier clauses do.
struct FactExtractor {
    private let paragraph: Prose.Paragraph
    private let bytes: UnsafeBufferPointer<UInt8>
    private let words: FactWords

    /// A paragraph of fewer bytes, or characters, states nothing.
    private static let shortest = (bytes: 19, characters: 7)

    static func facts(in prose: Prose) -> [Fact] {
        var facts: [Fact] = []
        /// The words of the sentence before, whose channel is looked for when a rule asks.
        var previous: (words: FactWords, sentence: Range<Int>)?
        for paragraph in prose.paragraphs
        where paragraph.bytes.count >= shortest.bytes && paragraph.hasCharacters(shortest.characters) {
            let words = FactWords(in: paragraph.bytes)
            paragraph.bytes.withUnsafeBufferPointer { bytes in
                let extractor = FactExtractor(paragraph: paragraph, bytes: bytes, words: words)
                extractor.forEachSentence { sentence in
                    let channel = { previous.flatMap { FactRules.lastChannel(in: $0.sentence, of: $0.words) } }
                    for fact in extractor.facts(in: sentence, after: channel)
                    where !facts.contains(where: { $0.value == fact.value && $0.kind == fact.kind }) {
                        facts.append(fact)
                    }
                    previous = (words, sentence)
                }
            }
        }
        return facts
    }

    private func forEachSentence(_ body: (Range<Int>) -> Void) {
        var start = 0
        var index = 0
        while index < bytes.count {
            index = Ideographs.end(bytes, from: index)
            guard index < bytes.count else { break }
            let lead = bytes[index]
            if lead == 0xE3 || lead == 0xEF, Self.endsSentence(lead, bytes[index + 1], bytes[index + 2]) {
                body(start..<(index + 3))
                start = index + 3
            }
            index += UTF8Length.of(lead: lead)
        }
        if start < bytes.count { body(start..<bytes.count) }
    }

    /// 。！？
    @inline(__always)
    private static func endsSentence(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        first == 0xE3
            ? second == 0x80 && third == 0x82 : first == 0xEF && second == 0xBC && (third == 0x81 || third == 0x9F)
    }

    private func facts(in sentence: Range<Int>, after previousChannel: @escaping () -> String?) -> [Fact] {
        let said = words.set(in: sentence)
        // Without a word of any rule no figure of the sentence has a meaning.
        guard !said.isEmpty else { return [] }
        return numbers(in: sentence, said, after: previousChannel)
            + (said.intersects(FactRules.negations) ? zeros(in: sentence) : [])
    }

    // MARK: Numbers

    private func numbers(
        in sentence: Range<Int>, _ said: WordSet, after previousChannel: @escaping () -> String?
    ) -> [Fact] {
        var facts: [Fact] = []
        /// The fact whose parts the sentence lists.
        var whole: Fact?
        var clauseStart = sentence.lowerBound
        var wordsStart = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            index = Ideographs.end(bytes, from: index)
            guard index < sentence.upperBound else { break }
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
            let counted = FactUnit.unit(in: bytes, at: end, limit: sentence.upperBound)
            if let value, let (unit, unitEnd) = counted {
                let context = FactContext(
                    words: words, clause: wordsStart..<index,
                    earlier: facts.isEmpty ? sentence.lowerBound..<clauseStart : nil,
                    sentence: said, previousChannel: previousChannel, unit: unit)
                if FactRules.listsParts(context) { whole = facts.last }
                if let kind = FactRules.kind(of: context) {
                    let clause = clauseStart..<min(unitEnd, sentence.upperBound)
                    let isPart = whole.map { $0.kind != kind && $0.unit == unit.text } ?? false
                    facts.append(
                        Fact(
                            kind: kind, value: value, unit: unit.text, text: paragraph.text(clause),
                            place: paragraph.place(at: clause.lowerBound), partOf: isPart ? whole?.kind : nil,
                            mayBe: FactRules.alternatives(to: kind, context)))
                }
                wordsStart = unitEnd
            }
            index = max(counted?.end ?? end, end)
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
        while end < limit, Self.isDigit(bytes[end]) { end += 1 }
        // Most numbers are the digits of a count.
        if end - start <= Self.countDigits, end >= limit || !Self.goesOn(bytes[end]) {
            return (ExactDecimal(bytes[start..<end].reduce(0) { $0 * 10 + Int64($1 - 48) }), end)
        }
        end = start
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

    private static let countDigits = 17

    /// Whether a number may go on with a byte behind its digits: a point or the start of a comma.
    private static func goesOn(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == 0xEF
    }

    /// The length of a comma of either width at a byte.
    private func comma(at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: ",") { return 1 }
        return index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8C
            ? 3 : nil
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
