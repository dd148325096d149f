/// Rows of a chart of changes fitted into the plot: names, bars on an axis of signed ticks, columns of figures.
struct ChangeLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let rows: [ChangeRow]
    let left: Int
    let scale: LinearScale
    let axisLeft: Double
    let axisRight: Double
    let top: Double
    let pitch: Double
    /// Right edges of the columns of figures, with their heads and texts.
    let columns: [(x: Double, head: String, text: (ChangeRow) -> String)]
    private let nameWidth: Double

    var isWaterfall: Bool { chart.spec.mark.kind == .waterfall }
    var format: NumberFormat { chart.spec.encoding.x.format }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        top = plot.top + 42 * chart.scale
        let height = plot.bottom - 16 * chart.scale - top
        let capacity = max(3, Int(height / (24 * max(chart.scale, 0.8))))
        let found = ChangeRows.rows(chart, limit: capacity)
        (rows, left) = (found.rows, found.left)
        let pitch = min(height / Double(max(rows.count, 1)), 64 * chart.scale)
        self.pitch = pitch
        let style = chart.type.label.with(.bold)
        let names = rows.map { chart.width($0.name, style) }.max() ?? 0
        nameWidth = min(names, plot.width * 0.3)
        let label = rows.compactMap(\.change).map {
            chart.width(chart.signed($0, chart.spec.encoding.x.format), chart.type.value)
        }
        columns = Self.columns(chart, plot, found.rows, room: plot.width - nameWidth - 2 * (label.max() ?? 0) - 160)
        axisLeft = plot.left + nameWidth + 20
        var columnsLeft: Double?
        if let first = columns.first {
            columnsLeft =
                first.x - max(chart.width(first.head, chart.type.tick), Self.widest(chart, found.rows, first.text))
        }
        axisRight = (columnsLeft ?? plot.right + 20) - 28
        scale = Self.scale(chart, rows, axisLeft, axisRight)
    }

    private static func widest(_ chart: ResolvedChart, _ rows: [ChangeRow], _ text: (ChangeRow) -> String) -> Double {
        rows.map { chart.width(text($0), chart.type.label.with(.bold)) }.max() ?? 0
    }

    /// The axis leaves room for the labels beyond the ends of the bars.
    private static func scale(
        _ chart: ResolvedChart, _ rows: [ChangeRow], _ left: Double, _ right: Double
    ) -> LinearScale {
        let steps = rows.compactMap { row in row.change.map { (row.start, row.start + $0) } }
        let ends = steps.map(\.0) + steps.map(\.1) + [0]
        let format = chart.spec.encoding.x.format
        let label = rows.compactMap(\.change).map { chart.width(chart.signed($0, format), chart.type.value) }.max() ?? 0
        let hasNegative = rows.contains { ($0.change ?? 0) < 0 }
        let range = (start: left + (hasNegative ? label + 10 : 0), end: max(right - label - 10, left + 40))
        var spec = chart.spec.encoding.x.scale
        spec.includesZero = true
        return LinearScale(covering: chart.extent(of: ends), spec: spec, range: range)
    }

    private static func columns(
        _ chart: ResolvedChart, _ plot: PlotArea, _ rows: [ChangeRow], room: Double
    ) -> [(x: Double, head: String, text: (ChangeRow) -> String)] {
        guard plot.width >= 700, let first = chart.categories.first, let last = chart.categories.last else { return [] }
        let format = chart.spec.encoding.x.format
        let number: (Double?) -> String = { $0.map(format.labelText) ?? "—" }
        var texts: [(String, (ChangeRow) -> String)] = [
            (chart.label(first), { number($0.before) }), (chart.label(last), { number($0.after) }),
        ]
        let total = rows.first { $0.kind == .total }?.before ?? 0
        if chart.spec.mark.kind == .waterfall, total > 0 {
            let points = NumberFormat(decimals: 1)
            texts.append(
                (chart.words.contribution, { $0.change.map { chart.signed($0 / total * 100, points) } ?? "—" }))
        }
        var x = plot.right
        var columns: [(x: Double, head: String, text: (ChangeRow) -> String)] = []
        for (head, text) in texts.reversed() {
            columns.insert((x, head, text), at: 0)
            x -= max(chart.width(head, chart.type.tick), widest(chart, rows, text)) + 28
        }
        // All or none: figures without their head, or a head without its year, would mislead.
        return plot.right - x <= room ? columns : []
    }

    private func y(_ index: Int) -> Double { top + (Double(index) + 0.5) * pitch }

    func items() -> [SceneItem] {
        let bottom = top + pitch * Double(rows.count)
        var items: [SceneItem] = [.group(name: "axis", axis(bottom) + heads())]
        for (index, row) in rows.enumerated() {
            items.append(.group(name: "row", self.row(row, y(index)) + connector(index)))
            if row.kind == .total {
                let y = top + pitch * Double(index)
                items.append(.path(.line(plot.left, y, plot.right, y, SceneStroke(chart.theme.text, 1.2))))
            }
        }
        if left > 0 {
            items.append(
                .text(
                    SceneText(
                        chart.words.moreRows(left), x: plot.left, baseline: plot.bottom - 2, style: chart.type.count)))
        }
        return items
    }

    private func axis(_ bottom: Double) -> [SceneItem] {
        let style = chart.type.tick
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        placer.register(heads())
        return scale.ticks.flatMap { tick -> [SceneItem] in
            let isZero = abs(tick) < scale.step / 2
            let stroke = isZero ? SceneStroke(chart.theme.axis, 1.2) : SceneStroke(chart.theme.grid, 1)
            var format = NumberFormat(decimals: scale.decimals, isGrouped: format.isGrouped)
            format.suffix = ""
            let text = isZero ? "0" : chart.signed(tick, format)
            let label = SceneText(text, x: scale(tick), baseline: top - 13 * chart.scale, anchor: .middle, style: style)
            return [SceneItem.path(.line(scale(tick), top - 4, scale(tick), bottom, stroke))]
                + [placer.place([label])].compactMap { $0 }
        }
    }

    private func heads() -> [SceneItem] {
        columns.map {
            .text(
                SceneText($0.head, x: $0.x, baseline: top - 13 * chart.scale, anchor: .end, style: chart.type.tick))
        }
    }

    private func color(_ row: ChangeRow) -> SceneColor {
        switch row.kind {
        case .total: chart.theme.total
        case .rest: chart.theme.context
        case .part: (row.change ?? 0) < 0 ? chart.theme.decrease : chart.theme.increase
        }
    }

    private func row(_ row: ChangeRow, _ y: Double) -> [SceneItem] {
        let isStrong = row.isAlert || row.isSubject || row.kind == .total
        let size = min(chart.type.label.size, max(12, pitch * 0.6))
        let style = chart.type.label.with(isStrong ? .bold : .regular, size: size)
        var items = name(row.name, y, style)
        guard let change = row.change else {
            let muted = style.with(.regular, chart.theme.textMuted)
            let limit = (columns.isEmpty ? plot.right : axisRight) - axisLeft - 8
            let words = chart.breaker(muted).truncated(row.words, limit: limit)
            return items + [
                .text(
                    SceneText(words, x: axisLeft + 8, baseline: y + EmBox.middle * size, style: muted).haloed(
                        chart.theme.background))
            ]
                + figures(row, y, style)
        }
        let (start, end) = (scale(row.start), scale(row.start + change))
        let height = min(pitch * 0.6, 34)
        items.append(
            .rect(
                SceneRect(
                    x: min(start, end), y: y - height / 2, width: max(abs(end - start), 0), height: height,
                    fill: .solid(color(row)), stroke: chart.theme.segmentOutline.map { SceneStroke($0, 0.8) })))
        let isLeft = change < 0 && !isWaterfall
        let x = isLeft ? min(start, end) - 8 : max(start, end) + 8
        let value = chart.type.label.with(.bold, isStrong && row.isAlert ? color(row) : chart.theme.text, size: size)
        items.append(
            .text(
                SceneText(
                    chart.signed(change, format), x: x, baseline: y + EmBox.middle * size,
                    anchor: isLeft ? .end : .start, style: value
                ).haloed(chart.theme.background)))
        return items + figures(row, y, style)
    }

    /// On two lines where it is long and there is room.
    private func name(_ name: String, _ y: Double, _ style: TextStyle) -> [SceneItem] {
        let (breaker, leading) = (chart.breaker(style), style.size * 1.2)
        let lines = breaker.lines(name, limit: nameWidth + 0.5)
        guard lines.count == 2, pitch >= 2 * leading, lines.allSatisfy({ breaker.width($0) <= nameWidth + 0.5 }) else {
            return [.label(breaker.truncated(name, limit: nameWidth + 0.5), plot.left, y, .start, style)]
        }
        return lines.enumerated().map {
            .label($1, plot.left, y + (Double($0) - 0.5) * leading, .start, style)
        }
    }

    private func figures(_ row: ChangeRow, _ y: Double, _ style: TextStyle) -> [SceneItem] {
        columns.map { .label($0.text(row), $0.x, y, .end, style.with(nil, chart.theme.textSecondary)) }
    }

    /// From the end of a step to the row below.
    private func connector(_ index: Int) -> [SceneItem] {
        guard isWaterfall, index + 1 < rows.count, let change = rows[index].change, rows[index + 1].change != nil
        else { return [] }
        let x = scale(rows[index].start + change)
        let half = min(pitch * 0.6, 34) / 2
        return [
            .path(
                .line(x, y(index) + half, x, y(index + 1) - half, SceneStroke(chart.theme.textMuted, 1, dash: [2, 3])))
        ]
    }
}
