import FilingTable
import Filings

/// What an indicator computes, as a tree: the one source for evaluation over columns, for printing and for reading.
package indirect enum Formula: Hashable, Sendable {
    case measure(MeasureID)
    /// The sum over the lines of a group that the row's form has.
    case group(MeasureGroup)
    /// A number from the prose, by its kind in `FactKinds`.
    case fact(String)
    /// What filings do not state about themselves: residents, timeliness, the register.
    case supplement(Supplement)
    case constant(ExactDecimal)
    /// Two or more terms.
    case sum([Formula])
    case difference(Formula, Formula)
    case product(Formula, Formula)
    /// Only at the top of an indicator, or times a constant there: numerator and denominator are kept apart until the
    /// end.
    case ratio(Formula, Formula)
    /// Only at the top: how the sums of two or more terms share their total.
    case index(Index, [Formula])

    /// The indices of shares.
    package enum Index: String, CaseIterable, Sendable {
        /// Herfindahl-Hirschman, 1/k to 1.
        case hhi
        /// Shannon, in bits.
        case entropy
    }
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

    /// The pattern with one `*` that is most like one that fits nothing.
    static func nearest(to pattern: String) -> String? {
        let patterns = Set(
            Measures.all.flatMap { measure -> [String] in
                let parts = measure.code.split(separator: ".").map(String.init)
                return parts.indices.dropFirst().dropLast().map { gap in
                    parts.indices.map { $0 == gap ? "*" : parts[$0] }.joined(separator: ".")
                }
            })
        return NearestName.nearest(to: pattern, among: patterns.sorted())
    }
}

extension Formula: CustomStringConvertible {
    /// As in `vocabulary/indicators.tsv`; reading it gives the formula back.
    package var description: String {
        switch self {
        case .measure(let id): Measures[id].code
        case .group(let group): group.pattern
        case .fact(let kind): "fact " + kind
        case .supplement(let supplement): supplement.rawValue
        case .constant(let value): value.description
        case .sum(let terms):
            terms.enumerated().map { $0.offset == 0 ? $0.element.text(inside: .sum) : $0.element.text(inside: .term) }
                .joined(separator: " + ")
        case .difference(let a, let b): a.text(inside: .sum) + " - " + b.text(inside: .term)
        case .product(let a, let b): a.text(inside: .term) + " * " + b.text(inside: .factor)
        case .ratio(let a, let b): a.text(inside: .term) + " / " + b.text(inside: .factor)
        case .index(let index, let terms): index.rawValue + "(" + terms.map(\.description).joined(separator: ", ") + ")"
        }
    }

    /// What may stand at a place without parentheses.
    private enum Binding: Int { case sum, term, factor }

    private var binding: Binding {
        switch self {
        case .sum, .difference: .sum
        case .product, .ratio: .term
        case .measure, .group, .fact, .supplement, .constant, .index: .factor
        }
    }

    private func text(inside place: Binding) -> String {
        binding.rawValue >= place.rawValue ? description : "(" + description + ")"
    }
}
