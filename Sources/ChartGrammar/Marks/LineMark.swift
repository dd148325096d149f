/// Lines over years. Neighbouring years with values are joined; a gap or a break never is.
enum LineMark: Mark {
    static let rule = MarkRule(
        category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal, .nominal])

    static func draws(_ mark: MarkSpec) -> Bool {
        (mark.kind == .line || mark.kind == .area) && mark.orientation == .vertical
    }

    static func scales(_ mark: MarkSpec) -> [ScaleSpec.Kind] {
        mark.kind == .line ? ScaleSpec.Kind.allCases : [.linear]
    }

    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String] {
        let points = chart.data.count { $0.value != nil }
        var notes: [String] = []
        if LineBands.isUsed(chart) {
            notes.append(chart.words.linesBanded(chart.series.count { $0.role == .context }))
        } else if points >= manyPoints {
            let isMerged = chart.categories.count > LineThinning.mostPoints(in: plot.width)
            let all = chart.words.allPointsDrawn(points, chart.series.count)
            notes.append(isMerged ? chart.words.pointsMerged(points) : all)
        }
        // A lower bound of the step that the axis will have.
        let gaps = chart.data.count - points
        if gaps > 0, plot.width / Double(chart.categories.count) < LineLayout.leastBandStep {
            notes.append(chart.words.gapsUnmarked(gaps))
        }
        return notes
    }

    /// From here on the notes say what became of the points.
    private static let manyPoints = 5_000

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        LineLayout(chart, plot).items()
    }
}

/// A drawn point of a line.
struct LinePoint {
    var index: Int
    var x: Double
    var y: Double
    var datum: Datum
}

/// Scales fitted into the plot, and the points of every series.
struct LineLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    /// Above the plot, where the lines' ends have no room for names.
    let legend: SwatchLegend?
    let axis: ValueAxis
    let x: PointScale
    let axisLeft: Double
    let axisRight: Double
    let top: Double
    let bottom: Double
    /// Whether the grey lines are drawn as bands.
    let isBanded: Bool
    /// Points of each series in order of years.
    let lines: [[LinePoint]]
    /// The years of each series that have a row without a drawn value, by category index.
    let states: [[Int: Datum]]

    var channel: Channel { chart.spec.encoding.y }
    var scale: any ValueScale { axis.scale }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        let factor = min(1, plot.width / 800)
        isBanded = LineBands.isUsed(chart)
        legend = chart.isNarrow ? SwatchLegend(chart, width: plot.width) : nil
        top = plot.top + (legend?.height ?? 0) + 34 * chart.scale
        bottom = plot.bottom - (chart.spec.size.isPlotOnly ? 30 : 46) * chart.scale
        let values = chart.data.compactMap(\.value) + [chart.spec.reference?.value].compactMap { $0 }
        var spec = chart.spec.encoding.y.scale
        // The ground of an area is its value, as the length of a bar is.
        if chart.spec.mark.kind == .area { spec.includesZero = true }
        let scale = spec.scale(covering: chart.extent(of: values), range: (bottom, top))
        axis = ValueAxis(chart: chart, scale: scale, format: chart.spec.encoding.y.format)
        axisLeft = plot.left + max(37 * factor, axis.labelWidth) + 9
        let room = max(96 * factor, 16 + EndLabels.width(chart))
        let inset = 34 * factor
        let lastX = plot.right - room
        axisRight = min(lastX + 30, plot.right)
        x = PointScale(count: chart.categories.count, first: axisLeft + inset, last: max(lastX, axisLeft + inset + 1))
        (lines, states) = Self.points(chart, x, scale)
    }

    private static func points(
        _ chart: ResolvedChart, _ x: PointScale, _ scale: any ValueScale
    ) -> ([[LinePoint]], [[Int: Datum]]) {
        let indices = Dictionary(
            chart.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var lines = Array(repeating: [LinePoint](), count: chart.series.count)
        var states = Array(repeating: [Int: Datum](), count: chart.series.count)
        for datum in chart.data {
            guard let index = indices[datum.key] else { continue }
            if let value = datum.value {
                lines[datum.series].append(LinePoint(index: index, x: x(index), y: scale(value), datum: datum))
            } else {
                states[datum.series][index] = datum
            }
        }
        return (lines.map { $0.sorted { $0.index < $1.index } }, states)
    }

    /// Context below, then the others as listed, the subject on top.
    var drawingOrder: [Int] {
        chart.series.indices.sorted { (rank($0), $0) < (rank($1), $1) }
    }

    func rank(_ series: Int) -> Int {
        switch chart.series[series].role {
        case .context: 0
        case .subject: 2
        default: 1
        }
    }

    /// The series whose points carry values: the only one, or the subject.
    var labelled: Int? {
        if chart.series.count == 1 { return 0 }
        let subjects = chart.series.indices.filter { chart.series[$0].role == .subject }
        return subjects.count == 1 ? subjects[0] : nil
    }

    func items() -> [SceneItem] {
        var placer = LabelPlacer(chart, bounds: labelBounds)
        var items: [SceneItem] = [
            .group(name: "axis", axis.vertical(from: axisLeft, to: axisRight, labelEnd: axisLeft - 9) + yearAxis())
        ]
        if let legend { items.append(.group(name: "legend", legend.items(x: plot.left, y: plot.top))) }
        placer.register(items)
        for line in isBanded ? chart.series.indices.filter({ rank($0) > 0 }).map({ lines[$0] }) : lines {
            for run in runs(line) {
                for (left, right) in zip(run, run.dropFirst()) {
                    placer.avoid(ScenePoint(left.x, left.y), ScenePoint(right.x, right.y))
                }
            }
        }
        let endLabels = EndLabels(self).items(&placer)
        let bands = stateBands(&placer)
        let breakRules = breakRules(&placer)
        for place in BreakRule(chart: chart).places {
            let middle = (x(place.index - 1) + x(place.index)) / 2
            placer.avoid(ScenePoint(middle, top), ScenePoint(middle, bottom))
        }
        items.append(.group(name: "states", bands))
        items.append(.group(name: "breaks", breakRules))
        items += referenceLine(&placer)
        let ground = isBanded ? LineBands(self).items() : []
        let drawn = isBanded ? drawingOrder.filter { rank($0) > 0 } : drawingOrder
        items.append(.group(name: "marks", ground + drawn.flatMap(line)))
        let median = isBanded ? LineBands(self).label(&placer) : []
        items.append(.group(name: "labels", valueLabels(&placer) + endLabels + median))
        return items
    }

    /// Labels may rise into the leading under the subtitle, not onto a legend.
    private var labelBounds: PlotArea {
        let roof = legend.map { plot.top + $0.height } ?? plot.top - 8
        return PlotArea(left: 0, top: max(0, roof), right: min(plot.right + 4, chart.canvas.right), bottom: plot.bottom)
    }

    private func yearAxis() -> [SceneItem] {
        let centers = chart.categories.indices.map { x($0) }
        let step = chart.categories.count > 1 ? x.step : axisRight - axisLeft
        return CategoryAxis(chart: chart, centers: centers, step: step).items(baseline: bottom + 25 * chart.scale)
    }

    private func referenceLine(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard let reference = chart.spec.reference else { return [] }
        let y = scale(reference.value)
        let stroke = SceneStroke(chart.theme.textSecondary, 1.4, dash: [6, 4])
        let style = chart.type.latest
        let candidates = [y - 6, y + 6 + style.size * 0.88].map { baseline in
            SceneText(reference.label, x: axisLeft + 4, baseline: baseline, style: style).haloed(chart.theme.background)
        }
        return [.path(.line(axisLeft, y, axisRight, y, stroke))] + [placer.place(candidates)].compactMap { $0 }
    }
}
