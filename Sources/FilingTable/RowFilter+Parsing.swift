import Filings

extension RowFilter {
    /// Reads the language of `--where`; throws all problems at once. An empty text selects everything.
    package init(parsing text: String) throws(SelectionProblems) {
        var parser = FilterParser(text)
        let conditions = parser.parse()
        guard parser.problems.isEmpty else { throw SelectionProblems(text: text, problems: parser.problems) }
        self.init(conditions)
    }
}

private struct FilterParser {
    /// A stretch of the text with the position of its first character, 1-based.
    private typealias Piece = (text: [Character], position: Int)

    private static let fullWidth: [Character: String] = ["，": ",", "＝": "=", "｜": "|", "＜": "<", "＞": ">", "！": "!"]
    private let characters: [Character]
    private(set) var problems: [SelectionProblem] = []

    init(_ text: String) { characters = Array(text) }

    mutating func parse() -> [RowFilter.Condition] {
        for (index, character) in characters.enumerated() {
            if let narrow = Self.fullWidth[character] {
                report(.fullWidthSign, index + 1, String(character), nearest: narrow)
            }
        }
        guard problems.isEmpty, characters.contains(where: { !$0.isWhitespace }) else { return [] }
        return Self.split((characters, 1), at: ",").compactMap { condition(Self.trim($0)) }
    }

    private mutating func condition(_ piece: Piece) -> RowFilter.Condition? {
        guard !piece.text.isEmpty else { return report(.emptyCondition, piece.position, "") }
        let signs: Set<Character> = ["=", "!", "<", ">"]
        guard let start = piece.text.firstIndex(where: signs.contains) else {
            return report(
                .missingOperator, piece.position, String(piece.text),
                expected: RowFilter.Comparator.allCases.map(\.rawValue))
        }
        let end = piece.text[start...].firstIndex { !signs.contains($0) } ?? piece.text.endIndex
        let name = Self.trim((Array(piece.text[..<start]), piece.position))
        let field = field(name)
        let sign = String(piece.text[start..<end])
        guard let comparator = RowFilter.Comparator(rawValue: sign) else {
            return report(
                .unknownOperator, piece.position + start, sign, expected: RowFilter.Comparator.allCases.map(\.rawValue),
                nearest: sign == "==" ? "=" : sign == "=<" ? "<=" : sign == "=>" ? ">=" : sign == "<>" ? "!=" : nil)
        }
        guard let field else { return nil }
        return condition(field, comparator, name, (Array(piece.text[end...]), piece.position + end))
    }

    private mutating func condition(
        _ field: RowFilter.Field, _ comparator: RowFilter.Comparator, _ name: Piece, _ right: Piece
    ) -> RowFilter.Condition? {
        if comparator.isOrdering, field != .year { return report(.notOrdered, name.position, field.rawValue) }
        let values = Self.split(right, at: "|").map(Self.trim)
        if comparator.isOrdering, values.count > 1 { return report(.severalValues, name.position, field.rawValue) }
        let before = problems.count
        let read = values.compactMap { value($0, of: field, after: field.rawValue + comparator.rawValue) }
        return problems.count == before ? RowFilter.Condition(field, comparator, read) : nil
    }

    private mutating func field(_ piece: Piece) -> RowFilter.Field? {
        let name = String(piece.text)
        if let field = RowFilter.Field(rawValue: name) { return field }
        let names = RowFilter.Field.allCases.map(\.rawValue)
        return report(
            .unknownName, piece.position, name, expected: names,
            nearest: NearestName.nearest(to: name, among: names))
    }

    /// A value of the field, in the spelling of the column.
    private mutating func value(_ piece: Piece, of field: RowFilter.Field, after context: String) -> String? {
        let text = String(piece.text)
        guard !text.isEmpty else { return report(.missingValue, piece.position, context) }
        switch field {
        case .year:
            guard YearSelection.year(text) != nil else { return report(.notAYear, piece.position, text) }
            return text
        case .level:
            if let level = AdministrativeLevel.allCases.first(where: { $0.chinese == text }) { return level.rawValue }
            return oneOf(AdministrativeLevel.allCases.map(\.rawValue), piece)
        case .coverage: return oneOf(Coverage.allCases.map(\.rawValue), piece)
        case .form: return oneOf(FormID.allCases.map(\.rawValue), piece)
        case .district, .city, .province, .area, .organ, .function: return text
        }
    }

    private mutating func oneOf(_ valid: [String], _ piece: Piece) -> String? {
        let text = String(piece.text)
        if valid.contains(text) { return text }
        return report(
            .unknownValue, piece.position, text, expected: valid,
            nearest: NearestName.nearest(to: text, among: valid))
    }

    private mutating func report<Result>(
        _ kind: SelectionProblem.Kind, _ position: Int, _ found: String, expected: [String] = [], nearest: String? = nil
    ) -> Result? {
        problems.append(SelectionProblem(kind, at: position, found: found, expected: expected, nearest: nearest))
        return nil
    }

    private mutating func report(
        _ kind: SelectionProblem.Kind, _ position: Int, _ found: String, nearest: String
    ) {
        problems.append(SelectionProblem(kind, at: position, found: found, nearest: nearest))
    }

    private static func split(_ piece: Piece, at separator: Character) -> [Piece] {
        var pieces: [Piece] = []
        var start = 0
        for index in 0...piece.text.count where index == piece.text.count || piece.text[index] == separator {
            pieces.append((Array(piece.text[start..<index]), piece.position + start))
            start = index + 1
        }
        return pieces
    }

    private static func trim(_ piece: Piece) -> Piece {
        guard let first = piece.text.firstIndex(where: { !$0.isWhitespace }) else { return ([], piece.position) }
        let last = piece.text.lastIndex { !$0.isWhitespace }!
        return (Array(piece.text[first...last]), piece.position + first)
    }
}
