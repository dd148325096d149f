/// What came in, and what became of it: stages whose widths are counts and add up on both sides.
enum FlowMark: Mark {
    static let rule = MarkRule(category: .x, value: .y, series: .color, categoryKinds: [.nominal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .flow }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        let layout = FlowLayout(chart, plot)
        return layout.map { $0.items() } ?? [notice(chart, plot)]
    }

    private static func notice(_ chart: ResolvedChart, _ plot: PlotArea) -> SceneItem {
        .text(
            SceneText(
                chart.words.doesNotAddUp, x: (plot.left + plot.right) / 2, baseline: (plot.top + plot.bottom) / 2,
                anchor: .middle, style: chart.type.label.with(nil, chart.theme.textMuted)))
    }
}

/// The first category holds the sources, the second the ends; between them stands their common sum.
struct FlowLayout {
    private struct Node {
        var datum: Datum
        var value: Double
        var top = 0.0
        /// Where its ribbon meets the middle.
        var middleTop = 0.0
        var height = 0.0
    }

    let chart: ResolvedChart
    let plot: PlotArea
    let total: Double
    private let sources: [Node]
    private let ends: [Node]
    private let middle: (x: Double, top: Double, height: Double)
    private let left: Double
    private let right: Double

    private static let nodeWidth = 14.0

    /// Nil when the two sides differ or a figure is missing: then nothing may be drawn.
    init?(_ chart: ResolvedChart, _ plot: PlotArea) {
        guard chart.categories.count == 2, !chart.data.contains(where: { $0.value == nil || $0.value! < 0 }) else {
            return nil
        }
        let sides = chart.categories.map { key in chart.data.filter { $0.key == key } }
        let sums = sides.map { $0.reduce(0) { $0 + ($1.value ?? 0) } }
        guard sums[0] == sums[1], sums[0] > 0 else { return nil }
        self.chart = chart
        self.plot = plot
        total = sums[0]
        let isNarrow = plot.width < 560
        let style = chart.type.label.with(.bold)
        let sourceWidth = sides[0].map { chart.width(chart.series[$0.series].label, style) }.max() ?? 0
        let endWidth = sides[1].map { chart.width(chart.series[$0.series].label, style) }.max() ?? 0
        let numbers = chart.width(chart.spec.encoding.y.format.text(sums[0]), style)
        left = plot.left + min(max(sourceWidth, numbers), plot.width * 0.25) + 18
        right =
            plot.right - min(endWidth, plot.width * 0.3) - numbers - (isNarrow ? 20 : 110 * chart.scale)
            - Self.nodeWidth - 12
        let top = plot.top + 44 * chart.scale
        let height = plot.bottom - 16 * chart.scale - top
        // The gaps between ends: at least a label apart, whatever the ribbons' widths.
        let gap = min(22 * chart.scale, height * 0.4 / Double(max(sides[1].count - 1, 1)))
        let scale = (height - gap * Double(sides[1].count - 1)) / sums[0]
        let middleTop = top + (height - scale * sums[0]) / 2
        middle = ((left + right) / 2, middleTop, scale * sums[0])
        sources = Self.nodes(sides[0], scale, middleTop, gap, center: top + height / 2)
        ends = Self.nodes(sides[1], scale, middleTop, gap, center: top + height / 2)
    }

    private static func nodes(_ data: [Datum], _ scale: Double, _ middleTop: Double, _ gap: Double, center: Double)
        -> [Node]
    {
        let sum = data.reduce(0) { $0 + ($1.value ?? 0) } * scale + gap * Double(max(data.count - 1, 0))
        var (top, middle) = (center - sum / 2, middleTop)
        return data.map { datum in
            let height = (datum.value ?? 0) * scale
            defer { (top, middle) = (top + height + gap, middle + height) }
            return Node(datum: datum, value: datum.value ?? 0, top: top, middleTop: middle, height: height)
        }
    }

    func items() -> [SceneItem] {
        let half = Self.nodeWidth / 2
        let ground = chart.theme.axis.mixed(0.3, with: chart.theme.background)
        let ribbons =
            sources.map { ribbon($0.top, left + half, $0.middleTop, middle.x - half, $0.height, ground) }
            + ends.map {
                ribbon(
                    $0.middleTop, middle.x + half, $0.top, right - half, $0.height,
                    color($0).mixed(chart.theme.background.isDark ? 0.42 : 0.38, with: chart.theme.background))
            }
        let nodes =
            sources.map { node($0, left, .solid(chart.theme.total)) } + ends.map { node($0, right, fill($0)) }
            + [
                .rect(
                    SceneRect(
                        x: middle.x - half, y: middle.top, width: Self.nodeWidth, height: middle.height,
                        fill: .solid(chart.theme.text)))
            ]
        return [
            .group(name: "ribbons", ribbons.compactMap { $0 }), .group(name: "marks", nodes),
            .group(name: "labels", middleLabel() + sourceLabels() + endLabels()),
        ]
    }

    private func isOpen(_ node: Node) -> Bool { chart.series[node.datum.series].role == .carriedForward }

    /// What is still open is no outcome: the grey of the axis, which is seen on every ground.
    private func fill(_ node: Node) -> SceneFill {
        isOpen(node) ? .solid(chart.theme.axis) : chart.theme.fill(chart.series[node.datum.series].role)
    }

    /// Of a ribbon.
    private func color(_ node: Node) -> SceneColor {
        isOpen(node) ? chart.theme.axis : chart.theme.color(chart.series[node.datum.series].role)
    }

    private func node(_ node: Node, _ x: Double, _ fill: SceneFill) -> SceneItem {
        let height = max(node.height, node.value > 0 ? 1 : 0)
        return .rect(
            SceneRect(
                x: x - Self.nodeWidth / 2, y: node.top, width: Self.nodeWidth, height: height, fill: fill,
                stroke: chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }))
    }

    /// A band between two edges of equal height, with level ends: a cubic curve in 24 straight pieces.
    private func ribbon(_ y1: Double, _ x1: Double, _ y2: Double, _ x2: Double, _ height: Double, _ color: SceneColor)
        -> SceneItem?
    {
        guard height > 0 else { return nil }
        let upper = (0...24).map { step -> ScenePoint in
            let t = Double(step) / 24
            let eased = t * t * (3 - 2 * t)
            return ScenePoint(x1 + (x2 - x1) * t, y1 + (y2 - y1) * eased)
        }
        let lower = upper.reversed().map { ScenePoint($0.x, $0.y + height) }
        return .path(ScenePath(upper + lower, isClosed: true, fill: .solid(color)))
    }

    // MARK: Words

    private func number(_ value: Double) -> String { chart.spec.encoding.y.format.text(value) }

    /// Above its node; above all of them where it would lie across the way to the next.
    private func middleLabel() -> [SceneItem] {
        let style = chart.type.label.with(.bold)
        let text = chart.words.handled + " " + number(total)
        let isWide = chart.width(text, style) > (right - left) / 2
        let tops = isWide ? (sources + ends).map(\.top) : []
        return [
            .text(
                SceneText(
                    text, x: middle.x, baseline: (tops + [middle.top]).min()! - 10, anchor: .middle, style: style
                ).haloed(chart.theme.background))
        ]
    }

    private func sourceLabels() -> [SceneItem] {
        let style = chart.type.label
        let pitch = style.size * 2.9
        let places = spread(
            sources.map { $0.top + $0.height / 2 }, pitch: pitch,
            within: (plot.top + pitch / 2)...(plot.bottom - pitch / 2))
        let x = left - Self.nodeWidth / 2 - 8
        return zip(sources, places).flatMap { node, y -> [SceneItem] in
            let name = chart.breaker(style).truncated(chart.series[node.datum.series].label, limit: x - plot.left)
            return [
                .label(name, x, y - style.size * 0.68, .end, style),
                .label(number(node.value), x, y + style.size * 0.68, .end, style.with(.bold)),
            ]
        }
    }

    private func endLabels() -> [SceneItem] {
        let style = chart.type.label
        let pitch = 24 * max(chart.scale, 0.8)
        let places = spread(
            ends.map { $0.top + $0.height / 2 }, pitch: pitch, within: (plot.top + 26)...(plot.bottom - 8))
        let resolved = ends.filter { !isOpen($0) }.reduce(0) { $0 + $1.value }
        let showsShare = plot.width >= 560 && resolved > 0
        let shareWidth = max(80 * chart.scale, chart.width(chart.words.shareOfResolved, chart.type.tick) + 14)
        let numberRight = showsShare ? plot.right - shareWidth : plot.right
        let x = right + Self.nodeWidth / 2 + 10
        var items: [SceneItem] = []
        if showsShare {
            let top = plot.top + 6 * chart.scale
            items.append(.label(chart.words.shareOfResolved, plot.right, top, .end, chart.type.tick))
            if let unit = chart.spec.encoding.y.title {
                items.append(.label(unit, numberRight, top, .end, chart.type.tick))
            }
        }
        for (node, y) in zip(ends, places) {
            let width = chart.width(number(node.value), style.with(.bold))
            let name = chart.breaker(style).truncated(
                chart.series[node.datum.series].label, limit: numberRight - width - 10 - x)
            items += [
                .label(name, x, y, .start, style), .label(number(node.value), numberRight, y, .end, style.with(.bold)),
            ]
            guard showsShare else { continue }
            let share = isOpen(node) ? "—" : decimalText(node.value / resolved * 100, places: 1) + "%"
            items.append(.label(share, plot.right, y, .end, chart.type.category))
        }
        return items
    }
}
