enum Swatch {
    static func rect(_ chart: ResolvedChart, _ series: Int, x: Double, y: Double) -> SceneRect {
        let stroke = chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }
        return SceneRect(
            x: x, y: y, width: 12, height: 12, fill: chart.theme.fill(chart.series[series].role), stroke: stroke)
    }
}

/// Swatches and names in rows above the plot, where there is no room beside it.
struct SwatchLegend {
    private struct Entry {
        var series: Int
        var label: String
        var x: Double
        var row: Int
    }

    private let chart: ResolvedChart
    private let entries: [Entry]
    private let rowHeight: Double

    init(_ chart: ResolvedChart, width: Double) {
        self.chart = chart
        rowHeight = 22 * max(chart.scale, 0.9)
        var (x, row) = (0.0, 0)
        entries = Self.names(chart).map { series, label in
            let needed = 18 + chart.width(label, chart.type.segment)
            if x > 0, x + needed > width { (x, row) = (0, row + 1) }
            defer { x += needed + 18 }
            return Entry(series: series, label: label, x: x, row: row)
        }
    }

    /// Grey company is one entry: its lines are not told apart by colour.
    private static func names(_ chart: ResolvedChart) -> [(series: Int, label: String)] {
        guard chart.series.count > 1 else { return [] }
        let context = chart.series.indices.filter { chart.series[$0].role == .context }
        var names = chart.series.indices.filter { context.count < 2 || !context.contains($0) }.map {
            (series: $0, label: chart.series[$0].label)
        }
        if context.count > 1 { names.append((context[0], chart.words.others(context.count))) }
        return names
    }

    var height: Double { entries.last.map { Double($0.row + 1) * rowHeight } ?? 0 }

    func items(x: Double, y: Double) -> [SceneItem] {
        let style = chart.type.segment
        return entries.flatMap { entry -> [SceneItem] in
            let middle = y + (Double(entry.row) + 0.5) * rowHeight
            let limit = chart.spec.size.width - x - entry.x - 18
            let name = chart.breaker(style).truncated(entry.label, limit: limit)
            return [
                .rect(Swatch.rect(chart, entry.series, x: x + entry.x, y: middle - 6)),
                .text(
                    SceneText(name, x: x + entry.x + 18, baseline: middle + EmBox.middle * style.size, style: style)),
            ]
        }
    }
}
