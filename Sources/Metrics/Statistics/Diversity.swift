/// How parts share a whole. Every function returns nil where the parts are no parts: none, all 0, or one below 0.
package enum Diversity {
    /// The sum of squared shares, 1/k to 1 for k parts.
    /// Source: O. C. Herfindahl (1950) and A. O. Hirschman (1945).
    package static func herfindahl(_ parts: [Double]) -> Double? {
        shares(parts).map { $0.reduce(0) { $0 + $1 * $1 } }
    }

    /// In bits: 0 for one part, log2 k for k equal ones.
    /// Source: C. E. Shannon (1948), Bell System Technical Journal 27, 379-423.
    package static func entropy(_ parts: [Double]) -> Double? {
        shares(parts).map { shares in
            // Begin at 0 and not at -0, which would print a sign.
            shares.reduce(0) { $1 > 0 ? $0 - $1 * Elementary.binaryLogarithm($1) : $0 }
        }
    }

    /// 0 where all are equal, (n - 1) / n where one has everything. Needs two values or more.
    /// Source: C. Gini (1912); the form without correction for small n.
    package static func gini(_ values: [Double]) -> Double? {
        guard values.count > 1, shares(values) != nil else { return nil }
        let ascending = values.sorted()
        let count = Double(ascending.count)
        let weighted = ascending.enumerated().reduce(0.0) { $0 + (2 * Double($1.offset + 1) - count - 1) * $1.element }
        return weighted / (count * ascending.reduce(0, +))
    }

    private static func shares(_ parts: [Double]) -> [Double]? {
        let total = parts.reduce(0, +)
        guard total > 0, parts.allSatisfy({ $0 >= 0 }) else { return nil }
        return parts.map { $0 / total }
    }
}
