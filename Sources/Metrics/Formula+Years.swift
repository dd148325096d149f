import FilingTable
import Filings

extension Formula {
    /// The formula for sums over several years, nil where such a sum counts the same thing more than once.
    ///
    /// A dispute that is pending at the end of a year stands in the total of the next year again: totals of table four
    /// become sums of settled cases. What is a stock (documents in force, followers) or a carry from year
    /// to year has no sum over years, nor has the number of pending disputes.
    package var overYears: Formula? {
        for leaf in leaves {
            switch leaf {
            case .measure(let id) where Self.isStock(Measures[id].code): return nil
            case .group(let group) where group.members.contains { Self.isStock(Measures[$0].code) }: return nil
            case .fact(let kind) where kind == "wechat.followers" || kind.hasPrefix("requests.carried"): return nil
            case .fact("requests.handled"): return nil
            default: break
            }
        }
        return mapLeaves(Self.settled)
    }

    /// Whether sums over years are sums of something other than the indicator's own cells.
    package var changesOverYears: Bool { overYears.map { $0 != self } ?? false }

    private static func isStock(_ code: String) -> Bool {
        let parts = code.split(separator: ".")
        return ["inForce", "disclosedTotal", "itemsLastYear", "pending"].contains { parts.last == $0 }
            || parts.dropFirst().first.map { $0 == "carriedOver" || $0 == "carriedForward" } ?? false
    }

    /// `review.BLOCK.total` as the sum of its settled cases.
    private static func settled(_ leaf: Formula) -> Formula {
        guard case .measure(let id) = leaf else { return leaf }
        let code = Measures[id].code
        guard code.hasPrefix("review."), code.hasSuffix(".total") else { return leaf }
        let block = code.dropLast("total".count)
        return .sum(["upheld", "corrected", "other"].map { .measure(Measures.known(block + $0)) })
    }
}
