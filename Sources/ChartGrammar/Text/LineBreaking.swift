/// Breaks text into lines for Chinese and English: between ideographs or at spaces, never before closing or after
/// opening punctuation, never inside a word or number, never between a number and its unit.
struct LineBreaker {
    let measurer: any TextMeasurer
    let style: TextStyle

    func width(_ text: some StringProtocol) -> Double { measurer.width(of: String(text), style) }

    /// Lines no wider than `limit`, filled one after another. A piece wider than the limit is broken between any
    /// two characters.
    func lines(_ text: String, limit: Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in Self.pieces(text) {
            if width(Self.trimmed(line + piece)) <= limit {
                line += piece
                continue
            }
            if !line.isEmpty { lines.append(Self.trimmed(line)) }
            line = piece
            while width(Self.trimmed(line)) > limit, line.count > 1 {
                var head = longestPrefix(of: line, limit: limit)
                // A word too long for a line parts at its hyphen, if it has one.
                if let hyphen = head.dropFirst(2).lastIndex(of: "-") { head = String(head[...hyphen]) }
                lines.append(head)
                line = String(line.dropFirst(head.count))
            }
        }
        if !Self.trimmed(line).isEmpty { lines.append(Self.trimmed(line)) }
        return lines
    }

    /// Two lines of nearly equal width, broken behind a clause comma if that fits; nil if no break does.
    func balancedPair(_ text: String, limit: Double) -> [String]? {
        let clauses = Self.split(text) { left, _ in "，；：。".contains(left) || (left == "," || left == ";") }
        for pieces in [clauses, Self.pieces(text)] where pieces.count > 1 {
            let pairs = (1..<pieces.count).map { count in
                [pieces[..<count].joined(), pieces[count...].joined()].map(Self.trimmed)
            }
            let fitting = pairs.filter { $0.allSatisfy { width($0) <= limit } }
            if let best = fitting.min(by: { imbalance($0) < imbalance($1) }) { return best }
        }
        return nil
    }

    private func imbalance(_ pair: [String]) -> Double { abs(width(pair[0]) - width(pair[1])) }

    /// The longest beginning that fits, at least one character.
    func longestPrefix(of text: String, limit: Double) -> String {
        var (low, high) = (1, text.count)
        while low < high {
            let middle = (low + high + 1) / 2
            if width(text.prefix(middle)) <= limit { low = middle } else { high = middle - 1 }
        }
        return String(text.prefix(low))
    }

    /// The whole text, or its beginning with an ellipsis.
    func truncated(_ text: String, limit: Double) -> String {
        // Room made for a text by its width is enough for it, whatever sums of fractions give.
        if width(text) <= limit + 0.01 { return text }
        let room = limit - width("…")
        return room <= 0 ? "…" : longestPrefix(of: text, limit: room) + "…"
    }
}

extension LineBreaker {
    /// Spaces at the ends of a line take no room.
    static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    static func pieces(_ text: String) -> [String] { split(text, between: mayBreak) }

    private static func split(_ text: String, between mayBreak: (Character, Character) -> Bool) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for character in text {
            if let last = piece.last, mayBreak(last, character) {
                pieces.append(piece)
                piece = ""
            }
            piece.append(character)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
        if "，。、；：！？）》】〉”’％…—".contains(right) || ",.;:!?)]}%".contains(right) { return false }
        if "（《【〈“‘".contains(left) || "([{".contains(left) { return false }
        if left == " " { return !isIdeograph(right) && !right.isNumber }
        if right == " " { return false }
        if left.isNumber || left == "%" { return false }
        if right.isNumber { return isIdeograph(left) && left != "第" }
        return isIdeograph(left) || isIdeograph(right)
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        (character.unicodeScalars.first?.value ?? 0) >= 0x2E80
    }
}
