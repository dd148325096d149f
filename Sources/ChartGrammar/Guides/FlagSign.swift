/// The small signs of values that are not plain reports, in cells and in their legend.
enum FlagSign {
    static func item(_ state: MarkState, x: Double, y: Double, radius: Double, _ stroke: SceneStroke) -> SceneItem {
        switch state {
        case .derived:
            let r = radius * 1.3
            let points = [ScenePoint(x, y - r), ScenePoint(x + r, y), ScenePoint(x, y + r), ScenePoint(x - r, y)]
            return .path(ScenePath(points, isClosed: true, stroke: stroke))
        case .assumedZero:
            return .rect(
                SceneRect(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, stroke: stroke))
        case .revised:
            let (r, half) = (radius * 1.2, radius * 1.25)
            let points = [ScenePoint(x, y - r), ScenePoint(x + half, y + r * 0.85), ScenePoint(x - half, y + r * 0.85)]
            return .path(ScenePath(points, isClosed: true, fill: .solid(stroke.color)))
        default: return .circle(SceneCircle(x, y, radius: radius, stroke: stroke))
        }
    }
}
