import Filings

/// The middle and the spread of a sample, neither moved by a few wild values.
struct RobustScale {
    let median: Double
    /// 1.4826 x the median absolute deviation, which estimates the standard deviation of a normal sample
    /// (Rousseeuw and Croux 1993); 0 for an empty sample.
    let spread: Double

    init(_ values: [Double]) {
        let median = Self.median(of: values)
        self.median = median
        spread = 1.4826 * Self.median(of: values.map { abs($0 - median) })
    }

    static func median(of values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Distance from the median in spreads, where `least` is the smallest spread that is believed.
    func distance(of value: Double, least: Double) -> Double { (value - median) / max(spread, least) }

    /// A middle value for a finding, to one decimal; figures beyond 18 digits are cut to the largest that is kept.
    static func printable(_ value: Double) -> ExactDecimal {
        ExactDecimal(mantissa: Int64(min(max((value * 10).rounded(), -9e17), 9e17)), scale: 1)
    }
}
