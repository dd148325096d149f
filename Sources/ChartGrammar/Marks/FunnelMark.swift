/// Rates against their denominators, with the limits that chance sets around the pooled rate (Spiegelhalter 2005).
enum FunnelMark: Mark {
    static let rule = MarkRule(category: .detail, value: .y, categoryKinds: [.nominal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .funnel }

    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String] {
        let points = FunnelPoints(chart)
        var notes: [String] = []
        if points.drawnInside.count < points.inside.count {
            notes.append(chart.words.insideThinned(points.drawnInside.count, points.inside.count))
        }
        if points.outside.count > FunnelPoints.mostNames {
            notes.append(chart.words.outsideUnnamed(FunnelPoints.mostNames, points.outside.count))
        }
        return notes
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        FunnelLayout(chart, plot).items()
    }
}

struct FunnelLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let axis: ValueAxis
    let largest: Double
    let axisLeft: Double
    let axisRight: Double
    let top: Double
    let bottom: Double

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        top = plot.top + 14 * chart.scale
        bottom = plot.bottom - 62 * chart.scale
        let limits = chart.spec.limits.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] }
        let extent = chart.extent(of: chart.data.compactMap(\.value) + limits)
        let scale = LinearScale(covering: extent, spec: chart.spec.encoding.y.scale, range: (bottom, top))
        axis = ValueAxis(chart: chart, scale: scale, format: chart.spec.encoding.y.format)
        let found = chart.data.compactMap(\.facts.n).max() ?? 1
        largest = Double(max(found, chart.spec.limits.last?.n ?? 1, 1))
        axisLeft = plot.left + axis.labelWidth + 10
        let words = [chart.words.limits.inner, chart.words.limits.outer, chart.spec.reference?.label ?? ""]
        let room = plot.width < 560 ? 0 : (words.map { chart.width($0, chart.type.latest) }.max() ?? 0) + 10
        axisRight = plot.right - room
    }

    /// Denominators by their square root: the limits are as wide as 1 / sqrt(n).
    private func x(_ n: Double) -> Double { axisLeft + (n / largest).squareRoot() * (axisRight - axisLeft - 8) }
    private func y(_ value: Double) -> Double { axis.scale(value) }

    func items() -> [SceneItem] {
        let grid = axis.vertical(from: axisLeft, to: axisRight, labelEnd: axisLeft - 8)
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        placer.register(grid)
        let counts = countAxis(&placer)
        let ends = endLabels(&placer)
        let (points, labels) = self.points(&placer)
        return [
            .group(name: "band", bands()), .group(name: "axis", grid + counts), .group(name: "limits", curves()),
            .group(name: "marks", points), .group(name: "labels", ends + labels),
        ]
    }

    private func countAxis(_ placer: inout LabelPlacer) -> [SceneItem] {
        let style = chart.type.tick
        let title = chart.words.onSquareRootScale(chart.spec.encoding.x.title ?? "n")
        var items = [
            placer.add(SceneText(title, x: axisRight, baseline: bottom + 47 * chart.scale, anchor: .end, style: style))
        ]
        let ticks =
            [0.0]
            + (0...7).flatMap { power in
                [1.0, 2, 3, 5].map { factor in (0..<power).reduce(factor) { value, _ in value * 10 } }
            }.filter { $0 <= largest }
        var last = Double.infinity
        for tick in ticks.reversed() where last - x(tick) >= 30 * chart.scale {
            last = x(tick)
            let text = decimalText(tick, places: 0, isGrouped: true)
            let label = SceneText(text, x: x(tick), baseline: bottom + 23 * chart.scale, anchor: .middle, style: style)
            guard let item = placer.place([label]) else { continue }
            items += [.path(.line(x(tick), bottom, x(tick), bottom + 5, SceneStroke(chart.theme.axis, 1))), item]
        }
        return items
    }

    private func boundary(_ value: (ControlLimits) -> Double) -> [ScenePoint] {
        chart.spec.limits.map { ScenePoint(x(Double($0.n)), y(value($0))) }
    }

    /// The ground between the two limits, above and below.
    private func bands() -> [SceneItem] {
        guard chart.spec.limits.count > 1 else { return [] }
        let pairs = [
            (boundary(\.outer.upperBound), boundary(\.inner.upperBound)),
            (boundary(\.inner.lowerBound), boundary(\.outer.lowerBound)),
        ]
        return pairs.map { outer, inner in
            .path(ScenePath(outer + inner.reversed(), isClosed: true, fill: .solid(chart.theme.band)))
        }
    }

    private func curves() -> [SceneItem] {
        var items: [SceneItem] = []
        if chart.spec.limits.count > 1 {
            let inner = SceneStroke(chart.theme.textMuted, 1.2, dash: [5, 4])
            let outer = SceneStroke(chart.theme.textMuted, 1.6)
            items += [boundary(\.inner.lowerBound), boundary(\.inner.upperBound)].map {
                .path(ScenePath($0, stroke: inner))
            }
            items += [boundary(\.outer.lowerBound), boundary(\.outer.upperBound)].map {
                .path(ScenePath($0, stroke: outer))
            }
        }
        if let reference = chart.spec.reference {
            let height = y(reference.value)
            items.append(.path(.line(axisLeft, height, axisRight, height, SceneStroke(chart.theme.textSecondary, 1.4))))
        }
        return items
    }

    /// The names of the lines at their right ends.
    private func endLabels(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard axisRight < plot.right - 20, let last = chart.spec.limits.last, let reference = chart.spec.reference
        else {
            return []
        }
        let texts = [
            (chart.words.limits.outer, last.outer.upperBound, chart.type.tick),
            (chart.words.limits.inner, last.inner.upperBound, chart.type.tick),
            (reference.label, reference.value, chart.type.latest),
        ]
        let places = spread(texts.map { y($0.1) }, pitch: 21 * chart.scale, within: top...bottom)
        return zip(texts, places).map { text, place in
            placer.add(
                SceneText(text.0, x: axisRight + 8, baseline: place + EmBox.middle * text.2.size, style: text.2))
        }
    }

    private func points(_ placer: inout LabelPlacer) -> ([SceneItem], [SceneItem]) {
        let all = FunnelPoints(chart)
        let (inside, outside) = (all.drawnInside, all.outside)
        let count = all.inside.count + outside.count
        let radius = (count > 300 ? 3.5 : count > 100 ? 5 : 7) * chart.markScale
        var items: [SceneItem] = inside.map { datum in
            let place = (x(Double(datum.facts.n!)), y(datum.value!))
            let color = datum.facts.isSubject ? chart.theme.accent : chart.theme.color(.accent)
            return .circle(
                datum.isSmall
                    ? SceneCircle(
                        place.0, place.1, radius: radius * 0.9, fill: .solid(chart.theme.background),
                        stroke: SceneStroke(color, 1.8))
                    : SceneCircle(
                        place.0, place.1, radius: radius, fill: .solid(color),
                        stroke: SceneStroke(chart.theme.background, 1.2)))
        }
        var labels: [SceneItem] = []
        // A name covers no point that is named, nor any other where there are few.
        for datum in outside + (count <= 80 ? inside : []) {
            placer.block(x: x(Double(datum.facts.n!)), y: y(datum.value!), radius: 6 * chart.markScale)
        }
        for datum in outside {
            let (left, height) = (x(Double(datum.facts.n!)), y(datum.value!))
            items.append(.path(diamond(left, height, 8 * chart.markScale)))
            if all.named.contains(datum.key) { labels += name(datum, left, height, &placer) }
        }
        return (items, labels)
    }

    private func diamond(_ x: Double, _ y: Double, _ r: Double) -> ScenePath {
        let points = [ScenePoint(x, y - r), ScenePoint(x + r, y), ScenePoint(x, y + r), ScenePoint(x - r, y)]
        return ScenePath(
            points, isClosed: true, fill: .solid(chart.theme.alert), stroke: SceneStroke(chart.theme.background, 1.2))
    }

    private func name(_ datum: Datum, _ x: Double, _ y: Double, _ placer: inout LabelPlacer) -> [SceneItem] {
        let style = chart.type.category.with(.bold, chart.theme.alert)
        let value = " " + chart.display(datum, chart.spec.encoding.y)
        let room = plot.width * 0.4 - chart.width(value, style)
        let text = chart.breaker(style).truncated(chart.label(datum.key), limit: room) + value
        let baseline = y + EmBox.middle * style.size
        let places: [(Double, Double, SceneText.Anchor)] = [
            (14, 0, .start), (-14, 0, .end), (12, 18, .start), (12, -16, .start), (0, -17, .middle), (0, 20, .middle),
        ]
        let labels = places.map { dx, dy, anchor in
            SceneText(text, x: x + dx, baseline: baseline + dy, anchor: anchor, style: style).haloed(
                chart.theme.background)
        }
        return [placer.place(labels)].compactMap { $0 }
    }
}
