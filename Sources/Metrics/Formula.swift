import Filings

/// What an indicator computes, as a tree: the one source for evaluation over columns, for printing and for reading.
package indirect enum Formula: Hashable, Sendable {
    case measure(MeasureID)
    /// The sum over the lines of a group that the row's form has.
    case group(MeasureGroup)
    /// A number from the prose, by its kind in `FactKinds`.
    case fact(String)
    case constant(ExactDecimal)
    /// Two or more terms.
    case sum([Formula])
    case difference(Formula, Formula)
    case product(Formula, Formula)
    /// Only at the top of an indicator: numerator and denominator are kept apart until the end.
    case ratio(Formula, Formula)
}

/// All measures whose code fits a pattern with one `*` for one part of the code: `requests.refused.*.total`.
package struct MeasureGroup: Hashable, Sendable {
    package let pattern: String
    /// In the order of `Measures.all`.
    package let members: [MeasureID]

    /// Nil when no measure fits.
    package init?(pattern: String) {
        let parts = pattern.split(separator: ".", omittingEmptySubsequences: false)
        members = Measures.all.filter { measure in
            let code = measure.code.split(separator: ".", omittingEmptySubsequences: false)
            return code.count == parts.count && zip(code, parts).allSatisfy { $1 == "*" || $0 == $1 }
        }.map(\.id)
        self.pattern = pattern
        if members.isEmpty { return nil }
    }
}

extension Formula {
    /// The formula without a division, and what it is divided by.
    package var fraction: (numerator: Formula, denominator: Formula?) {
        if case .ratio(let numerator, let denominator) = self { return (numerator, denominator) }
        return (self, nil)
    }

    /// Whether a division stands anywhere but at the top, where it cannot be evaluated exactly.
    package var hasInnerRatio: Bool {
        switch self {
        case .ratio(let a, let b): a.hasRatio || b.hasRatio
        default: hasRatio
        }
    }

    private var hasRatio: Bool {
        switch self {
        case .measure, .group, .fact, .constant: false
        case .sum(let terms): terms.contains(where: \.hasRatio)
        case .difference(let a, let b), .product(let a, let b): a.hasRatio || b.hasRatio
        case .ratio: true
        }
    }

    /// The measures it needs, in order of appearance.
    package var measures: [MeasureID] {
        switch self {
        case .measure(let id): [id]
        case .group(let group): group.members
        case .fact, .constant: []
        case .sum(let terms): terms.flatMap(\.measures)
        case .difference(let a, let b), .product(let a, let b), .ratio(let a, let b): a.measures + b.measures
        }
    }

    /// The kinds of facts it needs, in order of appearance.
    package var facts: [String] {
        switch self {
        case .fact(let kind): [kind]
        case .measure, .group, .constant: []
        case .sum(let terms): terms.flatMap(\.facts)
        case .difference(let a, let b), .product(let a, let b), .ratio(let a, let b): a.facts + b.facts
        }
    }
}

extension Formula: CustomStringConvertible {
    /// As in `vocabulary/indicators.tsv`; reading it gives the formula back.
    package var description: String {
        switch self {
        case .measure(let id): Measures[id].code
        case .group(let group): group.pattern
        case .fact(let kind): "fact " + kind
        case .constant(let value): value.description
        case .sum(let terms):
            terms.enumerated().map { $0.offset == 0 ? $0.element.text(inside: .sum) : $0.element.text(inside: .term) }
                .joined(separator: " + ")
        case .difference(let a, let b): a.text(inside: .sum) + " - " + b.text(inside: .term)
        case .product(let a, let b): a.text(inside: .term) + " * " + b.text(inside: .factor)
        case .ratio(let a, let b): a.text(inside: .term) + " / " + b.text(inside: .factor)
        }
    }

    /// What may stand at a place without parentheses.
    private enum Binding: Int { case sum, term, factor }

    private var binding: Binding {
        switch self {
        case .sum, .difference: .sum
        case .product, .ratio: .term
        case .measure, .group, .fact, .constant: .factor
        }
    }

    private func text(inside place: Binding) -> String {
        binding.rawValue >= place.rawValue ? description : "(" + description + ")"
    }
}
