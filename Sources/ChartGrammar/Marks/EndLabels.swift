/// Names and values at the ends of lines, moved apart, with a leader where one was moved.
struct EndLabels {
    private let layout: LineLayout
    private var chart: ResolvedChart { layout.chart }

    init(_ layout: LineLayout) { self.layout = layout }

    private static func pitch(_ chart: ResolvedChart) -> Double { 25 * max(chart.scale, 0.8) }

    static func isShown(_ layout: LineLayout, _ series: Int) -> Bool {
        layout.chart.series.count == 1
            ? layout.lines[series].last?.index == layout.chart.categories.count - 1
            : !layout.chart.isNarrow && !(layout.rank(series) == 0 && layout.isBanded)
    }

    static func style(_ chart: ResolvedChart, _ series: Int) -> TextStyle {
        let role = chart.series[series].role
        if chart.series.count == 1 { return chart.type.highlight.with(nil, chart.theme.color(role)) }
        if role == .context { return chart.type.segment.with(nil, chart.theme.textSecondary) }
        return chart.type.label.with(.bold, textColor(chart.theme, role))
    }

    /// Text wants 4.5:1; a line colour below that lends its label the text colour.
    private static func textColor(_ theme: Theme, _ role: PaletteRole) -> SceneColor {
        let color = theme.color(role)
        return color.contrast(with: theme.background) >= 4.5 ? color : theme.text
    }

    static func text(_ chart: ResolvedChart, _ series: Int, _ datum: Datum?) -> String {
        let value = datum.map { chart.display($0, chart.spec.encoding.y) } ?? ""
        if chart.series.count == 1 { return value }
        return value.isEmpty ? chart.series[series].label : chart.series[series].label + " " + value
    }

    /// Room the labels need right of the last point.
    static func width(_ chart: ResolvedChart) -> Double {
        if chart.isNarrow && chart.series.count > 1 { return 0 }
        let isBanded = LineBands.isUsed(chart)
        var last: [Int: Datum] = [:]
        for datum in chart.data where datum.value != nil {
            if isBanded, chart.series[datum.series].role == .context { continue }
            if let known = last[datum.series], (known.key.year ?? 0) > (datum.key.year ?? 0) { continue }
            last[datum.series] = datum
        }
        var widths = last.map { chart.width(text(chart, $0.key, $0.value), style(chart, $0.key)) }
        if isBanded {
            // Any of the values is about as wide as their median.
            let value = chart.data.first { $0.value != nil }?.value ?? 0
            widths.append(chart.width(LineBands.label(chart, median: value), chart.type.segment))
        }
        return min(widths.max() ?? 0, chart.spec.size.width * 0.3)
    }

    /// The subject first, then as listed, as many as there is height for.
    func items(_ placer: inout LabelPlacer) -> [SceneItem] {
        let wanted = chart.series.indices.filter { !layout.lines[$0].isEmpty && Self.isShown(layout, $0) }
        let room = max(1, Int((layout.bottom - layout.top) / Self.pitch(chart)) + 1)
        let ranked = wanted.sorted { (-layout.rank($0), $0) < (-layout.rank($1), $1) }
        let atEnd = ranked.filter { layout.lines[$0].last!.x >= layout.x.last }
        let shown = Array(atEnd.prefix(wanted.count > room ? room - 1 : room))
        let targets = shown.map { layout.lines[$0].last!.y }
        let places = spread(targets, pitch: Self.pitch(chart), within: layout.top...layout.bottom)
        var items: [SceneItem] = []
        for (series, y) in zip(shown, places) { items += label(series, y, &placer) }
        let early = ranked.filter { layout.lines[$0].last!.x < layout.x.last }.prefix(room)
        let placed = early.compactMap { earlyLabel($0, &placer) }
        let unnamed = wanted.count - shown.count - placed.count
        return items + placed + (unnamed > 0 ? more(unnamed, &placer) : [])
    }

    private func label(_ series: Int, _ y: Double, _ placer: inout LabelPlacer) -> [SceneItem] {
        let point = layout.lines[series].last!
        let style = Self.style(chart, series)
        let x = layout.x.last + (chart.series.count == 1 ? 12 : 18)
        let text = fitted(series, point.datum, style, layout.plot.right + 2 - x)
        var items: [SceneItem] = []
        if abs(y - point.y) > 3 {
            let stroke = SceneStroke(chart.theme.axis, 1)
            items.append(.path(ScenePath([ScenePoint(point.x + 8, point.y), ScenePoint(x - 4, y)], stroke: stroke)))
        }
        let label = SceneText(text, x: x, baseline: y + EmBox.middle * style.size, style: style)
        items.append(placer.add(label.haloed(chart.theme.background)))
        return items
    }

    /// A long name gives way, never the figure behind it.
    private func fitted(_ series: Int, _ datum: Datum?, _ style: TextStyle, _ limit: Double) -> String {
        let whole = Self.text(chart, series, datum)
        guard chart.series.count > 1, let datum, chart.width(whole, style) > limit + 0.01 else { return whole }
        let value = " " + chart.display(datum, chart.spec.encoding.y)
        let room = limit - chart.width(value, style)
        return chart.breaker(style).truncated(chart.series[series].label, limit: room) + value
    }

    /// A line that ends before the last year is named where it ends.
    private func earlyLabel(_ series: Int, _ placer: inout LabelPlacer) -> SceneItem? {
        let point = layout.lines[series].last!
        let style = Self.style(chart, series)
        let text = Self.text(chart, series, point.datum)
        let places: [(Double, Double, SceneText.Anchor)] = [
            (12, EmBox.middle * style.size, .start), (0, 12 + style.size * 0.8, .middle), (0, -12, .middle),
            (12, 30, .start), (12, -20, .start), (0, 48, .middle), (0, -44, .middle),
        ]
        return placer.place(
            places.map { dx, dy, anchor in
                SceneText(text, x: point.x + dx, baseline: point.y + dy, anchor: anchor, style: style)
                    .haloed(chart.theme.background)
            })
    }

    private func more(_ count: Int, _ placer: inout LabelPlacer) -> [SceneItem] {
        let text = SceneText(
            chart.words.moreSeries(count), x: layout.plot.right, baseline: layout.top - 12, anchor: .end,
            style: chart.type.count)
        return [placer.place([text])].compactMap { $0 }
    }
}
