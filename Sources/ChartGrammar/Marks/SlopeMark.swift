/// Two years side by side, a line for each name between them.
enum SlopeMark: Mark {
    static let rule = MarkRule(category: .x, value: .y, series: .color, categoryKinds: [.temporal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .slope }

    static func scales(_ mark: MarkSpec) -> [ScaleSpec.Kind] { ScaleSpec.Kind.allCases }

    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String] {
        let lines = chart.series.count
        return lines > SlopeLayout.mostLines ? [chart.words.linesThinned(SlopeLayout.mostLines, lines)] : []
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        SlopeLayout(chart, plot).items()
    }
}

/// Two axes, the names and values beside them, and a column of differences.
struct SlopeLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let pairs: [ValuePair]
    let scale: any ValueScale
    let left: Double
    let right: Double
    /// Start of the column of differences; nil where there is no room for it.
    let changeLeft: Double?
    private let nameLimit: Double
    private let isNarrow: Bool

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        pairs = PairTransform.pairs(chart)
        let style = chart.type.label.with(.bold)
        let values = chart.data.map { chart.width(chart.display($0, chart.spec.encoding.y), style) }.max() ?? 0
        let changes = pairs.map { chart.width(Self.changeText(chart, $0), chart.type.category) }.max() ?? 0
        let widest = chart.series.map { chart.width($0.label, style) }.max() ?? 0
        // The column of differences goes first, then the names at the left, where there is no room for all.
        let limit = plot.width * (plot.width < 560 ? 0.3 : 0.2)
        let names = min(widest, limit)
        nameLimit = limit
        let side = names + values + 8 + 22
        let isNarrow = plot.width < 560 || 2 * side + 28 + changes + 100 > plot.width
        self.isNarrow = isNarrow
        let needed = 2 * side + (isNarrow ? 0 : 28 + changes)
        let apart = max(60, min(370 * max(1, plot.width / 1104), plot.width - needed))
        let spare = max(0, plot.width - needed - apart)
        left = plot.left + spare / 2 + (isNarrow ? 22 + values : side)
        right = isNarrow ? plot.right - side : left + apart
        changeLeft = isNarrow ? nil : right + side + 28
        let (top, bottom) = (plot.top + 62 * chart.scale, plot.bottom - 24 * chart.scale)
        var spec = chart.spec.encoding.y.scale
        spec.includesZero = false
        // The ends lie on the data: the axes have no ticks that would want round numbers.
        let extent = chart.extent(of: pairs.flatMap { [$0.before?.value, $0.after?.value].compactMap { $0 } })
        if spec.domain == nil, extent.upperBound > extent.lowerBound { spec.domain = extent }
        scale = spec.scale(covering: extent, range: (bottom, top))
    }

    static func changeText(_ chart: ResolvedChart, _ pair: ValuePair) -> String {
        guard let change = pair.change else { return chart.absence(pair) }
        let format = chart.spec.encoding.y.format
        return chart.signed(change, format) + (format.tickSuffix == "%" ? " " + chart.words.points : "")
    }

    func items() -> [SceneItem] {
        let order = pairs.sorted { (rank($0), $0.series) < (rank($1), $1.series) }
        let lines = Self.thinned(order).flatMap(line)
        return [
            .group(name: "axis", axes()), .group(name: "marks", lines),
            .group(name: "labels", labels(isLeft: true) + labels(isLeft: false)),
        ]
    }

    private func axes() -> [SceneItem] {
        let keys = [chart.categories.first, chart.categories.last].compactMap { $0 }
        let stroke = SceneStroke(chart.theme.axis, 1.2)
        let top = plot.top + 30 * chart.scale
        return zip(keys.count == 2 && keys[0] != keys[1] ? [left, right] : [right], keys).flatMap { x, key in
            [
                SceneItem.path(.line(x, top, x, plot.bottom - 8, stroke)),
                .text(
                    SceneText(
                        chart.label(key), x: x, baseline: plot.top + 17 * chart.scale, anchor: .middle,
                        style: chart.type.label.with(.bold))),
            ]
        }
    }

    /// More lines would be one blot: about so many, evenly chosen, the strong ones (the last) among them.
    static let mostLines = 1_000

    private static func thinned(_ pairs: [ValuePair]) -> [ValuePair] {
        guard pairs.count > mostLines else { return pairs }
        let every = (pairs.count + mostLines - 1) / mostLines
        return pairs.indices.filter { $0 % every == 0 || pairs[$0].isAlert || pairs[$0].isSubject }.map { pairs[$0] }
    }

    private func rank(_ pair: ValuePair) -> Int { pair.isAlert ? 2 : isStrong(pair) ? 1 : 0 }
    private func isStrong(_ pair: ValuePair) -> Bool { pair.isAlert || pair.isSubject || pairs.count == 1 }

    private func color(_ pair: ValuePair) -> SceneColor {
        pair.isAlert ? chart.theme.alert : isStrong(pair) ? chart.theme.accent : chart.theme.context
    }

    private func line(_ pair: ValuePair) -> [SceneItem] {
        let color = color(pair)
        var items: [SceneItem] = []
        if pair.change != nil, let before = pair.before?.value, let after = pair.after?.value {
            let stroke = SceneStroke(
                color, (isStrong(pair) ? 4 : 2.2) * chart.markScale, dash: pair.isSmall ? [6, 4] : [])
            items.append(.path(.line(left, scale(before), right, scale(after), stroke)))
        }
        for (datum, x) in [(pair.before, left), (pair.after, right)] {
            guard let datum, let value = datum.value else { continue }
            let ground = chart.theme.background
            items.append(
                .circle(
                    datum.isSmall
                        ? SceneCircle(x, scale(value), radius: 6, fill: .solid(ground), stroke: SceneStroke(color, 2.4))
                        : SceneCircle(
                            x, scale(value), radius: 6.5, fill: .solid(color), stroke: SceneStroke(ground, 1.5))))
        }
        return items
    }

    /// Names and values of one side, moved apart; of more than fit, the strong ones and those with the largest values.
    private func labels(isLeft: Bool) -> [SceneItem] {
        let pitch = 25 * max(chart.scale, 0.8)
        let (top, bottom) = (plot.top + 44 * chart.scale, plot.bottom - 14)
        let room = max(1, Int((bottom - top) / pitch) + 1)
        let known = pairs.filter { (isLeft ? $0.before : $0.after)?.value != nil }
        let wanted = known.sorted { (-rank($0), $0.series) < (-rank($1), $1.series) }
        let shown = Array(wanted.prefix(wanted.count > room ? room - 1 : room))
        let targets = shown.map { scale((isLeft ? $0.before : $0.after)!.value!) }
        let places = spread(targets, pitch: pitch, within: top...bottom)
        var items = zip(shown, zip(targets, places)).flatMap { label($0, from: $1.0, at: $1.1, isLeft: isLeft) }
        if shown.count < known.count, !isLeft {
            let text = chart.words.moreSeries(known.count - shown.count)
            items.append(
                .text(SceneText(text, x: plot.left, baseline: plot.bottom - 4, style: chart.type.count)))
        }
        return items
    }

    private func label(_ pair: ValuePair, from point: Double, at y: Double, isLeft: Bool) -> [SceneItem] {
        let datum = (isLeft ? pair.before : pair.after)!
        let ink = pair.isAlert ? chart.theme.alert : isStrong(pair) ? chart.theme.accent : chart.theme.text
        let style = chart.type.label.with(isStrong(pair) ? .bold : .regular, ink)
        let name = chart.breaker(style).truncated(pair.name, limit: nameLimit)
        let value = chart.display(datum, chart.spec.encoding.y.bare)
        let text = isLeft ? (isNarrow ? value : name + " " + value) : value + " " + name
        let x = isLeft ? left - 20 : right + 20
        var items: [SceneItem] = [.label(text, x, y, isLeft ? .end : .start, style)]
        if abs(y - point) > 3 {
            let side = isLeft ? -1.0 : 1
            let start = ScenePoint((isLeft ? left : right) + 8 * side, point)
            items.append(
                .path(ScenePath([start, ScenePoint(x - 3 * side, y)], stroke: SceneStroke(chart.theme.axis, 1))))
        }
        if !isLeft, let changeLeft {
            items.append(
                .label(
                    Self.changeText(chart, pair), changeLeft, y, .start,
                    chart.type.category.with(nil, pair.isAlert ? ink : chart.theme.textMuted)))
        }
        return items
    }
}
