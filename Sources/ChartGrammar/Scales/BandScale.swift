/// Equal bands for categories along an axis.
struct BandScale: Sendable {
    let count: Int
    let start: Double
    let end: Double
    /// Share of a band its bar takes.
    let fill: Double

    init(count: Int, from start: Double, to end: Double, fill: Double = 0.68) {
        self.count = max(count, 1)
        self.start = start
        self.end = end
        self.fill = fill
    }

    var step: Double { (end - start) / Double(count) }
    /// A bar is never wider than 96 points: two bars over a whole page would be walls.
    var barWidth: Double { min(step * fill, 96) }
    func center(_ index: Int) -> Double { start + (Double(index) + 0.5) * step }
}
