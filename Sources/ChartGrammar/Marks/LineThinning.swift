/// Of many points within one point of width the first, the last, the highest and the lowest: a stroke through them covers
/// the same ground as one through all (Jugel et al. 2014, M4).
enum LineThinning {
    /// A line over no more places is drawn as it is.
    static func mostPoints(in width: Double) -> Int { 4 * Int(width.rounded(.up)) }

    static func points(_ points: [ScenePoint]) -> [ScenePoint] {
        var result: [ScenePoint] = []
        var start = 0
        while start < points.count {
            let column = points[start].x.rounded(.down)
            var end = start
            var (lowest, highest) = (start, start)
            while end < points.count, points[end].x.rounded(.down) == column {
                if points[end].y < points[highest].y { highest = end }
                if points[end].y > points[lowest].y { lowest = end }
                end += 1
            }
            let kept = Set([start, lowest, highest, end - 1])
            result += kept.sorted().map { points[$0] }
            start = end
        }
        return result
    }
}
