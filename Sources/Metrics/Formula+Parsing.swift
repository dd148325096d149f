import FilingTable
import Filings

/// What is wrong with the text of a formula, and where.
package struct FormulaProblem: Error, Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case unexpectedEnd, unexpected, unclosedParenthesis, unknownMeasure, unknownGroup, unknownFact, innerRatio,
            fewTerms
    }

    package var kind: Kind
    /// 1-based, in characters of the text.
    package var position: Int
    package var found: String
    package var nearest: String?
}

extension Formula {
    /// A formula that the program itself wrote down; a wrong one is a mistake in the program.
    package static func known(_ text: String) -> Formula {
        do { return try Formula(parsing: text) } catch {
            preconditionFailure("formula '\(text)': \(error.kind) at \(error.position) '\(error.found)'")
        }
    }

    /// Reads measure codes, groups (`requests.refused.*.total`), `fact` kinds, supplements (`population`), numbers,
    /// `+ - * /`, parentheses and, at the top, `hhi(...)` and `entropy(...)`.
    package init(parsing text: String) throws(FormulaProblem) {
        let (formula, problems) = Self.read(text)
        guard let formula, problems.isEmpty else { throw problems[0] }
        self = formula
    }

    /// The same with every problem: all unknown names, and where the grammar ends.
    package static func read(_ text: String) -> (formula: Formula?, problems: [FormulaProblem]) {
        var parser = FormulaParser(text)
        do {
            let formula = try parser.formula()
            if parser.unknown.isEmpty, formula.hasInnerRatio {
                return (nil, [FormulaProblem(kind: .innerRatio, position: 1, found: text)])
            }
            return parser.unknown.isEmpty ? (formula, []) : (nil, parser.unknown)
        } catch {
            return (nil, parser.unknown + [error])
        }
    }
}

/// Recursive descent over tokens.
private struct FormulaParser {
    private var tokens: [(text: String, position: Int)] = []
    private var next = 0
    private let end: Int
    /// Names that are in no vocabulary; reading goes on behind them.
    private(set) var unknown: [FormulaProblem] = []

    init(_ text: String) {
        let characters = Array(text)
        end = characters.count + 1
        var index = 0
        while index < characters.count {
            if characters[index].isWhitespace {
                index += 1
                continue
            }
            let start = index
            index += 1
            if Self.isWord(characters[start]) {
                while index < characters.count,
                    Self.isWord(characters[index]) || (characters[index] == "*" && characters[index - 1] == ".")
                {
                    index += 1
                }
            }
            tokens.append((String(characters[start..<index]), start + 1))
        }
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "."
    }

    mutating func formula() throws(FormulaProblem) -> Formula {
        let result = try sum()
        if next < tokens.count { throw problem(.unexpected) }
        return result
    }

    private mutating func sum() throws(FormulaProblem) -> Formula {
        var result = try term()
        while let sign = take(anyOf: ["+", "-"]) {
            let right = try term()
            if sign == "-" {
                result = .difference(result, right)
            } else if case .sum(let terms) = result {
                result = .sum(terms + [right])
            } else {
                result = .sum([result, right])
            }
        }
        return result
    }

    private mutating func term() throws(FormulaProblem) -> Formula {
        var result = try factor()
        while let sign = take(anyOf: ["*", "/"]) {
            let right = try factor()
            result = sign == "*" ? .product(result, right) : .ratio(result, right)
        }
        return result
    }

    private mutating func factor() throws(FormulaProblem) -> Formula {
        guard next < tokens.count else { throw problem(.unexpectedEnd) }
        if take(anyOf: ["("]) != nil {
            let result = try sum()
            guard take(anyOf: [")"]) != nil else { throw problem(.unclosedParenthesis) }
            return result
        }
        let word = tokens[next].text
        if word == "fact" {
            next += 1
            return try fact()
        }
        guard let first = word.first, Self.isWord(first) else { throw problem(.unexpected) }
        if let index = Formula.Index(rawValue: word) { return try self.index(index) }
        let result = cell(word)
        next += 1
        return result
    }

    /// `hhi(a, b, ...)`
    private mutating func index(_ index: Formula.Index) throws(FormulaProblem) -> Formula {
        let start = next
        next += 1
        guard take(anyOf: ["("]) != nil else { throw problem(next < tokens.count ? .unexpected : .unexpectedEnd) }
        var terms = [try sum()]
        while take(anyOf: [","]) != nil { terms.append(try sum()) }
        guard take(anyOf: [")"]) != nil else { throw problem(.unclosedParenthesis) }
        guard terms.count > 1 else {
            throw FormulaProblem(kind: .fewTerms, position: tokens[start].position, found: tokens[start].text)
        }
        return .index(index, terms)
    }

    private mutating func cell(_ word: String) -> Formula {
        if let number = ExactDecimal(word) { return .constant(number) }
        if word.contains("*") {
            guard let group = MeasureGroup(pattern: word) else {
                return skip(.unknownGroup, MeasureGroup.nearest(to: word))
            }
            return .group(group)
        }
        if let supplement = Supplement(rawValue: word) { return .supplement(supplement) }
        guard let id = Measures.id(word) else {
            let names = Measures.all.map(\.code) + Supplement.allCases.map(\.rawValue) + ["fact"]
            return skip(.unknownMeasure, NearestName.nearest(to: word, among: names))
        }
        return .measure(id)
    }

    private mutating func fact() throws(FormulaProblem) -> Formula {
        guard next < tokens.count else { throw problem(.unexpectedEnd) }
        let kind = tokens[next].text
        guard FactKinds.all.contains(kind) else {
            let result = skip(.unknownFact, NearestName.nearest(to: kind, among: FactKinds.all))
            next += 1
            return result
        }
        next += 1
        return .fact(kind)
    }

    /// Notes an unknown name and lets any number stand for it.
    private mutating func skip(_ kind: FormulaProblem.Kind, _ nearest: String?) -> Formula {
        unknown.append(problem(kind, nearest: nearest))
        return .constant(.zero)
    }

    private mutating func take(anyOf signs: [String]) -> String? {
        guard next < tokens.count, signs.contains(tokens[next].text) else { return nil }
        next += 1
        return tokens[next - 1].text
    }

    private func problem(_ kind: FormulaProblem.Kind, nearest: String? = nil) -> FormulaProblem {
        let token = next < tokens.count ? tokens[next] : ("", end)
        return FormulaProblem(kind: kind, position: token.1, found: token.0, nearest: nearest)
    }
}
