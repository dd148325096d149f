/// Values to the classes of a sequential palette by fixed bounds, which the legend prints.
struct ThresholdColorScale: Sendable {
    /// Lower bounds of all classes but the first.
    let breaks: [Double]
    let colors: [SceneColor]

    init(breaks: [Double], palette: [SceneColor]) {
        self.breaks = breaks
        let classes = breaks.count + 1
        // Fewer classes than colours take colours spread over the whole palette, ends included.
        colors = (0..<classes).map { index in
            classes == 1 ? palette[palette.count / 2] : palette[index * (palette.count - 1) / (classes - 1)]
        }
    }

    /// Round bounds through the data, for a spec that names none.
    init(covering values: ClosedRange<Double>, palette: [SceneColor]) {
        let step = LinearScale.niceStep(max(values.upperBound - values.lowerBound, 1e-9))
        let first = (values.lowerBound / step).rounded(.down) * step
        let bounds = (1...5).map { first + Double($0) * step }.filter { $0 <= values.upperBound }
        self.init(breaks: bounds, palette: palette)
    }

    func classIndex(_ value: Double) -> Int { breaks.count { value >= $0 } }
    func callAsFunction(_ value: Double) -> SceneColor { colors[classIndex(value)] }
}
