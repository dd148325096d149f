import Filings
import Ingest

/// Finds the figures of the prose with their meaning: number, unit, and the words around it (`FactRules`).
///
/// A clause says what its number counts; where it names no channel, the sentence's earlier clauses do.
struct FactExtractor {
    private let section: Int
    private let bytes: UnsafeBufferPointer<UInt8>
    private let words: FactWords
    private let sentence: Range<Int>

    init(_ sentence: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, section: Int) {
        self.section = section
        self.bytes = bytes
        self.sentence = sentence
        words = FactWords(in: bytes, sentence)
    }

    /// So many bytes without a full stop are no sentence.
    private static let longest = 64 << 10

    /// The channel that the sentence names last.
    var lastChannel: String? { FactRules.lastChannel(in: sentence, of: words) }

    /// `previousChannel` is the one that the sentence before names last, which few rules ask for.
    func facts(after previousChannel: @escaping () -> String?) -> [StatedFact] {
        guard sentence.count <= Self.longest else { return [] }
        let said = words.set(in: sentence)
        // Without a word of any rule no figure of the sentence has a meaning.
        guard !said.isEmpty else { return [] }
        return numbers(said, after: previousChannel) + (said.intersects(FactRules.negations) ? zeros() : [])
    }

    // MARK: Numbers

    private func numbers(_ said: WordSet, after previousChannel: @escaping () -> String?) -> [StatedFact] {
        var facts: [StatedFact] = []
        /// The fact whose parts the sentence lists.
        var whole: StatedFact?
        var clauseStart = sentence.lowerBound
        var wordsStart = sentence.lowerBound
        /// Where what `、` joins starts, behind the number before it.
        var joinedStart = sentence.lowerBound
        /// The channels that numbers to come count, in turn (网站、微信、微博分别公开120条、60条、10条); nil where one of the
        /// names before is none.
        var inTurn: ArraySlice<String?> = []
        /// Where the last number's unit ends, and how many numbers stand right behind another's unit.
        var (lastEnd, adjacent) = (-1, 0)
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            index = Ideographs.end(bytes, from: index)
            guard index < sentence.upperBound else { break }
            if let mark = clauseEnd(at: index) {
                index += mark.length
                clauseStart = index
                wordsStart = index
                // A number in ideographs ends what is joined as well: 建议五件、提案4件.
                if !mark.isWeak || ByteSearch.stands(Self.piece, at: index - mark.length - Self.piece.count, in: bytes)
                {
                    joinedStart = index
                }
                continue
            }
            guard Self.isDigit(bytes[index]) else {
                index += UTF8Length.of(lead: bytes[index])
                continue
            }
            let (value, end) = expanded(number(at: index, limit: sentence.upperBound))
            let counted = FactUnit.unit(in: bytes, at: end, limit: sentence.upperBound)
            if let value, let (unit, unitEnd) = counted {
                adjacent += index == lastEnd ? 1 : 0
                // `…申请数量164件25件0件` is a row of a table.
                if adjacent > 1 { return [] }
                lastEnd = unitEnd
                let context = FactContext(
                    words: words, clause: wordsStart..<index,
                    earlier: facts.isEmpty ? sentence.lowerBound..<clauseStart : nil,
                    joined: joinedStart..<index, sentence: said, previousChannel: previousChannel,
                    unit: unit)
                if FactRules.listsParts(context) { whole = facts.last }
                if FactRules.countsInTurn(context) {
                    let names = names(in: joinedStart..<index)
                    let channels = context.channels
                    inTurn =
                        names < 2
                        ? [] : channels.count == names ? channels[...] : Array(repeating: nil, count: names)[...]
                } else if !context.isBare {
                    inTurn = []
                }
                if let kind = inTurn.isEmpty ? FactRules.kind(of: context) : inTurn.removeFirst() {
                    let clause = clauseStart..<min(unitEnd, sentence.upperBound)
                    let isPart = whole.map { $0.kind != kind && $0.unit == unit.text } ?? false
                    facts.append(
                        StatedFact(
                            kind: kind, value: value, unit: unit.text, clause: clause, figure: index..<end,
                            partOf: isPart ? whole?.kind : nil, mayBe: FactRules.alternatives(to: kind, context)))
                }
                wordsStart = unitEnd
                joinedStart = unitEnd
            }
            index = max(counted?.end ?? end, end)
        }
        return facts
    }

    /// How many names `、`, 和, 及 and 与 part in a range.
    private func names(in range: Range<Int>) -> Int {
        var names = 1
        Self.joints.forEach(in: UnsafeBufferPointer(rebasing: bytes[range])) { _, _ in names += 1 }
        return names
    }

    private static let piece = "件".utf8Bytes
    private static let joints = WordFinder(["、", "和", "及", "与"])

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

    /// A number with 万 behind it as what it stands for: 6.1万 is 61000.
    private func expanded(_ number: (value: ExactDecimal?, end: Int)) -> (ExactDecimal?, Int) {
        guard let value = number.value, ByteSearch.stands(Self.tenThousand, at: number.end, in: bytes) else {
            return (number.value, number.end)
        }
        return (value.times(10_000), number.end + Self.tenThousand.count)
    }

    private static let tenThousand = "万".utf8Bytes
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
    private func zeros() -> [StatedFact] {
        var facts: [StatedFact] = []
        var start = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let mark = clauseEnd(at: index)
            index += mark?.length ?? UTF8Length.of(lead: bytes[index])
            guard mark?.isWeak == false || index >= sentence.upperBound else { continue }
            let clause = start..<index
            if let (kind, unit) = FactRules.zero(words.set(in: clause), section: section) {
                facts.append(StatedFact(kind: kind, value: .zero, unit: unit, clause: clause))
            }
            start = index
        }
        return facts
    }
}
