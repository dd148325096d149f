/// The names of the series right of the last column, each with a leader to its segment, and a bracket over some.
struct StackLabels {
    private let layout: StackLayout
    private var chart: ResolvedChart { layout.chart }

    init(_ layout: StackLayout) { self.layout = layout }

    private static func nameWidth(_ chart: ResolvedChart) -> Double {
        let widest = chart.series.map { chart.width($0.label, chart.type.segment) }.max() ?? 0
        return min(widest, chart.spec.size.width * 0.2)
    }

    private static func bracketWidth(_ chart: ResolvedChart) -> Double {
        guard let bracket = chart.spec.bracket else { return 0 }
        let texts = max(
            chart.width(bracket.label, chart.type.category), chart.width(bracket.value, valueStyle(chart)))
        return 67 * min(1, chart.spec.size.width / 1200) + 9 + 11 + texts
    }

    private static func valueStyle(_ chart: ResolvedChart) -> TextStyle {
        chart.type.highlight.with(size: 22 * chart.scale)
    }

    /// Room right of the axis.
    static func room(_ chart: ResolvedChart) -> Double {
        if chart.series.count < 2, chart.spec.bracket == nil { return 0 }
        let bracket = bracketWidth(chart)
        return 18 + nameWidth(chart) + (bracket > 0 ? bracket + 18 : 8)
    }

    private var pitch: Double { 22 * max(chart.scale, 0.9) }

    /// As many as there is height for, the largest, in their order.
    private func named(_ segments: [StackSegment]) -> [StackSegment] {
        let room = max(1, Int((layout.bottom - layout.top - 12) / pitch) + 1)
        guard segments.count > room else { return segments }
        let order = segments.indices.sorted { left, right in
            let (a, b) = (segments[left].end - segments[left].start, segments[right].end - segments[right].start)
            return a == b ? left < right : a > b
        }
        return order.prefix(room).sorted().map { segments[$0] }
    }

    /// How many series of the last column have no name beside it.
    var unnamed: Int {
        guard let column = layout.columns.last(where: { $0.state == nil && !$0.segments.isEmpty }) else { return 0 }
        let used = Set(layout.columns.flatMap { $0.segments.filter { $0.end > $0.start }.map(\.series) })
        let segments = column.segments.filter { used.contains($0.series) }
        return segments.count - named(segments).count
    }

    func items(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard chart.series.count > 1,
            let index = layout.columns.lastIndex(where: { $0.state == nil && !$0.segments.isEmpty })
        else { return [] }
        let column = layout.columns[index]
        let used = Set(layout.columns.flatMap { $0.segments.filter { $0.end > $0.start }.map(\.series) })
        let shown = named(column.segments.filter { used.contains($0.series) })
        let barRight = layout.bands.center(layout.columns.count - 1) + layout.bands.barWidth / 2
        let isLast = index == layout.columns.count - 1
        let middles = shown.map { layout.scale(($0.start + $0.end) / 2) }
        let places = spread(middles, pitch: pitch, within: (layout.top + 6)...(layout.bottom - 6))
        var items: [SceneItem] = []
        for (order, segment) in shown.enumerated() {
            let isThere = isLast && segment.end > segment.start
            items += label(segment.series, barRight, from: isThere ? middles[order] : nil, at: places[order], &placer)
        }
        return items + bracket(column, barRight + 36 + Self.nameWidth(chart), &placer)
    }

    private func label(
        _ series: Int, _ barRight: Double, from middle: Double?, at y: Double, _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        var items: [SceneItem] = []
        if let middle {
            let points = [ScenePoint(barRight + 3, middle), ScenePoint(barRight + 14, y)]
            items.append(.path(ScenePath(points, stroke: SceneStroke(chart.theme.axis, 1))))
        }
        let style = chart.type.segment
        items.append(.rect(Swatch.rect(chart, series, x: barRight + 18, y: y - 6)))
        let name = chart.breaker(style).truncated(chart.series[series].label, limit: Self.nameWidth(chart) + 0.5)
        items.append(
            placer.add(SceneText(name, x: barRight + 36, baseline: y + EmBox.middle * style.size, style: style)))
        return items
    }

    private func bracket(_ column: StackColumn, _ namesRight: Double, _ placer: inout LabelPlacer) -> [SceneItem] {
        guard let bracket = chart.spec.bracket else { return [] }
        let segments = column.segments.filter { bracket.series.contains(chart.series[$0.series].name) }
        guard let start = segments.map(\.start).min(), let end = segments.map(\.end).max() else { return [] }
        let x = namesRight + 67 * min(1, chart.spec.size.width / 1200)
        let (top, bottom) = (layout.scale(end) + 2, layout.scale(start) - 2)
        let points = [ScenePoint(x, top), ScenePoint(x + 9, top), ScenePoint(x + 9, bottom), ScenePoint(x, bottom)]
        let middle = (top + bottom) / 2
        let value = Self.valueStyle(chart)
        return [
            .path(ScenePath(points, stroke: SceneStroke(chart.theme.textSecondary, 1.6))),
            placer.add(SceneText(bracket.label, x: x + 20, baseline: middle - 6, style: chart.type.category)),
            placer.add(SceneText(bracket.value, x: x + 20, baseline: middle - 2 + value.size, style: value)),
        ]
    }
}
