import FilingTable
import Filings

extension Formula {
    /// The formula without its division at the top, and what it is divided by.
    package var fraction: (numerator: Formula, denominator: Formula?) {
        switch self {
        case .ratio(let numerator, let denominator): (numerator, denominator)
        case .product(.ratio(let numerator, let denominator), .constant): (numerator, denominator)
        default: (self, nil)
        }
    }

    /// The constant by which a ratio at the top is multiplied: `a / b * 10000`.
    package var factor: ExactDecimal? {
        if case .product(.ratio, .constant(let value)) = self { return value }
        return nil
    }

    /// The kind and the terms of an index at the top.
    package var shares: (index: Index, terms: [Formula])? {
        if case .index(let index, let terms) = self { return (index, terms) }
        return nil
    }

    /// Whether a division or an index stands where it cannot be evaluated exactly: anywhere but at the top.
    package var hasInnerRatio: Bool {
        let (numerator, denominator) = fraction
        guard let denominator else { return (shares?.terms ?? [self]).contains(where: \.hasRatio) }
        return numerator.hasRatio || denominator.hasRatio
    }

    private var hasRatio: Bool {
        switch self {
        case .ratio, .index: true
        default: children.contains(where: \.hasRatio)
        }
    }

    /// The formulas it is made of; none for a leaf.
    package var children: [Formula] {
        switch self {
        case .measure, .group, .fact, .supplement, .constant: []
        case .sum(let terms), .index(_, let terms): terms
        case .difference(let a, let b), .product(let a, let b), .ratio(let a, let b): [a, b]
        }
    }

    /// Every leaf, in order of appearance.
    package var leaves: [Formula] { children.isEmpty ? [self] : children.flatMap(\.leaves) }

    /// The measures it needs, in order of appearance.
    package var measures: [MeasureID] {
        leaves.flatMap { leaf -> [MeasureID] in
            switch leaf {
            case .measure(let id): [id]
            case .group(let group): group.members
            default: []
            }
        }
    }

    /// The kinds of facts it needs, in order of appearance.
    package var facts: [String] {
        leaves.compactMap { if case .fact(let kind) = $0 { kind } else { nil } }
    }

    /// What it needs from outside the filings, in order of appearance.
    package var supplements: [Supplement] {
        leaves.compactMap { if case .supplement(let supplement) = $0 { supplement } else { nil } }
    }

    /// The same formula with every leaf replaced.
    func mapLeaves(_ change: (Formula) -> Formula) -> Formula {
        func map(_ formula: Formula) -> Formula { formula.mapLeaves(change) }
        switch self {
        case .measure, .group, .fact, .supplement, .constant: return change(self)
        case .sum(let terms): return .sum(terms.map(map))
        case .index(let index, let terms): return .index(index, terms.map(map))
        case .difference(let a, let b): return .difference(map(a), map(b))
        case .product(let a, let b): return .product(map(a), map(b))
        case .ratio(let a, let b): return .ratio(map(a), map(b))
        }
    }
}
