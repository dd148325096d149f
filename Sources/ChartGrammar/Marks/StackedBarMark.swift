/// Columns of counts or shares on each other.
enum StackedBarMark: Mark {
    static let rule = MarkRule(
        category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal, .nominal])

    static func draws(_ mark: MarkSpec) -> Bool {
        mark.kind == .bar && mark.orientation == .vertical && mark.stack != .none
    }

    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String] {
        let unnamed = chart.series.count > 1 ? StackLabels(StackLayout(chart, plot)).unnamed : 0
        return unnamed > 0 ? [chart.words.partsUnnamed(unnamed)] : []
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        StackLayout(chart, plot).items()
    }
}

/// Scales of a stack fitted into the plot.
struct StackLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let isNormalized: Bool
    let columns: [StackColumn]
    let axis: ValueAxis
    let bands: BandScale
    let axisLeft: Double
    let axisRight: Double
    let top: Double
    let bottom: Double

    var scale: any ValueScale { axis.scale }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        let factor = chart.scale
        isNormalized = chart.spec.mark.stack == .normalize
        columns = StackTransform.columns(chart, isNormalized: isNormalized)
        let legend = SwatchLegend(chart, width: plot.width)
        let hasLegend = chart.isNarrow
        top = plot.top + (hasLegend ? legend.height + (chart.spec.breaks.isEmpty ? 14 : 30) : 24 * factor)
        let hasCounts = columns.contains { $0.n != nil }
        let lines = CategoryAxis(chart: chart, centers: [], step: plot.width / Double(max(columns.count, 1))).lineCount
        bottom = plot.bottom - (46 + (hasCounts ? 18 : 0) + Double(lines - 1) * 19) * factor
        var values = ScaleSpec(domain: isNormalized ? 0...100 : nil)
        if !isNormalized { values.domain = chart.spec.encoding.y.scale.domain }
        let scale = LinearScale(
            covering: chart.extent(of: columns.map(\.total)), spec: values, range: (bottom, top),
            step: isNormalized ? 25 : nil)
        var format = chart.spec.encoding.y.format
        if isNormalized { format.tickSuffix = "%" }
        axis = ValueAxis(chart: chart, scale: scale, format: format)
        axisLeft = plot.left + max(38 * min(1, plot.width / 800), axis.labelWidth) + 8
        axisRight = plot.right - (hasLegend ? 0 : StackLabels.room(chart))
        bands = BandScale(count: columns.count, from: axisLeft, to: axisRight)
    }

    func items() -> [SceneItem] {
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        let axisItems = axis.vertical(from: axisLeft, to: axisRight, labelEnd: axisLeft - 8)
        var items: [SceneItem] = [.group(name: "axis", axisItems + categoryAxis(&placer))]
        if chart.isNarrow {
            items.append(
                .group(name: "legend", SwatchLegend(chart, width: plot.width).items(x: plot.left, y: plot.top)))
        }
        placer.register(items)
        items.append(.group(name: "marks", columns.indices.flatMap { column($0, &placer) }))
        items.append(.group(name: "breaks", breakRules(&placer)))
        if !chart.isNarrow { items.append(.group(name: "labels", StackLabels(self).items(&placer))) }
        return items
    }

    private func categoryAxis(_ placer: inout LabelPlacer) -> [SceneItem] {
        let guide = CategoryAxis(chart: chart, centers: columns.indices.map(bands.center), step: bands.step)
        let baseline = bottom + 24 * chart.scale
        let style = chart.type.count
        let countBaseline = baseline + (21 + Double(guide.lineCount - 1) * 19) * chart.scale
        let counts = columns.indices.compactMap { index -> SceneItem? in
            guard let n = columns[index].n else { return nil }
            let texts = [chart.words.count(n), decimalText(Double(n), places: 0, isGrouped: true)].filter {
                chart.width($0, style) <= bands.step - 4
            }
            return placer.place(
                texts.map {
                    SceneText($0, x: bands.center(index), baseline: countBaseline, anchor: .middle, style: style)
                })
        }
        return guide.items(baseline: baseline) + counts
    }

    private func breakRules(_ placer: inout LabelPlacer) -> [SceneItem] {
        let guide = BreakRule(chart: chart)
        return guide.places.flatMap { index, label -> [SceneItem] in
            let middle = axisLeft + Double(index) * bands.step
            let text = guide.labelAbove(label, x: middle, baseline: top - 12, in: plot, &placer)
            return [guide.line(x: middle, top: top - 6, bottom: bottom + 8)] + [text].compactMap { $0 }
        }
    }
}
