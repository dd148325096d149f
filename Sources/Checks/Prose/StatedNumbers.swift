import Filings

/// A number of a sentence with its unit and the words before it, from the number before on.
struct StatedNumber {
    let value: ExactDecimal
    let unit: String
    /// Offsets in the sentence: where the words begin, where the digits begin, behind the unit.
    let wordsStart: Int
    let start: Int
    let end: Int
    /// How many brackets are open around it.
    let depth: Int
}

/// Finds the counted things of a sentence: 网站 200 条、微信 35 条.
enum StatedNumbers {
    private static let units = ["人次", "条", "篇", "件", "项", "次", "期", "场", "起", "家", "个", "宗", "人", "名", "则", "户", "份"]
        .map { Array($0.unicodeScalars) }

    static func all(in scalars: [Unicode.Scalar]) -> [StatedNumber] {
        var found: [StatedNumber] = []
        var depth = 0
        var wordsStart = 0
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "（", "(": depth += 1
            case "）", ")": depth = max(0, depth - 1)
            case "0"..."9":
                let end = endOfDigits(scalars, index)
                if let unit = unit(scalars, at: end),
                    let value = ExactDecimal(String(scalars: scalars[index..<end].filter { $0 != "," }[...]))
                {
                    found.append(
                        StatedNumber(
                            value: value, unit: String(scalars: unit[...]), wordsStart: wordsStart,
                            start: index,
                            end: end + unit.count, depth: depth))
                    wordsStart = end + unit.count
                    index = end + unit.count
                } else {
                    index = end
                }
                continue
            default: break
            }
            index += 1
        }
        return found
    }

    /// Behind a whole number; separators of thousands are part of it, a decimal point makes it none of ours.
    private static func endOfDigits(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        var end = start
        while end < scalars.count {
            let isComma =
                scalars[end] == "," && end + 3 < scalars.count
                && scalars[(end + 1)...(end + 3)].allSatisfy { ("0"..."9").contains($0) }
            guard ("0"..."9").contains(scalars[end]) || isComma else { break }
            end += 1
        }
        return end
    }

    private static func unit(_ scalars: [Unicode.Scalar], at start: Int) -> [Unicode.Scalar]? {
        units.first { $0.count <= scalars.count - start && Array(scalars[start..<(start + $0.count)]) == $0 }
    }
}

/// A stated whole with the parts that the text gives for it.
struct StatedSum {
    let whole: StatedNumber
    let parts: [StatedNumber]
    /// Whether the words say that the parts are all there is.
    let isExhaustive: Bool

    /// Words between a whole and its parts.
    private static let openings = ["其中", "包括", "分别", "包含", "含", "：", ":", "（", "("]
    private static let exhaustive = ["分别为", "分别是"]
    private static let channels = ["网站", "门户", "微信", "公众号", "微博", "专栏", "公开栏", "客户端", "新媒体"]
    /// What an organ is for a proposal: each one is handled in one of these ways.
    private static let roles = ["独办", "主办", "分办", "协办", "会办"]

    /// The sums of a sentence; `其中` may open the sentence behind the whole's.
    static func all(in scalars: [Unicode.Scalar]) -> [StatedSum] {
        let numbers = StatedNumbers.all(in: scalars)
        return numbers.indices.compactMap { index in
            let whole = numbers[index]
            guard index + 2 < numbers.count else { return nil }
            let first = numbers[index + 1]
            guard first.unit == whole.unit, let opening = opening(scalars, whole, first) else { return nil }
            let parts = parts(of: whole, numbers[(index + 1)...], scalars)
            return parts.count < 2
                ? nil
                : StatedSum(whole: whole, parts: parts, isExhaustive: exhaustive.contains(where: opening.holds))
        }
    }

    /// The words between a whole and its first part, when they open a list of parts; channels under a whole that names
    /// none are parts whatever the words between.
    private static func opening(_ scalars: [Unicode.Scalar], _ whole: StatedNumber, _ first: StatedNumber) -> String? {
        let words = String(scalars: scalars[whole.end..<first.start])
        guard !words.holds("；"), !words.holds(";") else { return nil }
        let label = String(scalars: scalars[whole.wordsStart..<whole.start])
        if openings.contains(where: words.holds) { return words }
        if roles.contains(where: words.holds) { return roles.contains(where: label.holds) ? nil : words }
        let isTotal = label.holds("信息") && !channels.contains(where: label.holds)
        return isTotal && channels.contains(where: words.holds) ? words : nil
    }

    /// The numbers of the same unit that follow, up to the end of the clause or of the bracket in which they began.
    /// What stands in a further bracket divides a part and is passed over.
    private static func parts(of whole: StatedNumber, _ numbers: ArraySlice<StatedNumber>, _ scalars: [Unicode.Scalar])
        -> [StatedNumber]
    {
        let depth = numbers.first!.depth
        var parts: [StatedNumber] = []
        var end = whole.end
        for number in numbers {
            let between = scalars[end..<number.start]
            let isEnded = parts.isEmpty ? false : between.contains { $0 == "；" || $0 == ";" || $0 == "。" }
            if isEnded || number.depth < depth { break }
            end = number.end
            if number.depth > depth { continue }
            guard number.unit == whole.unit else { break }
            parts.append(number)
        }
        return parts
    }

    /// Nothing when some reading of the parts gives the whole: all of them, or the first ones where the list goes on to
    /// other things. Parts that fall short contradict the whole only where the words say that they are all.
    var contradiction: ExactDecimal? {
        var sum = ExactDecimal.zero
        for (index, part) in parts.enumerated() {
            sum = sum + part.value
            if index > 0, sum == whole.value { return nil }
        }
        return sum > whole.value || isExhaustive ? sum : nil
    }
}
