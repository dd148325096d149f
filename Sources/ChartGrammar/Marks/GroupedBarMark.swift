/// Vertical bars, one a series, side by side in each category.
enum GroupedBarMark: Mark {
    static let rule = MarkRule(
        category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal, .nominal])

    static func draws(_ mark: MarkSpec) -> Bool {
        mark.kind == .bar && mark.orientation == .vertical && mark.stack == .none
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        GroupedLayout(chart, plot).items()
    }
}

/// Scales of grouped bars fitted into the plot.
struct GroupedLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let legend: SwatchLegend
    let axis: ValueAxis
    let bands: BandScale
    let axisLeft: Double
    let top: Double
    let bottom: Double

    var scale: any ValueScale { axis.scale }
    /// Bars of a group touch but for the gap of 2 points.
    var slot: Double { bands.barWidth / Double(max(chart.series.count, 1)) }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        let factor = chart.scale
        legend = SwatchLegend(chart, width: plot.width)
        let legendHeight = legend.height > 0 ? legend.height + 10 : 0
        // A bar may reach the uppermost gridline, and its label stands above it; a page gives no margin for that.
        let headroom: Double = !chart.spec.breaks.isEmpty ? 28 : chart.spec.size.isPlotOnly ? 23 : 18
        top = plot.top + legendHeight + headroom * factor
        let count = chart.categories.count
        let lines = CategoryAxis(chart: chart, centers: [], step: plot.width / Double(max(count, 1))).lineCount
        let hasCounts = Self.counts(chart).contains { $0 != nil }
        let labels = 30 + Double(lines - 1) * 19 + (hasCounts ? 18 : 0)
        bottom = plot.bottom - (labels + (chart.spec.size.isPlotOnly ? 0 : 16)) * factor
        var spec = chart.spec.encoding.y.scale
        spec.includesZero = true
        let values = chart.data.compactMap(\.value) + [chart.spec.reference?.value].compactMap { $0 }
        let scale = LinearScale(covering: chart.extent(of: values), spec: spec, range: (bottom, top))
        axis = ValueAxis(chart: chart, scale: scale, format: chart.spec.encoding.y.format)
        axisLeft = plot.left + max(38 * min(1, plot.width / 800), axis.labelWidth) + 8
        bands = BandScale(count: count, from: axisLeft, to: plot.right, fill: chart.series.count > 1 ? 0.76 : 0.6)
    }

    /// The denominator of each category, where all its rows agree on one.
    static func counts(_ chart: ResolvedChart) -> [Int?] {
        var counts: [CategoryKey: Set<Int>] = [:]
        for datum in chart.data { if let n = datum.facts.n { counts[datum.key, default: []].insert(n) } }
        return chart.categories.map { counts[$0].flatMap { $0.count == 1 ? $0.first : nil } }
    }

    func items() -> [SceneItem] {
        var placer = LabelPlacer(
            chart, bounds: PlotArea(left: 0, top: max(0, plot.top - 6), right: chart.canvas.right, bottom: plot.bottom))
        let legendItems = legend.items(x: plot.left, y: plot.top)
        let axisItems = axis.vertical(from: axisLeft, to: plot.right, labelEnd: axisLeft - 8) + categoryAxis()
        placer.register(legendItems + axisItems)
        let breaks = breakRules(&placer)
        let reference = referenceLine(&placer)
        let marks = chart.categories.indices.flatMap { category($0, &placer) }
        return [
            .group(name: "legend", legendItems), .group(name: "axis", axisItems),
            .group(name: "breaks", breaks), .group(name: "marks", marks), .group(name: "reference", reference),
        ]
    }

    private func categoryAxis() -> [SceneItem] {
        let guide = CategoryAxis(chart: chart, centers: chart.categories.indices.map(bands.center), step: bands.step)
        let baseline = bottom + 24 * chart.scale
        let style = chart.type.count
        let countBaseline = baseline + (21 + Double(guide.lineCount - 1) * 19) * chart.scale
        let counts = Self.counts(chart).enumerated().compactMap { index, n -> SceneItem? in
            guard let n, chart.width(chart.words.count(n), style) <= bands.step - 4 else { return nil }
            return .text(
                SceneText(
                    chart.words.count(n), x: bands.center(index), baseline: countBaseline, anchor: .middle, style: style
                ))
        }
        return guide.items(baseline: baseline) + counts
    }

    private func breakRules(_ placer: inout LabelPlacer) -> [SceneItem] {
        let guide = BreakRule(chart: chart)
        return guide.places.flatMap { index, label -> [SceneItem] in
            let middle = axisLeft + Double(index) * bands.step
            let text = guide.labelAbove(label, x: middle, baseline: top - 14 * chart.scale, in: plot, &placer)
            return [guide.line(x: middle, top: top - 8, bottom: bottom + 8)] + [text].compactMap { $0 }
        }
    }

    private func referenceLine(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard let reference = chart.spec.reference else { return [] }
        let y = scale(reference.value)
        let style = chart.type.latest
        let label = SceneText(reference.label, x: plot.right, baseline: y - 6, anchor: .end, style: style)
        let stroke = SceneStroke(chart.theme.textSecondary, 1.4, dash: [6, 4])
        return [.path(.line(axisLeft, y, plot.right, y, stroke))]
            + [placer.place([label.haloed(chart.theme.background)])].compactMap { $0 }
    }
}
