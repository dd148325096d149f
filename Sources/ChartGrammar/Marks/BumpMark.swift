/// Ranks over years: first place on top, a line for each name.
enum BumpMark: Mark {
    static let rule = MarkRule(category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .bump }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        BumpLayout(chart, plot).items()
    }
}

struct BumpLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let x: PointScale
    let top: Double
    let bottom: Double
    /// The lowest place drawn; lines below it leave the picture and are counted.
    let places: Int
    private let nameLimit: Double
    private let alerts: Set<Int>

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        top = plot.top + 44 * chart.scale
        bottom = plot.bottom - 74 * chart.scale
        let lowest = Int(chart.data.compactMap(\.value).max() ?? 1)
        let capacity = max(2, Int((bottom - top) / (24 * max(chart.scale, 0.8))) + 1)
        places = max(1, min(lowest, capacity))
        nameLimit = plot.width * 0.26
        alerts = Set(chart.data.filter(\.facts.isAlert).map(\.series))
        let style = chart.type.label.with(.bold)
        let names = min(chart.series.map { chart.width($0.label, style) }.max() ?? 0, nameLimit)
        x = PointScale(
            count: chart.categories.count, first: plot.left + (chart.isNarrow ? 16 : 40),
            last: max(plot.right - names - 28, plot.left + 60))
    }

    private func y(_ place: Double) -> Double {
        places > 1 ? top + (place - 1) / Double(places - 1) * (bottom - top) : (top + bottom) / 2
    }

    /// Each series' places within the picture, by category.
    private func points(_ rows: [Datum]) -> [LinePoint] {
        let indices = Dictionary(
            chart.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return rows.compactMap { datum -> LinePoint? in
            guard let index = indices[datum.key], let value = datum.value, value >= 1, value <= Double(places) else {
                return nil
            }
            return LinePoint(index: index, x: x(index), y: y(value), datum: datum)
        }.sorted { $0.index < $1.index }
    }

    func items() -> [SceneItem] {
        let step = chart.categories.count > 1 ? x.step : plot.width
        let axis = CategoryAxis(chart: chart, centers: chart.categories.indices.map { x($0) }, step: step)
        let bySeries = chart.dataBySeries
        let order = chart.series.indices.sorted { (strength($0), $0) < (strength($1), $1) }
        let lines = order.map { ($0, points(bySeries[$0])) }
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        // Tied names share a dot: the strongest is drawn last and alone bears the number.
        var taken: Set<ScenePoint> = []
        let dots = lines.reversed().map { line in
            self.dots(line.0, line.1.filter { taken.insert(ScenePoint($0.x, $0.y)).inserted })
        }
        let guide = BreakRule(chart: chart)
        let breaks = guide.places.flatMap { index, label -> [SceneItem] in
            let middle = (x(index - 1) + x(index)) / 2
            let text = guide.labelAbove(label, x: middle, baseline: plot.top + 14 * chart.scale, in: plot, &placer)
            return [guide.line(x: middle, top: top - 22, bottom: bottom + 18)] + [text].compactMap { $0 }
        }
        var isNamed: Set<Int> = []
        let names = lines.reversed().flatMap { series, points -> [SceneItem] in
            let items = name(series, points, among: lines.map(\.1), &placer)
            if !items.isEmpty { isNamed.insert(series) }
            return items
        }
        return [
            .group(name: "axis", axis.items(baseline: bottom + 42 * chart.scale)), .group(name: "breaks", breaks),
            .group(name: "marks", lines.flatMap { strokes($0.0, $0.1) } + dots.flatMap { $0 }),
            .group(name: "labels", names + remainder(lines.count - isNamed.count)),
        ]
    }

    private func strength(_ series: Int) -> Int {
        if alerts.contains(series) { return 2 }
        return chart.series[series].role == .context ? 0 : 1
    }

    private func color(_ series: Int) -> SceneColor {
        strength(series) == 2 ? chart.theme.alert : chart.theme.color(chart.series[series].role)
    }

    private func strokes(_ series: Int, _ points: [LinePoint]) -> [SceneItem] {
        let stroke = SceneStroke(color(series), (strength(series) > 0 ? 4 : 2.2) * chart.markScale, cap: .round)
        return zip(points, points.dropFirst()).compactMap { left, right in
            guard right.index == left.index + 1,
                !chart.hasBreak(between: chart.categories[left.index], and: chart.categories[right.index])
            else { return nil }
            return .path(.line(left.x, left.y, right.x, right.y, stroke))
        }
    }

    /// The place stands in its dot.
    private func dots(_ series: Int, _ points: [LinePoint]) -> [SceneItem] {
        let radius = min(13 * chart.scale, places > 1 ? (bottom - top) / Double(places - 1) * 0.46 : 13)
        let color = color(series)
        let style = chart.type.count.with(.bold, Theme.labelColor(on: color), size: max(12, radius))
        return points.flatMap { point -> [SceneItem] in
            let dot = SceneCircle(
                point.x, point.y, radius: radius, fill: .solid(color), stroke: SceneStroke(chart.theme.background, 1.5))
            return [.circle(dot), .label(shortDecimal(point.datum.value ?? 0), point.x, point.y, .middle, style)]
        }
    }

    /// At the end of its line: right of the plot, or where the line ends if no other passes there.
    private func name(
        _ series: Int, _ points: [LinePoint], among lines: [[LinePoint]], _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        guard let last = points.last else { return [] }
        let hasEnded = last.index < chart.categories.count - 1
        let isStrong = strength(series) > 0
        let style = chart.type.label.with(
            isStrong ? .bold : .regular, strength(series) == 2 ? chart.theme.alert : chart.theme.text)
        let text = chart.breaker(style).truncated(chart.series[series].label, limit: nameLimit)
        let labels = [0, style.size, -style.size].map { shift in
            SceneText(text, x: last.x + 22, baseline: last.y + EmBox.middle * style.size + shift, style: style)
        }
        if hasEnded {
            let box = labels[0].box(chart.measurer)
            let isCrossed = lines.contains { line in
                line.contains { abs($0.y - last.y) < 20 && $0.x > last.x + 1 && $0.x < box.right + 16 }
                    || zip(line, line.dropFirst()).contains { left, right in
                        left.x < box.right && right.x > last.x + 1
                            && min(left.y, right.y) < box.bottom && max(left.y, right.y) > box.top
                    }
            }
            return isCrossed ? [] : [placer.place([labels[0]])].compactMap { $0 }
        }
        return [placer.place(labels)].compactMap { $0 }
    }

    private func remainder(_ left: Int) -> [SceneItem] {
        guard left > 0 else { return [] }
        return [
            .text(
                SceneText(
                    chart.words.moreSeries(left), x: plot.right, baseline: plot.bottom - 7, anchor: .end,
                    style: chart.type.count))
        ]
    }
}
