import Filings
import Ingest

/// Characters of a table that may be a figure: one number, a mark for nothing, or digits run together.
struct ValueToken: Sendable, Hashable {
    enum Content: Sendable, Hashable {
        case number(ExactDecimal)
        /// `/`, `—`, `无`: printed for nothing.
        case nilMark
        /// Digits that are no single number as they stand (`0000000`).
        case digits
        /// A figure that no count can be: too long.
        case illegible
    }

    var content: Content
    /// As printed, without surrounding spaces.
    var text: String
    var place: Place
    /// 元, 万元 when printed with the figure.
    var unit: String?

    /// The value as a single number: 0 for a nil mark.
    var value: ExactDecimal? {
        switch content {
        case .number(let value): value
        case .nilMark: .zero
        case .digits, .illegible: nil
        }
    }

    /// Whether it is one number in digits.
    var isNumber: Bool { if case .number = content { true } else { false } }

    /// How many figures the characters may be at most, when digits are parted.
    static func mostFigures(_ tokens: [ValueToken]) -> Int {
        tokens.reduce(0) { $0 + max(1, $1.plainDigits?.count ?? 1) }
    }

    /// Whether something stands between two of the figures: a sign alone parts 2648 and -18538.
    static func areSpaced(_ tokens: [ValueToken]) -> Bool {
        zip(tokens, tokens.dropFirst()).contains { first, second in
            first.place.line != second.place.line
                || first.place.column + first.text.unicodeScalars.count < second.place.column
        }
    }

    /// The digits to part when several numbers run together; nil when a sign, point or separator forbids it.
    var plainDigits: [UInt8]? {
        let folded = text.unicodeScalars.map(Normalisation.halfWidth)
        guard folded.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return folded.map { UInt8($0.value - 48) }
    }
}

/// Reads the characters of a cell as figures.
enum ValueScanner {
    private static let nilMarks: Set<String> = [
        "/", "\\", "-", "--", "—", "——", "–", "―", "－", "无", "／", "＼", "无。", "零", "〇", "○", "◯", "O", "o", "Ｏ",
    ]
    /// What programs write for an empty cell.
    private static let emptyMarks: Set<String> = ["nan", "NaN", "None", "<NA>"]
    /// Words that say the same; of changes, that there was none.
    private static let nilWords: Set<String> = [
        "暂无", "无此项", "无此类", "无此情况", "未发生", "未涉及", "不涉及", "持平", "不变", "无变化",
    ]
    private static let units = ["万元", "元", "件次", "人次", "件", "项", "条", "个", "份", "起", "次", "宗", "家", "人"]

    /// A cell that is nothing but the ASCII digits of one count, which most cells are; nil for all others.
    static func count(in text: String, at place: Place) -> ValueToken? {
        let digits = text.utf8.count
        guard digits > 0, digits <= 15 else { return nil }
        var value: Int64 = 0
        for byte in text.utf8 {
            guard byte >= 48, byte <= 57 else { return nil }
            value = value * 10 + Int64(byte - 48)
        }
        if digits > 1, text.utf8.first == 48 { return nil }
        return ValueToken(content: .number(ExactDecimal(value)), text: text, place: place, unit: nil)
    }

    static func isUnit(_ text: String) -> Bool { units.contains(text) }

    /// Whether a text holds a digit of either width.
    static func holdsDigit(_ text: String) -> Bool {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if byte >= 48, byte <= 57 { return true }
            if previous == (0xEF, 0xBC), byte >= 0x90, byte <= 0x99 { return true }
            previous = (previous.1, byte)
        }
        return false
    }

    /// Whether a text without spaces around it starts with what could start a figure.
    static func startsLikeFigure(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        return Unicode.Scalar(UInt32(WordFinder.character(text, at: 0).0)).map(startsLikeValue) ?? false
    }

    /// Whether a space stands in the text with what could start a figure behind it.
    static func endsLikeFigure(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var start = bytes.count
            while start > 0 {
                start -= 1
                while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
                let space = PrintedSpace.length(bytes, at: start)
                guard space > 0 else { continue }
                guard start + space < bytes.count else { return false }
                let (character, _) = WordFinder.character(bytes, at: start + space)
                return Unicode.Scalar(UInt32(character)).map(startsLikeValue) ?? false
            }
            return false
        } ?? true
    }

    /// The figures of a cell that holds nothing but figures; nil when it holds words. An empty cell gives [].
    static func tokens(in padded: String, at place: Place) -> [ValueToken]? {
        if padded.isEmpty { return [] }
        if padded.utf8.count <= longestMarked, let inner = unmarked(padded) {
            return tokens(
                in: inner.text, at: Place(line: place.line, column: place.column + inner.offset, page: place.page))
        }
        guard let first = padded.unicodeScalars.first(where: { !Normalisation.isSpace($0) }) else { return [] }
        var place = place
        place.column += padded.unicodeScalars.prefix(while: Normalisation.isSpace).count
        if startsNilWord(first), nilWords.contains(padded.trimmed) {
            return [ValueToken(content: .nilMark, text: padded.trimmed, place: place, unit: nil)]
        }
        if "nN<".unicodeScalars.contains(first), emptyMarks.contains(padded.trimmed) { return [] }
        guard startsLikeValue(first), padded.unicodeScalars.allSatisfy(mayStandInFigures) else { return nil }
        let text = padded.trimmed
        if nilMarks.contains(text) { return [ValueToken(content: .nilMark, text: text, place: place, unit: nil)] }
        guard text.unicodeScalars.count <= longest else { return nil }
        var tokens: [ValueToken] = []
        let isFigures = forEachPiece(of: text) { piece, offset in
            var at = place
            at.column += offset
            if nilMarks.contains(piece) {
                tokens.append(ValueToken(content: .nilMark, text: piece, place: at, unit: nil))
            } else if units.contains(piece), !tokens.isEmpty {
                tokens[tokens.count - 1].unit = piece
            } else if let token = token(piece, at: at) {
                tokens.append(token)
            } else {
                return false
            }
            return true
        }
        return isFigures ? tokens : nil
    }

    /// A cell of figures has no more characters.
    private static let longest = 200
    /// Nor has one more bytes with marks around it; those are taken off one after the other.
    private static let longestMarked = 4 * longest

    /// What stands between the marks of a formula, of emphasis or of a quotation, as recognition engines and programs write
    /// figures: `$ 12 $`, `\( 12 \)`, `**12**`, `"12"`.
    private static func unmarked(_ text: String) -> (text: String, offset: Int)? {
        if text.hasPrefix("\\("), text.hasSuffix("\\)") { return (String(text.dropFirst(2).dropLast(2)), 2) }
        guard let mark = text.utf8.first, marks.contains(mark), text.utf8.last == mark else { return nil }
        let inner = text.utf8.drop { $0 == mark }
        let end = inner.lastIndex { $0 != mark }
        return end.map { (String(Substring(inner[...$0])), text.utf8.count - inner.count) }
    }

    private static let marks = Set("$*`\"'".utf8)

    /// Whether a character can be part of a figure, its unit, a mark for nothing, or stand between two of them.
    private static func mayStandInFigures(_ scalar: Unicode.Scalar) -> Bool {
        let folded = Normalisation.halfWidth(scalar)
        return ("0"..."9").contains(folded) || otherFigureScalars.contains(folded) || Normalisation.isSpace(scalar)
    }

    private static let otherFigureScalars = Set("+-−–.．,/\\—―。¥￥".unicodeScalars)
        .union((units + nilMarks + rises + falls).joined().unicodeScalars).union(footnoteScalars)

    private static func startsLikeValue(_ scalar: Unicode.Scalar) -> Bool {
        switch Normalisation.halfWidth(scalar) {
        case "0"..."9", "+", "-", "−", "/", "\\", "—", "–", "―", "无", ".", "零", "〇", "○", "◯", "O", "o": true
        case "增", "减", "↑", "↓", "¥", "￥": true
        default: startsNilWord(scalar)
        }
    }

    private static func startsNilWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "无", "暂", "未", "不", "持": true
        default: false
        }
    }

    /// What stands for a sign in front of a change.
    private static let rises = ["增加", "增", "↑"]
    private static let falls = ["减少", "减", "↓"]

    /// Marks of a note behind a figure.
    private static let footnoteScalars = Set("①②③④⑤⑥⑦⑧⑨⑩⁰¹²³⁴⁵⁶⁷⁸⁹*＊※†^[]［］〔〕（）()注".unicodeScalars)

    /// A figure without the mark of a note behind it: `34①`, `0^1^`, `7[2]`, `5*`, `36（注1）`.
    private static func withoutFootnote(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let figure = scalars.prefix { !footnoteScalars.contains($0) }
        let mark = scalars[figure.endIndex...]
        guard let last = mark.last, footnoteScalars.contains(last), !figure.isEmpty,
            mark.allSatisfy({ footnoteScalars.contains($0) || ("0"..."9").contains($0) }),
            // In parentheses stands what the figure holds: `36（3）`.
            mark.contains("注") || !"(（".unicodeScalars.contains(mark.first ?? last)
        else { return text }
        return String(figure)
    }

    /// Calls `body` with each piece between spaces and how many characters stand before it, as long as it returns true.
    private static func forEachPiece(of text: String, _ body: (String, Int) -> Bool) -> Bool {
        var current = String.UnicodeScalarView()
        var start = 0
        var index = 0
        let scalars = Array(text.unicodeScalars)
        for scalar in scalars {
            if PrintedSpace.hasNoWidth(scalar) || partsThousands(scalars, index) {
                index += 1
                continue
            }
            let isSpace = Normalisation.isSpace(scalar)
            let parts =
                isSign(scalar) && current.last.map(Normalisation.isDigit) ?? false
            if isSpace || parts {
                if !current.isEmpty, !body(String(current), start) { return false }
                current = String.UnicodeScalarView()
            }
            if !isSpace {
                if current.isEmpty { start = index }
                current.append(scalar)
            }
            index += 1
        }
        return current.isEmpty || body(String(current), start)
    }

    /// A narrow space between digits, the last three of them behind it or in front of the next.
    private static func partsThousands(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard scalars[index] == "\u{2009}" || scalars[index] == "\u{202F}", index > 0 else { return false }
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
        return isDigit(scalars[index - 1]) && scalars[(index + 1)...].prefix(while: isDigit).count == 3
    }

    /// A sign behind a digit starts the next figure: `2648-18` is 2648 and -18.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        let folded = Normalisation.halfWidth(scalar)
        return folded == "-" || folded == "+" || folded == "−"
    }

    /// One figure: sign, digits with separators of thousands, point, unit, the mark of a note.
    static func token(_ piece: String, at place: Place) -> ValueToken? {
        var body = withoutFootnote(piece)
        var unit: String?
        if let found = units.first(where: { body.hasSuffix($0) }) {
            body.removeLast(found.count)
            unit = found
        }
        if let mark = body.first, "¥￥".contains(mark) {
            body.removeFirst()
            unit = unit ?? "元"
        }
        var ascii = ""
        for (words, sign) in [(rises, "+"), (falls, "-")] {
            guard let word = words.first(where: { body.hasPrefix($0) }) else { continue }
            body.removeFirst(word.count)
            ascii = sign
        }
        for scalar in body.unicodeScalars {
            switch Normalisation.halfWidth(scalar) {
            case "−", "–": ascii.append("-")
            case let folded where folded.isASCII: ascii.unicodeScalars.append(folded)
            case "．": ascii.append(".")
            default: return nil
            }
        }
        guard let plain = withoutThousands(ascii), !plain.isEmpty else { return nil }
        let digits = plain.utf8.filter { (48...57).contains($0) }
        guard digits.count > 0, plain.utf8.allSatisfy({ (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46 })
        else { return nil }
        let content: ValueToken.Content
        if plain.utf8.count > 1, plain.utf8.first == 48, plain.utf8.dropFirst().first != 46 {
            content = .digits
        } else if let value = ExactDecimal(plain) {
            content = .number(value)
        } else if digits.count > 17 {
            content = plain.utf8.count == digits.count && digits.count <= 60 ? .digits : .illegible
        } else {
            return nil
        }
        return ValueToken(content: content, text: piece, place: place, unit: unit)
    }

    /// Takes out separators of thousands; nil when commas stand elsewhere.
    private static func withoutThousands(_ text: String) -> String? {
        guard text.contains(",") else { return text }
        let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = whole[0].split(separator: ",", omittingEmptySubsequences: false)
        let first = groups[0].drop { $0 == "+" || $0 == "-" }
        guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return groups.joined() + (whole.count > 1 ? "." + whole[1] : "")
    }
}
