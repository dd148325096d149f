/// Puts labels where they meet no other. Labels that must stand are added first; the rest try their places in turn and
/// are left out if all are taken.
struct LabelPlacer {
    let measurer: any TextMeasurer
    let bounds: PlotArea
    private(set) var boxes: [TextBox] = []
    private var lines: [(start: ScenePoint, end: ScenePoint)] = []

    init(_ chart: ResolvedChart, bounds: PlotArea) {
        measurer = chart.measurer
        self.bounds = bounds
    }

    /// Stands in any case.
    mutating func add(_ text: SceneText) -> SceneItem {
        boxes.append(text.box(measurer))
        return .text(text)
    }

    /// Of the candidates that are free the one that crosses fewest lines, the earlier if they are equal; or nil.
    mutating func place(_ candidates: [SceneText]) -> SceneItem? {
        var best: (text: SceneText, box: TextBox, crossings: Int)?
        for text in candidates {
            let box = text.box(measurer)
            guard isFree(box) else { continue }
            let crossings = lines.count { Self.crosses($0.start, $0.end, box) }
            if crossings < best?.crossings ?? .max { best = (text, box, crossings) }
            if crossings == 0 { break }
        }
        guard let best else { return nil }
        boxes.append(best.box)
        return .text(best.text)
    }

    /// A stroke that labels had better not cover.
    mutating func avoid(_ start: ScenePoint, _ end: ScenePoint) { lines.append((start, end)) }

    /// Whether a segment enters a box: clipped to it, something is left (Liang and Barsky 1984).
    private static func crosses(_ start: ScenePoint, _ end: ScenePoint, _ box: TextBox) -> Bool {
        var (enter, leave) = (0.0, 1.0)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let sides = [
            (-dx, start.x - box.left), (dx, box.right - start.x), (-dy, start.y - box.top), (dy, box.bottom - start.y),
        ]
        for (direction, distance) in sides {
            if direction == 0 {
                if distance < 0 { return false }
            } else if direction < 0 {
                enter = max(enter, distance / direction)
            } else {
                leave = min(leave, distance / direction)
            }
        }
        return enter < leave
    }

    /// Lines of one label: all or none.
    mutating func place(lines: [SceneText]) -> [SceneItem]? {
        let new = lines.map { $0.box(measurer) }
        guard new.allSatisfy(isFree) else { return nil }
        boxes += new
        return lines.map { .text($0) }
    }

    /// Keeps labels away from texts already drawn.
    mutating func register(_ items: [SceneItem]) {
        for case .text(let text) in items.flatMap(\.flattened) { boxes.append(text.box(measurer)) }
    }

    /// Keeps labels away from a mark.
    mutating func block(x: Double, y: Double, radius: Double) {
        boxes.append(TextBox(string: "", left: x - radius, top: y - radius, right: x + radius, bottom: y + radius))
    }

    func isFree(_ box: TextBox) -> Bool {
        box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
            && !boxes.contains { $0.meets(box) }
    }
}

/// Moves positions apart to at least `pitch`, each as little as possible (least squares), keeping their order and
/// within the bounds where there is room. Pool adjacent violators on the positions less their ranks' pitches.
func spread(_ targets: [Double], pitch: Double, within bounds: ClosedRange<Double>) -> [Double] {
    let order = targets.indices.sorted { (targets[$0], $0) < (targets[$1], $1) }
    var pools: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
        pools.append((targets[index] - Double(rank) * pitch, 1))
        while pools.count > 1 {
            let (left, right) = (pools[pools.count - 2], pools[pools.count - 1])
            guard left.sum / Double(left.count) > right.sum / Double(right.count) else { break }
            pools.removeLast(2)
            pools.append((left.sum + right.sum, left.count + right.count))
        }
    }
    let highest = max(bounds.lowerBound, bounds.upperBound - Double(max(targets.count - 1, 0)) * pitch)
    let bases = pools.flatMap { pool in
        Array(repeating: min(max(pool.sum / Double(pool.count), bounds.lowerBound), highest), count: pool.count)
    }
    var result = targets
    for (rank, index) in order.enumerated() { result[index] = bases[rank] + Double(rank) * pitch }
    return result
}
