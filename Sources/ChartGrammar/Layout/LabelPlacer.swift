/// Puts labels where they meet no other. Labels that must stand are added first; the rest try their places in turn and
/// are left out if all are taken.
struct LabelPlacer {
    let measurer: any TextMeasurer
    let bounds: PlotArea
    private(set) var boxes: [TextBox] = []

    init(_ chart: ResolvedChart, bounds: PlotArea) {
        measurer = chart.measurer
        self.bounds = bounds
    }

    /// Stands in any case.
    mutating func add(_ text: SceneText) -> SceneItem {
        boxes.append(text.box(measurer))
        return .text(text)
    }

    /// The first candidate that is free, or nil.
    mutating func place(_ candidates: [SceneText]) -> SceneItem? {
        for text in candidates {
            let box = text.box(measurer)
            if isFree(box) {
                boxes.append(box)
                return .text(text)
            }
        }
        return nil
    }

    /// Lines of one label: all or none.
    mutating func place(lines: [SceneText]) -> [SceneItem]? {
        let new = lines.map { $0.box(measurer) }
        guard new.allSatisfy(isFree) else { return nil }
        boxes += new
        return lines.map { .text($0) }
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
