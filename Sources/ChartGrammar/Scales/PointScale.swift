/// Evenly spaced points for years (or other ordered categories) along an axis.
struct PointScale: Sendable {
    let count: Int
    let first: Double
    let last: Double

    var step: Double { count > 1 ? (last - first) / Double(count - 1) : 0 }

    func callAsFunction(_ index: Int) -> Double {
        count > 1 ? first + Double(index) * step : (first + last) / 2
    }
}
