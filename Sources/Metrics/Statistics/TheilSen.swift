/// The median of the slopes between all pairs of points: robust against single outlying years.
/// Sources: H. Theil (1950), Proc. Kon. Ned. Akad. Wetensch. A 53; P. K. Sen (1968), J. Am. Stat. Assoc. 63, 1379-1389.
package enum TheilSen {
    /// Value per unit of `x`; nil without two points at different `x`.
    package static func slope(_ points: [(x: Double, y: Double)]) -> Double? {
        var slopes: [Double] = []
        for (index, later) in points.enumerated() {
            for earlier in points[..<index] where earlier.x != later.x {
                slopes.append((later.y - earlier.y) / (later.x - earlier.x))
            }
        }
        return OrderStatistics.median(slopes.sorted())
    }
}
