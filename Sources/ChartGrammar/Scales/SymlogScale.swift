import Foundation

/// Logarithmic on both sides of zero and linear around it: sign(x) log(1 + |x|), as Vega's with the constant 1. For
/// values over many magnitudes among which there are zeros or negative ones.
struct SymlogScale: ValueScale {
    let domain: ClosedRange<Double>
    let ticks: [Double]
    private let range: (start: Double, end: Double)
    private let low: Double
    private let span: Double

    /// The domain grows to round numbers at both ends, and to zero if the spec wants it.
    init(covering values: ClosedRange<Double>, spec: ScaleSpec, range: (start: Double, end: Double)) {
        self.range = range
        domain = spec.domain ?? Self.domain(values, includesZero: spec.includesZero)
        ticks = Self.ticks(domain)
        low = Self.transformed(domain.lowerBound)
        span = Self.transformed(domain.upperBound) - low
    }

    func callAsFunction(_ value: Double) -> Double {
        range.start + (Self.transformed(value) - low) / span * (range.end - range.start)
    }

    func decimals(of tick: Double) -> Int { Decades.decimals(tick) }

    private static func transformed(_ value: Double) -> Double { value < 0 ? -log1p(-value) : log1p(value) }

    private static func domain(_ values: ClosedRange<Double>, includesZero: Bool) -> ClosedRange<Double> {
        var (low, high) = (rounded(values.lowerBound, up: false), rounded(values.upperBound, up: true))
        if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        return low...(high > low ? high : low + max(1, abs(low)))
    }

    /// To the next round number away from the data; the linear part around zero counts as one step.
    private static func rounded(_ value: Double, up: Bool) -> Double {
        if value == 0 { return 0 }
        if value < 0 { return -rounded(-value, up: !up) }
        return up ? Decades.above(value) : Decades.below(value)
    }

    /// Zero and decades outward from it, each at least a ninth of the axis from the one before.
    private static func ticks(_ domain: ClosedRange<Double>) -> [Double] {
        let pitch = (transformed(domain.upperBound) - transformed(domain.lowerBound)) / 9
        func side(_ limit: Double, from start: Double) -> [Double] {
            guard limit > 0, limit > start else { return [] }
            let candidates = Decades.ticks(max(start, limit >= 1 ? 1 : limit / 10), limit, most: 4)
            var last = start > 0 ? -Double.infinity : 0
            return candidates.filter { tick in
                guard transformed(tick) - last >= pitch else { return false }
                last = transformed(tick)
                return true
            }
        }
        let above = side(domain.upperBound, from: max(domain.lowerBound, 0))
        let below = side(-domain.lowerBound, from: max(-domain.upperBound, 0)).map { -$0 }.reversed()
        return below + (domain.contains(0) ? [0] : []) + above
    }
}
