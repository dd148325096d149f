/// Statistics of values in ascending order. Every function returns nil for no values.
package enum OrderStatistics {
    /// The quantile at `probability` (0...1), linear between neighbours.
    /// Source: definition 7 of R. J. Hyndman and Y. Fan (1996), The American Statistician 50, 361-365.
    package static func quantile(_ ascending: [Double], _ probability: Double) -> Double? {
        guard let last = ascending.last else { return nil }
        let position = Double(ascending.count - 1) * probability
        let below = Int(position)
        guard below + 1 < ascending.count else { return last }
        return ascending[below] + (position - Double(below)) * (ascending[below + 1] - ascending[below])
    }

    package static func median(_ ascending: [Double]) -> Double? {
        guard !ascending.isEmpty else { return nil }
        let middle = ascending.count / 2
        return ascending.count % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2
    }

    /// The median of the absolute deviations from the median, unscaled.
    package static func medianAbsoluteDeviation(_ ascending: [Double]) -> Double? {
        guard let median = median(ascending) else { return nil }
        return self.median(ascending.map { abs($0 - median) }.sorted())
    }

    /// How many values lie below `value`, and how many equal it.
    package static func position(_ ascending: [Double], of value: Double) -> (below: Int, equal: Int) {
        let below = count(ascending) { $0 < value }
        return (below, count(ascending) { $0 <= value } - below)
    }

    /// The share of values below, with half of the equal ones, in per cent.
    package static func percentile(_ ascending: [Double], of value: Double) -> Double? {
        guard !ascending.isEmpty else { return nil }
        let (below, equal) = position(ascending, of: value)
        return 100 * (Double(below) + 0.5 * Double(equal)) / Double(ascending.count)
    }

    /// How many values, the first ones, satisfy a condition that no value after them does.
    private static func count(_ ascending: [Double], where holds: (Double) -> Bool) -> Int {
        var range = 0..<ascending.count
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = holds(ascending[middle]) ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
