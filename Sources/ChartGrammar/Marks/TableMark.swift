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
    let cells: [String: [Int: [Int: Datum]]]

    var latest: Int { chart.categories.count - 1 }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        top = plot.top + 34 * chart.scale
        let height = plot.bottom - 12 * chart.scale - top
        let capacity = max(1, Int(height / (24 * max(chart.scale, 0.84))))
        rows = Array(chart.rowNames.prefix(chart.rowNames.count > capacity ? capacity - 1 : capacity))
        left = chart.rowNames.count - rows.count
        pitch = min(height / Double(max(rows.count + (left > 0 ? 1 : 0), 1)), 44 * chart.scale)
        let indices = Dictionary(
            chart.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var cells: [String: [Int: [Int: Datum]]] = [:]
        for datum in chart.data {
            if let year = indices[datum.key] {
                cells[datum.rowName, default: [:]][datum.series, default: [:]][year] = datum
            }
        }
        self.cells = cells
        let names = rows.map { chart.width($0, chart.type.label.with(.bold)) }.max() ?? 0
        nameWidth = min(names, plot.width * 0.28)
        columns = Self.placed(Self.columns(chart, cells, isWide: plot.width >= 900), chart, plot, nameWidth)
    }

    /// The first measure with its bar and its years, the others with their change alone.
    private static func columns(_ chart: ResolvedChart, _ cells: [String: [Int: [Int: Datum]]], isWide: Bool)
        -> [Column]
    {
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
                columns.append(
                    Column(kind: .spark, series: 0, head: head, width: max(100, chart.width(head, chart.type.category)))
                )
            }
            if data.contains(where: { $0.facts.n != nil }), isWide {
                columns.append(
                    Column(kind: .count, series: index, head: "n", width: chart.width("10,000", chart.type.tick)))
            }
            return columns
        }
    }

    /// As many columns as fit, spread over the width.
    private static func placed(_ columns: [Column], _ chart: ResolvedChart, _ plot: PlotArea, _ nameWidth: Double)
        -> [Column]
    {
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

    static func text(_ datum: Datum?, _ chart: ResolvedChart) -> String {
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
            items.append(
                .label(
                    chart.words.moreRows(left), plot.left, top + (Double(rows.count) + 0.5) * pitch, .start,
                    chart.type.count))
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
}
