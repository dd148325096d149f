/// Values to points along an axis, with round ticks.
struct LinearScale: ValueScale {
    let domain: ClosedRange<Double>
    let step: Double
    var range: (start: Double, end: Double)

    /// Ticks at 1, 2, 2.5 or 5 x 10^k, four to six of them; the domain grows to whole steps.
    /// `fixedStep` for scales with a step of their own (quarters of 100 %).
    init(
        covering values: ClosedRange<Double>, spec: ScaleSpec, range: (start: Double, end: Double),
        step fixedStep: Double? = nil
    ) {
        self.range = range
        var (low, high) = (values.lowerBound, values.upperBound)
        if let domain = spec.domain { (low, high) = (domain.lowerBound, domain.upperBound) }
        if spec.includesZero, spec.domain == nil { (low, high) = (min(low, 0), max(high, 0)) }
        if high <= low { high = low + max(1, abs(low)) }
        step = fixedStep ?? Self.niceStep(high - low)
        // The tolerance keeps 0.3 / 0.1 = 2.9999999999999996 from asking for one step more.
        let first = (low / step + 1e-9).rounded(.down) * step
        let last = (high / step - 1e-9).rounded(.up) * step
        domain = spec.domain == nil ? first...max(last, first + step) : low...high
    }

    func callAsFunction(_ value: Double) -> Double {
        let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return range.start + share * (range.end - range.start)
    }

    var ticks: [Double] {
        let first = Int((domain.lowerBound / step - 1e-9).rounded(.up))
        let last = Int((domain.upperBound / step + 1e-9).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    func decimals(of tick: Double) -> Int { decimals }

    /// Decimals that tell neighbouring ticks apart.
    var decimals: Int {
        var (places, scaled) = (0, step)
        while places < 6, abs(scaled - scaled.rounded()) > 1e-9 * max(1, scaled) {
            scaled *= 10
            places += 1
        }
        return places
    }

    static func niceStep(_ span: Double) -> Double {
        guard span > 0, span.isFinite else { return 1 }
        var magnitude = 1.0
        while magnitude * 10 <= span { magnitude *= 10 }
        while magnitude > span { magnitude /= 10 }
        // Five intervals are wanted, three to five and a half are good.
        for factor in [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5] where span / (factor * magnitude) <= 5.5 {
            return factor * magnitude
        }
        return magnitude
    }
}
