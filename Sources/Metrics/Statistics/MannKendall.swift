/// The test for a monotone trend.
/// Sources: H. B. Mann (1945), Econometrica 13, 245-259; M. G. Kendall (1975), Rank Correlation Methods.
package struct MannKendall: Hashable, Sendable {
    /// Pairs that rise minus pairs that fall.
    package let s: Int
    /// Two-sided probability of an |S| at least as large when every order of the values is as likely.
    package let p: Double
    /// Whether `p` comes from all orders of the values, ties included, and not from the normal approximation.
    package let isExact: Bool

    /// Up to this many values the probability is exact.
    package static let exactCount = 20

    /// Values in the order of time; nil for fewer than two.
    package init?(_ values: [Double]) {
        guard values.count > 1 else { return nil }
        var sum = 0
        for later in values.indices {
            for earlier in 0..<later {
                sum += (values[later] > values[earlier] ? 1 : 0) - (values[later] < values[earlier] ? 1 : 0)
            }
        }
        s = sum
        let ties = Self.ties(values)
        isExact = values.count <= Self.exactCount
        p = isExact ? Self.exact(sum, ties) : Self.approximate(sum, values.count, ties)
    }

    /// The sizes of the groups of equal values.
    private static func ties(_ values: [Double]) -> [Int] {
        var groups: [Int] = []
        var last: Double?
        for value in values.sorted() {
            if value == last { groups[groups.count - 1] += 1 } else { groups.append(1) }
            last = value
        }
        return groups
    }

    /// Orders of values with ties by their number of falling pairs are the coefficients of a q-multinomial; each
    /// falling pair takes 2 from the largest S.
    private static func exact(_ s: Int, _ ties: [Int]) -> Double {
        var orders: [Double] = [1]
        var placed = 0
        for size in ties {
            for step in 1...size {
                placed += 1
                orders = divided(multiplied(orders, by: placed), by: step)
            }
        }
        let largest = orders.count - 1
        let all = orders.reduce(0, +)
        let extreme = orders.enumerated().reduce(0.0) { abs(largest - 2 * $1.offset) >= abs(s) ? $0 + $1.element : $0 }
        return min(1, extreme / all)
    }

    /// Times (1 + q + ... + q^(`power` - 1)).
    private static func multiplied(_ polynomial: [Double], by power: Int) -> [Double] {
        var result = [Double](repeating: 0, count: polynomial.count + power - 1)
        for (degree, coefficient) in polynomial.enumerated() {
            for step in 0..<power { result[degree + step] += coefficient }
        }
        return result
    }

    /// Divided by the same; it goes without rest.
    private static func divided(_ polynomial: [Double], by power: Int) -> [Double] {
        var rest = polynomial
        var result = [Double](repeating: 0, count: polynomial.count - power + 1)
        for degree in result.indices {
            result[degree] = rest[degree]
            for step in 0..<power { rest[degree + step] -= result[degree] }
        }
        return result
    }

    /// With the correction for ties and for continuity.
    private static func approximate(_ s: Int, _ count: Int, _ ties: [Int]) -> Double {
        func term(_ n: Int) -> Double { Double(n) * Double(n - 1) * Double(2 * n + 5) }
        let variance = (term(count) - ties.reduce(0) { $0 + term($1) }) / 18
        guard variance > 0, s != 0 else { return 1 }
        return NormalDistribution.twoSided((Double(abs(s)) - 1) / variance.squareRoot())
    }
}
