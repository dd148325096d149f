import FilingTable
import Filings

/// Two units that cannot be added, or a product of two units.
package struct UnitMismatch: Error, Hashable, Sendable {
    package var left: String
    package var right: String
    package var isProduct: Bool
}

extension Formula {
    /// What a part of a formula is counted in.
    private enum Kind: Hashable {
        case number
        case unit(String)
        case ratio(String, String)

        var name: String {
            switch self {
            case .number: "1"
            case .unit(let unit): unit
            case .ratio(let top, let bottom): top + "/" + bottom
            }
        }
    }

    /// The unit that follows from the cells: a ratio of like things is a percentage (an index of shares has its own).
    package var unit: Result<Unit, UnitMismatch> {
        do {
            if let shares { return .success(try sharesUnit(shares)) }
            switch try kind() {
            case .number: return .success(.percent)
            case .unit(let unit): return .success(Unit(rawValue: unit) ?? .cases)
            case .ratio(let top, let bottom):
                if top == "件", bottom == "人", factor?.mantissa == 10000 { return .success(.casesPerTenThousand) }
                return .success(Unit(rawValue: top + "/" + bottom) ?? Unit(top + "/" + bottom, top + "/" + bottom))
            }
        } catch { return .failure(error) }
    }

    private func sharesUnit(_ shares: (index: Index, terms: [Formula])) throws(UnitMismatch) -> Unit {
        _ = try Formula.sum(shares.terms).kind()
        return shares.index == .hhi ? .index : .bits
    }

    private func kind() throws(UnitMismatch) -> Kind {
        switch self {
        case .measure(let id): return .unit(Measures[id].unit)
        case .group(let group): return .unit(Measures[group.members[0]].unit)
        case .fact(let kind): return .unit(FactUnits.unit(kind))
        case .supplement(let supplement): return .unit(supplement == .population ? "人" : "份")
        case .constant: return .number
        case .sum(let terms), .index(_, let terms):
            var result = try terms[0].kind()
            for term in terms.dropFirst() { result = try Self.same(result, term.kind()) }
            return result
        case .difference(let a, let b): return try Self.same(a.kind(), b.kind())
        case .product(let a, let b): return try Self.product(a.kind(), b.kind())
        case .ratio(let a, let b): return Self.ratio(try a.kind(), try b.kind())
        }
    }

    private static func same(_ a: Kind, _ b: Kind) throws(UnitMismatch) -> Kind {
        guard a == b else { throw UnitMismatch(left: a.name, right: b.name, isProduct: false) }
        return a
    }

    private static func product(_ a: Kind, _ b: Kind) throws(UnitMismatch) -> Kind {
        if a == .number { return b }
        guard b == .number else { throw UnitMismatch(left: a.name, right: b.name, isProduct: true) }
        return a
    }

    private static func ratio(_ a: Kind, _ b: Kind) -> Kind {
        if a == b { return .number }
        if b == .number { return a }
        return .ratio(a.name, b.name)
    }
}

/// What the numbers of the prose count.
enum FactUnits {
    static func unit(_ kind: String) -> String {
        switch kind {
        case "wechat.followers", "training.participants": "人"
        case "training.sessions": "次"
        case "processingFee.yuan": "元"
        default:
            kind.hasPrefix("published.") || kind.hasPrefix("interpretations.") || kind.hasPrefix("responses.")
                ? "条" : "件"
        }
    }
}
