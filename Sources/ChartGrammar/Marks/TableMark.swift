/// A table with a bar, the change on the year before and the years as a small line: one row a name, one block of
/// columns for each measure.
enum TableMark: Mark {
    static let rule = MarkRule(
        category: .x, value: .text, row: .y, series: .color, categoryKinds: [.temporal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .table }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        TableLayout(chart, plot).items()
    }
}

struct TableLayout {
    struct Column {
        enum Kind { case bar, value, change, spark, count }

        var kind: Kind
        var series: Int
        var head: String
        /// Right edge, and left edge where something is drawn.
        var right = 0.0
        var width: Double
    }

    let chart: ResolvedChart
    let plot: PlotArea
    let rows: [String]
    let left: Int
    let columns: [Column]
    let nameWidth: Double
    let top: Double
    let pitch: Double
    private let cells: [String: [Int: [Int: Datum]]]

    private var latest: Int { chart.categories.count - 1 }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        top = plot.top + 34 * chart.scale
        let height = plot.bottom - 12 * chart.scale - top
        let capacity = max(1, Int(height / (24 * max(chart.scale, 0.84))))
        rows = Array(chart.rowNames.prefix(chart.rowNames.count > capacity ? capacity - 1 : capacity))
        left = chart.rowNames.count - rows.count
        pitch = min(height / Double(max(rows.count + (left > 0 ? 1 : 0), 1)), 44 * chart.scale)
        let indices = Dictionary(chart.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var cells: [String: [Int: [Int: Datum]]] = [:]
        for datum in chart.data { if let year = indices[datum.key] { cells[datum.rowName, default: [:]][datum.series, default: [:]][year] = datum } }
        self.cells = cells
        let names = rows.map { chart.width($0, chart.type.label.with(.bold)) }.max() ?? 0
        nameWidth = min(names, plot.width * 0.28)
        columns = Self.placed(Self.columns(chart, cells, isWide: plot.width >= 900), chart, plot, nameWidth)
    }

    /// The first measure with its bar and its years, the others with their change alone.
    private static func columns(_ chart: ResolvedChart, _ cells: [String: [Int: [Int: Datum]]], isWide: Bool) -> [Column] {
        let years = chart.categories.compactMap { chart.words.year($0.year ?? 0, isShort: true) }
        return chart.series.indices.flatMap { index -> [Column] in
            let label = chart.series[index].label
            let data = chart.data.filter { $0.series == index }
            let value = data.map { chart.width(text($0, chart), chart.type.label.with(.bold)) }.max() ?? 0
            let head = chart.width(label, chart.type.category)
            var columns = [Column(kind: .value, series: index, head: label, width: max(value, head))]
            if index == 0, isWide { columns.insert(Column(kind: .bar, series: 0, head: "", width: 96), at: 0) }
            guard chart.categories.count > 1 else { return columns }
            if isWide || index == 0 {
                let texts = cells.values.compactMap { $0[index].flatMap { change($0, chart) } } + ["+10.0"]
                let widest = texts.map { chart.width($0, chart.type.label.with(.bold)) }.max() ?? 0
                let width = max(chart.width(chart.words.change, chart.type.category), widest)
                columns.append(Column(kind: .change, series: index, head: chart.words.change, width: width))
            }
            if index == 0, isWide {
                let head = (years.first ?? "") + chart.words.range + (years.last ?? "")
                columns.append(Column(kind: .spark, series: 0, head: head, width: max(100, chart.width(head, chart.type.category))))
            }
            if data.contains(where: { $0.facts.n != nil }), isWide {
                columns.append(Column(kind: .count, series: index, head: "n", width: chart.width("10,000", chart.type.tick)))
            }
            return columns
        }
    }

    /// As many columns as fit, spread over the width.
    private static func placed(_ columns: [Column], _ chart: ResolvedChart, _ plot: PlotArea, _ nameWidth: Double) -> [Column] {
        var kept = columns
        let room = plot.width - nameWidth
        while kept.count > 1, kept.reduce(0, { $0 + $1.width + 18 }) > room { kept.removeLast() }
        let used = kept.reduce(0) { $0 + $1.width }
        let gap = min((room - used) / Double(kept.count), 90)
        var x = plot.left + nameWidth + (room - used - gap * Double(kept.count))
        for index in kept.indices {
            x += gap + kept[index].width
            kept[index].right = x
        }
        return kept
    }

    private static func text(_ datum: Datum?, _ chart: ResolvedChart) -> String {
        guard let datum else { return "—" }
        if datum.value == nil { return datum.facts.stateText ?? chart.words.state(datum.state) ?? "—" }
        return chart.display(datum, chart.spec.encoding.text!)
    }

    func items() -> [SceneItem] {
        var items: [SceneItem] = [.group(name: "head", head())]
        for (index, name) in rows.enumerated() {
            let y = top + (Double(index) + 0.5) * pitch
            items.append(.group(name: "row", row(name, y)))
            let stroke = index + 1 == rows.count ? SceneStroke(chart.theme.text, 1.6) : SceneStroke(chart.theme.grid, 1)
            items.append(.path(.line(plot.left, y + pitch / 2, plot.right, y + pitch / 2, stroke)))
        }
        if left > 0 {
            items.append(.label(chart.words.moreRows(left), plot.left, top + (Double(rows.count) + 0.5) * pitch, .start, chart.type.count))
        }
        return items
    }

    private func head() -> [SceneItem] {
        let labels = columns.filter { !$0.head.isEmpty }.map { column in
            SceneItem.text(
                SceneText(column.head, x: column.right, baseline: top - 11, anchor: .end, style: chart.type.category))
        }
        return labels + [.path(.line(plot.left, top, plot.right, top, SceneStroke(chart.theme.text, 1.6)))]
    }

    private func row(_ name: String, _ y: Double) -> [SceneItem] {
        let data = cells[name] ?? [:]
        let all = data.values.flatMap(\.values)
        let isAlert = all.contains { $0.facts.isAlert }
        let isStrong = isAlert || all.contains { $0.facts.isSubject }
        let size = min(chart.type.label.size, max(12, pitch * 0.6))
        let style = chart.type.label.with(isStrong ? .bold : .regular, size: size)
        let text = chart.breaker(style).truncated(name, limit: nameWidth + 0.5)
        return [.label(text, plot.left, y, .start, style)]
            + columns.flatMap { cell($0, data[$0.series] ?? [:], y, style, isAlert) }
    }

    private func cell(_ column: Column, _ years: [Int: Datum], _ y: Double, _ style: TextStyle, _ isAlert: Bool) -> [SceneItem] {
        let now = years[latest]
        let color = isAlert ? chart.theme.alert : chart.theme.accent
        switch column.kind {
        case .value:
            let ink = now?.value == nil ? chart.theme.textMuted : chart.theme.text
            let text = chart.breaker(style).truncated(Self.text(now, chart), limit: column.width + 1)
            return [.label(text, column.right, y, .end, style.with(now?.value == nil ? .regular : .bold, ink))]
        case .count:
            guard let n = now?.facts.n else { return [] }
            let muted = style.with(.regular, chart.theme.textMuted, size: min(style.size, chart.type.tick.size))
            return [.label(RankedLayout.countText(n), column.right, y, .end, muted)]
        case .change:
            guard let text = Self.change(years, chart) else { return [.label("—", column.right, y, .end, style.with(nil, chart.theme.textMuted))] }
            return [.label(text, column.right, y, .end, style)]
        case .bar:
            let most = rows.compactMap { cells[$0]?[0]?[latest]?.value }.max() ?? 0
            guard let value = now?.value, most > 0, value > 0 else { return [] }
            let width = max(column.width * value / most, 0.6)
            let height = min(18, pitch * 0.5)
            return [.rect(SceneRect(x: column.right - column.width, y: y - height / 2, width: width, height: height, fill: .solid(color)))]
        case .spark: return spark(column, years, y, color)
        }
    }

    /// Counts change in per cent, rates in points.
    private static func change(_ years: [Int: Datum], _ chart: ResolvedChart) -> String? {
        let latest = chart.categories.count - 1
        guard latest > 0, let now = years[latest]?.value, let before = years[latest - 1]?.value,
            !chart.hasBreak(between: chart.categories[latest - 1], and: chart.categories[latest])
        else { return nil }
        if years[latest]?.facts.n != nil { return chart.signed(now - before, NumberFormat(decimals: 1)) }
        guard before > 0 else { return nil }
        return chart.signed((now - before) / before * 100, NumberFormat(decimals: 1)) + "%"
    }

    private func spark(_ column: Column, _ years: [Int: Datum], _ y: Double, _ color: SceneColor) -> [SceneItem] {
        let height = pitch * 0.56
        let extent = chart.extent(of: years.values.compactMap(\.value))
        let scale = LinearScale(covering: extent, spec: ScaleSpec(domain: extent.upperBound > extent.lowerBound ? extent : nil), range: (y + height / 2, y - height / 2))
        let x = PointScale(count: chart.categories.count, first: column.right - column.width + 4, last: column.right - 6)
        let points = chart.categories.indices.compactMap { index in years[index]?.value.map { (index, ScenePoint(x(index), scale($0))) } }
        var items: [SceneItem] = zip(points, points.dropFirst()).compactMap { left, right in
            guard right.0 == left.0 + 1, !chart.hasBreak(between: chart.categories[left.0], and: chart.categories[right.0]) else { return nil }
            return .path(ScenePath([left.1, right.1], stroke: SceneStroke(color, 1.8, cap: .round)))
        }
        if let last = points.last, last.0 == latest { items.append(.circle(SceneCircle(last.1.x, last.1.y, radius: 3.2, fill: .solid(color)))) }
        return items
    }
}
