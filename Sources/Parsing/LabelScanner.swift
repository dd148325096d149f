import Filings

/// What the words of a cell say about its place in the form.
enum Label: Hashable, Sendable {
    /// A line of table three, by the key of its measures.
    case requestLine(String)
    /// A group heading of table three.
    case group(OutcomeGroup)
    /// 三、本年度办理结果.
    case resultHeading
}

/// A line of table two whatever the form calls it, by its number among all lines of both generations.
struct ProactiveLine: Hashable, Sendable {
    let index: Int
}

/// Finds the form's labels in normalised text. The label that ends last wins: it stands next to the figures.
enum LabelScanner {
    private struct Word: Sendable {
        let bytes: [UInt8]
        let label: Label
    }

    /// Words of table three's lines in both generations, and the headings around them.
    private static let requestWords: [Word] = {
        var words: [Word] = []
        for line in AllForms.all.flatMap(\.tableThree) where !exactOnly.contains(line.key) {
            words += line.words.map { Word(bytes: $0.utf8Bytes, label: .requestLine(line.key)) }
        }
        words += OutcomeGroup.allCases.map { Word(bytes: $0.heading.utf8Bytes, label: .group($0)) }
        words.append(Word(bytes: "办理结果".utf8Bytes, label: .resultHeading))
        return words
    }()

    /// Lines whose label is too common a word to be searched for inside a text.
    private static let exactOnly: Set<String> = ["otherHandling.other", "resolved"]

    /// The line of table three that a text names, by the words that end last in it.
    static func requestLabel(in text: NormalisedText) -> Label? {
        switch bare(text) {
        case "其他", "其它": return .requestLine("otherHandling.other")
        case "总计", "合计": return .requestLine("resolved")
        default: break
        }
        // In run-together text the common words count at the very end of a segment: `…（七）总计`, `…3.其他`.
        if text.ends(withAnyOf: totalTails) { return .requestLine("resolved") }
        if text.ends(withAnyOf: otherTails) { return .requestLine("otherHandling.other") }
        var best: (range: Range<Int>, word: Int)?
        text.bytes.withUnsafeBufferPointer { bytes in
            requestFinder.forEach(in: bytes) { range, word in
                guard let known = best,
                    range.upperBound < known.range.upperBound
                        || range.upperBound == known.range.upperBound && range.count <= known.range.count
                else {
                    best = (range, word)
                    return
                }
            }
        }
        return best.map { requestWords[$0.word].label }
    }

    private static let totalTails = ["(七)总计", "七、总计"].map(\.utf8Bytes)
    private static let otherTails = ["3.其他", "3、其他"].map(\.utf8Bytes)

    private static let requestFinder = WordFinder(requestWords.map { String(decoding: $0.bytes, as: UTF8.self) })

    /// Whether a text names so many different lines of table three.
    static func names(requestLines count: Int, in text: NormalisedText) -> Bool {
        var keys: Set<String> = []
        text.bytes.withUnsafeBufferPointer { bytes in
            requestFinder.forEach(in: bytes) { _, word in
                if case .requestLine(let key) = requestWords[word].label { keys.insert(key) }
            }
        }
        return keys.count >= count
    }

    static func applicantColumn(in text: NormalisedText) -> ApplicantColumn? {
        let bare = bare(text)
        return ApplicantColumn.allCases.first { $0.words.contains(bare) }
    }

    /// The line of table two that a cell names: its whole text is the label.
    static func proactiveLine(in text: NormalisedText) -> ProactiveLine? {
        proactiveLine(labelled: bare(text))
    }

    /// The line of table two that ends a run-together segment, by its longest spelling.
    static func proactiveLine(ending text: NormalisedText) -> ProactiveLine? {
        let string = text.string
        return proactiveSpellings.enumerated().compactMap { index, spellings in
            spellings.filter { string.hasSuffix($0) }.map(\.utf8.count).max().map {
                (length: $0, line: ProactiveLine(index: index))
            }
        }.max { $0.length < $1.length }?.line
    }

    /// The line of table two that a label with other words in front names (行政机关规范性文件), or one of whose characters
    /// were taken for others (现范性文件).
    static func proactiveLine(like text: NormalisedText) -> ProactiveLine? {
        let label = Array(bare(text).unicodeScalars)
        guard label.count >= charactersPerMistake else { return nil }
        if let line = proactiveLine(ending: text) { return line }
        let alike = proactiveSpellings.indices.filter { index in
            proactiveSpellings[index].contains { spelling in
                let spelling = spelling.unicodeScalars
                return spelling.count == label.count
                    && zip(spelling, label).count { $0 != $1 } <= label.count / charactersPerMistake
            }
        }
        return alike.count == 1 ? ProactiveLine(index: alike[0]) : nil
    }

    /// More wrong characters than one in so many make another label.
    private static let charactersPerMistake = 4

    /// The line of table two with this label in one of the forms.
    static func proactiveLine(labelled label: String) -> ProactiveLine? {
        proactiveSpellings.firstIndex { $0.contains(label) }.map(ProactiveLine.init)
    }

    /// The spellings of each line of table two in both generations; 规范性文件 and 行政规范性文件 are one line.
    private static let proactiveSpellings: [[String]] = {
        var lines: [[String]] = []
        for line in AllForms.all.flatMap(\.tableTwo) {
            let spellings = [line.label] + line.synonyms
            if let index = lines.firstIndex(where: { !Set($0).isDisjoint(with: spellings) }) {
                lines[index] += spellings.filter { !lines[index].contains($0) }
            } else {
                lines.append(spellings)
            }
        }
        return lines
    }()

    /// Whether a text heads table two.
    static func headsTableTwo(_ text: NormalisedText) -> Bool {
        text.contains(articleWords) || text.contains(contentWords)
    }

    private static let articleWords = "第二十条第".utf8Bytes
    private static let contentWords = "信息内容".utf8Bytes

    /// Whether the headings of table four run together in a text.
    static func holdsReviewHeadings(_ text: NormalisedText) -> Bool {
        text.contains(pendingWords) && text.contains(upheldWords)
    }

    private static let pendingWords = "尚未审结".utf8Bytes
    private static let upheldWords = "维持".utf8Bytes

    static func reviewOutcome(in text: NormalisedText) -> ReviewColumn? {
        let bare = bare(text)
        return ReviewColumn.allCases.first { $0.words.contains(bare) }
    }

    /// Headings of table four wrap: `结果` above `维持`.
    static func isPartOfReviewOutcome(_ text: NormalisedText) -> Bool {
        let bare = bare(text)
        return reviewOutcomeParts.contains(bare) || reviewOutcome(in: text) != nil
    }

    private static let reviewOutcomeParts: Set<String> = [
        "结果", "维持", "纠正", "尚未", "审结", "其他", "其它", "结果维", "结果纠", "其他结", "尚未审",
    ]

    /// The blocks of table four that a text names, in the form's order.
    static func reviewBlocks(in text: NormalisedText) -> [String] {
        guard text.approximateLength <= 40 else { return [] }
        let string = text.string
        return reviewBlocks.filter { string.includes(anyOf: $0.words) }.map(\.key)
    }

    /// Both generations have the same.
    private static let reviewBlocks = AllForms.all.last!.tableFour

    /// The text without list marks in front (`1.`, `（三）`, `四、`) and punctuation around it.
    ///
    /// Empty for texts longer than any label that is compared as a whole.
    static func bare(_ text: NormalisedText) -> String {
        guard text.bytes.count <= longestBareLabel else { return "" }
        var scalars = Array(text.string.unicodeScalars)[...]
        while let first = scalars.first, isListMark(first) {
            if first == "(", let close = scalars.firstIndex(of: ")"), close - scalars.startIndex <= 3 {
                scalars = scalars[(close + 1)...]
            } else if isNumeral(first), scalars.count > 1 {
                let next = scalars[scalars.startIndex + 1]
                guard
                    isSeparator(next)
                        || isNumeral(next) && scalars.count > 2 && isSeparator(scalars[scalars.startIndex + 2])
                else { break }
                scalars = scalars.drop(while: isNumeral).drop(while: isSeparator)
            } else if isSeparator(first) {
                scalars = scalars.dropFirst()
            } else {
                break
            }
        }
        while let last = scalars.last, isSeparator(last) || last == ":" || last == ";" { scalars = scalars.dropLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let longestBareLabel = 60

    private static func isListMark(_ s: Unicode.Scalar) -> Bool { s == "(" || isNumeral(s) || isSeparator(s) }
    private static func isNumeral(_ s: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(s) || "一二三四五六七八九十".unicodeScalars.contains(s)
    }
    private static func isSeparator(_ s: Unicode.Scalar) -> Bool { ".、,。)．:·•●".unicodeScalars.contains(s) }
}
