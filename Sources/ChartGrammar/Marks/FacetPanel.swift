/// One panel: name, line, first and last year, and what is missing.
struct FacetPanel {
    let chart: ResolvedChart
    let area: PlotArea
    let series: Int
    let rows: [Datum]
    let scale: any ValueScale
    let x: PointScale
    let top: Double
    let bottom: Double
    private let indices: [CategoryKey: Int]

    init(_ chart: ResolvedChart, _ area: PlotArea, _ series: Int, _ rows: [Datum], _ extent: ClosedRange<Double>) {
        self.chart = chart
        self.area = area
        self.series = series
        self.rows = rows
        top = area.top + 46 * chart.scale
        bottom = area.bottom - 22 * chart.scale
        var spec = chart.spec.encoding.y.scale
        spec.includesZero = true
        scale = spec.scale(covering: extent, range: (bottom, top))
        let format = chart.spec.encoding.y
        let label = rows.map { chart.width(chart.display($0, format), chart.type.label.with(.bold)) }.max() ?? 0
        x = PointScale(
            count: chart.categories.count, first: area.left + 12, last: max(area.right - label - 14, area.left + 30))
        indices = Dictionary(chart.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private var isAlert: Bool { rows.contains { $0.facts.isAlert } }
    private var color: SceneColor { isAlert ? chart.theme.alert : chart.theme.accent }

    private var points: [LinePoint] {
        rows.compactMap { datum in
            guard let index = indices[datum.key], let value = datum.value else { return nil }
            return LinePoint(index: index, x: x(index), y: scale(value), datum: datum)
        }.sorted { $0.index < $1.index }
    }

    func items() -> [SceneItem] {
        var placer = LabelPlacer(chart, bounds: area)
        let axis = axis(&placer)
        return [
            .group(name: "axis", [title(&placer)] + change(&placer) + axis), .group(name: "states", states(&placer)),
            .group(name: "marks", line()), .group(name: "labels", labels(&placer)),
        ]
    }

    private func title(_ placer: inout LabelPlacer) -> SceneItem {
        let style = chart.type.label.with(.bold, isAlert ? chart.theme.alert : nil)
        let text = chart.breaker(style).truncated(chart.series[series].label, limit: area.width)
        return placer.add(SceneText(text, x: area.left, baseline: area.top + 16 * chart.scale, style: style))
    }

    /// Right of the name: what the latest year is compared with the one before.
    private func change(_ placer: inout LabelPlacer) -> [SceneItem] {
        let all = chart.categories
        guard chart.spec.mark.showsChange, all.count > 1, let now = all.last, let year = now.year,
            all[all.count - 2].year == year - 1, !chart.hasBreak(between: all[all.count - 2], and: now)
        else { return [] }
        let pair = [all[all.count - 2], now].map { key in rows.first { $0.key == key } }
        guard let before = pair[0], let after = pair[1], !before.isSmall, !after.isSmall, let old = before.value,
            let new = after.value
        else { return [] }
        let isRate = chart.spec.encoding.y.format.tickSuffix == "%"
        guard isRate || old > 0 else { return [] }
        let number = chart.signed(isRate ? new - old : 100 * (new - old) / old, NumberFormat(decimals: 1))
        let text = chart.words.onLastYear(number + (isRate ? " " + chart.words.points : "%"))
        let style = chart.type.count
        let label = SceneText(
            text, x: area.right, baseline: area.top + 16 * chart.scale, anchor: .end, style: style)
        return [placer.place([label])].compactMap { $0 }
    }

    private func axis(_ placer: inout LabelPlacer) -> [SceneItem] {
        let zero = scale(max(scale.domain.lowerBound, min(0, scale.domain.upperBound)))
        var items: [SceneItem] = [
            .path(.line(area.left, zero, area.right, zero, SceneStroke(chart.theme.axis, 1.2)))
        ]
        for place in BreakRule(chart: chart).places {
            let middle = (x(place.index - 1) + x(place.index)) / 2
            items.append(BreakRule(chart: chart).line(x: middle, top: top - 10, bottom: bottom))
        }
        let last = chart.categories.count - 1
        let style = chart.type.count
        for (index, anchor) in [(last, SceneText.Anchor.middle), (0, .start)] where index >= 0 {
            let text = chart.words.year(chart.categories[index].year ?? 0, isShort: true)
            let words = chart.categories[index].year == nil ? chart.label(chart.categories[index]) : text
            let label = SceneText(
                words, x: anchor == .start ? area.left : x(index), baseline: area.bottom - 4, anchor: anchor,
                style: style)
            items += [placer.place([label])].compactMap { $0 }
        }
        return items
    }

    private func states(_ placer: inout LabelPlacer) -> [SceneItem] {
        let width = min(24, max(x.step * 0.6, 5))
        return rows.flatMap { datum -> [SceneItem] in
            guard datum.value == nil, let index = indices[datum.key], datum.state != .notAsked,
                datum.state != .notEstablished
            else { return [] }
            let isQuiet = datum.state == .noRequests
            let band = SceneRect(
                x: x(index) - width / 2, y: top, width: width, height: bottom - top,
                fill: isQuiet ? .solid(chart.theme.band) : .hatch(chart.theme.absenceHatch))
            let words = datum.facts.stateText ?? chart.words.state(datum.state) ?? ""
            let labels = [words, chart.words.shortState(datum.state) ?? ""].map {
                SceneText($0, x: x(index), baseline: area.bottom - 4, anchor: .middle, style: chart.type.count)
            }
            return [.rect(band)] + [placer.place(labels)].compactMap { $0 }
        }
    }

    private func line() -> [SceneItem] {
        let points = points
        let stroke = SceneStroke(color, 2.6 * chart.markScale, cap: .round)
        let ground = SceneStroke(chart.theme.background, 1.2)
        let strokes = zip(points, points.dropFirst()).compactMap { left, right -> SceneItem? in
            guard right.index == left.index + 1,
                !chart.hasBreak(between: chart.categories[left.index], and: chart.categories[right.index])
            else { return nil }
            return .path(.line(left.x, left.y, right.x, right.y, stroke))
        }
        let dots = points.map { point -> SceneItem in
            let radius = (point.index == chart.categories.count - 1 ? 5.5 : 3.4) * chart.markScale
            let hollow = SceneStroke(color, 1.8)
            return .circle(
                point.datum.isSmall
                    ? SceneCircle(
                        point.x, point.y, radius: radius, fill: .solid(chart.theme.background), stroke: hollow)
                    : SceneCircle(point.x, point.y, radius: radius, fill: .solid(color), stroke: ground))
        }
        return strokes + dots
    }

    /// The last value beside its point; the first and the highest above theirs.
    private func labels(_ placer: inout LabelPlacer) -> [SceneItem] {
        let points = points
        guard let last = points.last else { return [] }
        for point in points { placer.block(x: point.x, y: point.y, radius: 3) }
        let channel = chart.spec.encoding.y
        let strong = chart.type.label.with(.bold, color)
        let end = SceneText(
            chart.display(last.datum, channel), x: last.x + 9, baseline: last.y + EmBox.middle * strong.size,
            style: strong)
        var items = [placer.place([end.haloed(chart.theme.background)])].compactMap { $0 }
        let highest = points.min { $0.y < $1.y }
        let others = distinct([points.first?.index, highest?.index].compactMap { $0 }).filter { $0 != last.index }
        for point in points where others.contains(point.index) {
            let text = chart.display(point.datum, channel.bare)
            let style = chart.type.count.with(nil, chart.theme.textSecondary)
            let half = chart.width(text, style) / 2
            let middle = max(point.x, area.left + half)
            let label = SceneText(text, x: middle, baseline: point.y - 9, anchor: .middle, style: style)
            items += [placer.place([label.haloed(chart.theme.background)])].compactMap { $0 }
        }
        return items
    }
}
