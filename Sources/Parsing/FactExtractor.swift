import Filings
import Ingest

/// Finds the figures of the prose with their meaning: number, unit, and the words around it (`FactRules`).
///
/// A clause says what its number counts; where it names no channel, the sentence's earlier clauses do.
enum FactExtractor {
    static func facts(in prose: Prose) -> [Fact] {
        var facts: [Fact] = []
        var seen: Set<String> = []
        var previous = ""
        for paragraph in prose.paragraphs where paragraph.scalars.count > 6 {
            for sentence in sentences(of: paragraph) {
                let found = numbers(in: sentence, of: paragraph, after: previous) + zeros(in: sentence, of: paragraph)
                for fact in found where seen.insert("\(fact.kind) \(fact.value)").inserted { facts.append(fact) }
                previous = String(scalars: paragraph.scalars[sentence])
            }
        }
        return facts
    }

    private static func sentences(of paragraph: Prose.Paragraph) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        for (index, scalar) in paragraph.scalars.enumerated() where "。！？".unicodeScalars.contains(scalar) {
            result.append(start..<(index + 1))
            start = index + 1
        }
        if start < paragraph.scalars.count { result.append(start..<paragraph.scalars.count) }
        return result
    }

    // MARK: Numbers

    private static func numbers(in sentence: Range<Int>, of paragraph: Prose.Paragraph, after previous: String) -> [Fact] {
        let scalars = paragraph.scalars
        var facts: [Fact] = []
        var clauseStart = sentence.lowerBound
        var wordsStart = sentence.lowerBound
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if isClauseEnd(scalars, index) {
                clauseStart = index + 1
                wordsStart = clauseStart
            }
            guard isDigit(scalars[index]) else {
                index += 1
                continue
            }
            let (value, end) = number(scalars, at: index, limit: sentence.upperBound)
            let (unit, unitEnd) = unit(scalars, at: end, limit: sentence.upperBound)
            if let value, !unit.isEmpty {
                let context = FactContext(
                    words: String(scalars: scalars[wordsStart..<index]),
                    earlier: facts.isEmpty ? String(scalars: scalars[sentence.lowerBound..<clauseStart]) : "",
                    sentence: String(scalars: scalars[sentence]), previous: previous, unit: unit)
                if let kind = FactRules.kind(of: context) {
                    let clause = clauseStart..<min(unitEnd, sentence.upperBound)
                    facts.append(
                        Fact(
                            kind: kind, value: value, unit: unit, text: String(scalars: scalars[clause]),
                            place: paragraph.place(at: clause.lowerBound)))
                }
                wordsStart = unitEnd
            }
            index = max(unitEnd, index + 1)
        }
        return facts
    }

    private static func isClauseEnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = scalars[index]
        guard "，,；;：:、（(）)".unicodeScalars.contains(scalar) else { return false }
        let isThousands = scalar == "," && index > 0 && index + 1 < scalars.count && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
        return !isThousands
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The number at an index and where it ends; separators of thousands and one point are part of it.
    private static func number(_ scalars: [Unicode.Scalar], at start: Int, limit: Int) -> (ExactDecimal?, Int) {
        var end = start
        var text = ""
        while end < limit {
            if isDigit(scalars[end]) {
                text.unicodeScalars.append(scalars[end])
            } else if scalars[end] == ".", end + 1 < limit, isDigit(scalars[end + 1]) {
                text.append(".")
            } else if scalars[end] == "," || scalars[end] == "，", end + 3 < limit,
                scalars[(end + 1)...(end + 3)].allSatisfy(isDigit), end + 4 >= limit || !isDigit(scalars[end + 4])
            {
                // 1,234: a comma with exactly three digits behind it.
            } else {
                break
            }
            end += 1
        }
        return (ExactDecimal(text), end)
    }

    private static let units = ["万元", "人次", "余人", "余次", "余条", "条", "篇", "件", "项", "次", "期", "场", "起", "家", "个", "宗", "人", "名", "元", "则", "户", "份"]

    private static func unit(_ scalars: [Unicode.Scalar], at start: Int, limit: Int) -> (String, Int) {
        let rest = String(scalars: scalars[start..<min(start + 2, limit)])
        for unit in units where rest.hasPrefix(unit) { return (unit, start + unit.unicodeScalars.count) }
        // 信息处理费为0。
        return start < limit && "。，；".unicodeScalars.contains(scalars[start]) ? ("。", start) : ("", start)
    }

    // MARK: Nothing

    /// Sentences that say that there was nothing: no request, no fee.
    private static func zeros(in sentence: Range<Int>, of paragraph: Prose.Paragraph) -> [Fact] {
        var facts: [Fact] = []
        var start = sentence.lowerBound
        for index in sentence
        where isClauseEnd(paragraph.scalars, index) && !"、：:".unicodeScalars.contains(paragraph.scalars[index]) || index == sentence.upperBound - 1 {
            let clause = String(scalars: paragraph.scalars[start...index])
            if let (kind, unit) = FactRules.zero(clause, section: paragraph.section) {
                facts.append(
                    Fact(kind: kind, value: .zero, unit: unit, text: clause.trimmed, place: paragraph.place(at: start)))
            }
            start = index + 1
        }
        return facts
    }
}
