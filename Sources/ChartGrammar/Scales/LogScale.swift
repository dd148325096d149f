import Foundation

/// Values above zero by their logarithm: equal distances are equal ratios. Zero and negative values have no place on
/// it; `ResolvedChart` leaves them out and the notes count them.
struct LogScale: ValueScale {
    let domain: ClosedRange<Double>
    let ticks: [Double]
    private let range: (start: Double, end: Double)
    private let low: Double
    private let span: Double

    /// The domain grows to 1, 2 or 5 x 10^k at both ends, and holds at least two of them.
    init(covering values: ClosedRange<Double>, spec: ScaleSpec, range: (start: Double, end: Double)) {
        self.range = range
        if let domain = spec.domain, domain.lowerBound > 0, domain.upperBound > domain.lowerBound {
            self.domain = domain
        } else {
            // Without a value above zero the axis is still one.
            let high = values.upperBound > 0 ? values.upperBound : 10
            let first = Decades.below(values.lowerBound > 0 ? values.lowerBound : min(1, high))
            let last = Decades.above(high)
            domain = first...(last > first ? last : Decades.above(first * 1.5))
        }
        ticks = Decades.ticks(domain.lowerBound, domain.upperBound)
        low = log10(domain.lowerBound)
        span = log10(domain.upperBound) - low
    }

    func callAsFunction(_ value: Double) -> Double {
        guard value > 0 else { return range.start }
        return range.start + (log10(value) - low) / span * (range.end - range.start)
    }

    func decimals(of tick: Double) -> Int { Decades.decimals(tick) }
}
