/// Values to points along an axis, with the ticks that are printed.
protocol ValueScale: Sendable {
    /// The values at the two ends.
    var domain: ClosedRange<Double> { get }
    /// Ascending, within the domain.
    var ticks: [Double] { get }
    /// Where a value stands, in points; outside of the domain beyond the ends.
    func callAsFunction(_ value: Double) -> Double
    /// Decimals that tell a tick from its neighbours.
    func decimals(of tick: Double) -> Int
}

extension ScaleSpec {
    /// The scale of this kind over the values. Of a logarithmic one only values above zero count.
    func scale(covering values: ClosedRange<Double>, range: (start: Double, end: Double)) -> any ValueScale {
        switch kind {
        case .linear: LinearScale(covering: values, spec: self, range: range)
        case .log: LogScale(covering: values, spec: self, range: range)
        case .symlog: SymlogScale(covering: values, spec: self, range: range)
        }
    }
}

/// Round numbers of decades: what logarithmic scales have in common.
enum Decades {
    /// 10 to an exponent, by multiplication, so that 10^3 is 1000 exactly.
    static func power(_ exponent: Int) -> Double {
        let power = (0..<abs(exponent)).reduce(1.0) { value, _ in value * 10 }
        return exponent < 0 ? 1 / power : power
    }

    /// The exponent of the decade that a value above zero begins in: 2 for 100 and 999.
    static func exponent(_ value: Double) -> Int {
        var (exponent, power) = (0, 1.0)
        while power * 10 <= value, exponent < 300 { (exponent, power) = (exponent + 1, power * 10) }
        while power > value, exponent > -300 {
            exponent -= 1
            power = self.power(exponent)
        }
        return exponent
    }

    /// The largest of 1, 2, 5 x 10^k that is not above the value, which is above zero.
    static func below(_ value: Double) -> Double {
        let decade = power(exponent(value))
        return [5.0, 2].first { $0 * decade <= value * (1 + 1e-9) }.map { $0 * decade } ?? decade
    }

    /// The smallest of 1, 2, 5 x 10^k that is not below the value, which is above zero.
    static func above(_ value: Double) -> Double {
        let decade = power(exponent(value))
        return [1.0, 2, 5].first { $0 * decade >= value * (1 - 1e-9) }.map { $0 * decade } ?? 10 * decade
    }

    /// Every decade from one value to another, or 1, 2 and 5 of each where that gives at most `most`; every second,
    /// third ... decade where even these are more.
    static func ticks(_ low: Double, _ high: Double, most: Int = 7) -> [Double] {
        let decades = Array(exponent(low)...max(exponent(high), exponent(low)))
        func within(_ values: [Double]) -> [Double] {
            values.filter { $0 >= low * (1 - 1e-9) && $0 <= high * (1 + 1e-9) }
        }
        let fine = within(decades.flatMap { [power($0), 2 * power($0), 5 * power($0)] })
        if fine.count <= most { return fine }
        let whole = within(decades.map(power))
        let every = (whole.count + most - 1) / most
        return whole.indices.filter { ($0 - whole.count + 1) % every == 0 }.map { whole[$0] }
    }

    /// Decimals of a round number: 0.05 has two.
    static func decimals(_ tick: Double) -> Int { tick == 0 ? 0 : max(0, -exponent(abs(tick) * (1 + 1e-9))) }
}
