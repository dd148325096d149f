/// Horizontal bars of 100 %, one row a name, the series in their order from left to right.
enum RankedShareMark: Mark {
    static let rule = MarkRule(category: .y, value: .x, series: .color, categoryKinds: [.nominal, .ordinal, .temporal])

    static func draws(_ mark: MarkSpec) -> Bool {
        mark.kind == .bar && mark.orientation == .horizontal && mark.stack == .normalize
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        RankedShareLayout(chart, plot).items()
    }
}

/// Rows of shares: a key above, names and denominators left.
struct RankedShareLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let columns: [StackColumn]
    let left: Int
    let legend: SwatchLegend
    let scale: LinearScale
    let top: Double
    let pitch: Double
    private let nameWidth: Double
    private let countRight: Double

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        legend = SwatchLegend(chart, width: plot.width)
        top = plot.top + legend.height + 34 * chart.scale
        let height = plot.bottom - 16 * chart.scale - top
        let all = StackTransform.columns(chart, isNormalized: true)
        let capacity = max(1, Int(height / (22 * max(chart.scale, 0.8))))
        columns = Array(all.prefix(all.count > capacity ? capacity - 1 : capacity))
        left = all.count - columns.count
        pitch = min(height / Double(max(columns.count + (left > 0 ? 1 : 0), 1)), 56 * chart.scale)
        let names = columns.map { chart.width(chart.label($0.key), chart.type.label) }.max() ?? 0
        nameWidth = min(names, plot.width * 0.3)
        let counts = columns.compactMap(\.n).map { chart.width(RankedLayout.countText($0), chart.type.tick) }.max() ?? 0
        countRight = plot.left + nameWidth + (counts > 0 ? 20 + counts : 0)
        let half = chart.width("100%", chart.type.tick) / 2
        scale = LinearScale(
            covering: 0...100, spec: ScaleSpec(domain: 0...100), range: (countRight + 18, plot.right - half), step: 25)
    }

    func items() -> [SceneItem] {
        let axis = ValueAxis(chart: chart, scale: scale, format: NumberFormat(tickSuffix: "%"))
        let bottom = top + pitch * Double(columns.count)
        var heads = axis.horizontalLabels(baseline: top - 12 * chart.scale)
        if columns.contains(where: { $0.n != nil }) {
            heads.append(
                .text(
                    SceneText(
                        "n", x: countRight, baseline: top - 12 * chart.scale, anchor: .end, style: chart.type.tick)))
        }
        var items: [SceneItem] = [
            .group(name: "legend", legend.items(x: plot.left, y: plot.top)),
            .group(name: "axis", axis.horizontalGrid([(top - 4, bottom)]) + heads),
        ]
        for (index, column) in columns.enumerated() {
            items.append(.group(name: "row", row(column, top + (Double(index) + 0.5) * pitch)))
        }
        if left > 0 {
            let text = chart.words.moreRows(left)
            items.append(.text(SceneText(text, x: plot.left, baseline: bottom + 0.6 * pitch, style: chart.type.count)))
        }
        return items
    }

    private func row(_ column: StackColumn, _ y: Double) -> [SceneItem] {
        let size = min(chart.type.label.size, max(12, pitch * 0.62))
        let style = chart.type.label.with(size: size)
        let name = chart.breaker(style).truncated(chart.label(column.key), limit: nameWidth + 0.5)
        var items: [SceneItem] = [.label(name, plot.left, y, .start, style)]
        if let n = column.n {
            items.append(
                .label(
                    RankedLayout.countText(n), countRight, y, .end,
                    chart.type.tick.with(size: min(size, chart.type.tick.size))))
        }
        guard let state = column.state else { return items + column.segments.flatMap { segment($0, y, size) } }
        let words = column.stateText ?? chart.words.state(state) ?? ""
        let label = SceneText(
            words, x: scale(0) + 10, baseline: y + EmBox.middle * size, style: style.with(nil, chart.theme.textMuted))
        return items + [.text(label.haloed(chart.theme.background))]
    }

    private func segment(_ segment: StackSegment, _ y: Double, _ size: Double) -> [SceneItem] {
        guard segment.end > segment.start else { return [] }
        let (start, end) = (scale(segment.start), scale(segment.end))
        let gap = end - start >= 4 ? 1.0 : min(0.4, (end - start) / 4)
        let height = min(pitch * 0.7, 34)
        let fill = chart.theme.fill(chart.series[segment.series].role)
        let bar = SceneItem.rect(
            SceneRect(
                x: start + gap, y: y - height / 2, width: end - start - 2 * gap, height: height, fill: fill,
                stroke: chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }))
        let text = chart.spec.encoding.x.format.text(segment.end - segment.start)
        let style = chart.type.segment.with(size: min(size, chart.type.segment.size))
        guard chart.width(text, style) + 12 <= end - start, height >= style.size + 2 else { return [bar] }
        return [bar] + SegmentLabel(chart: chart).items(text, x: (start + end) / 2, y: y, on: fill, style)
    }
}
