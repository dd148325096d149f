/// The column of a slide right of its chart: at most three numbers, one below another, behind a thin rule.
struct SidePanel {
    /// The chart, the gutter with the rule in its middle, and the column.
    static let chartWidth = 820.0
    private static let gutter = 44.0
    private static let inset = 28.0
    static let mostFigures = 3

    let chart: ResolvedChart
    let area: PlotArea

    /// `area` is the room of chart and column together.
    func items() -> [SceneItem] {
        let rule = area.left + Self.chartWidth + Self.gutter
        let (left, limit) = (rule + Self.inset, area.right - rule - Self.inset)
        let blocks = chart.spec.sideFigures.prefix(Self.mostFigures).map { lines($0, limit: limit) }
        let heights = blocks.map { $0.reduce(0) { $0 + $1.leading } }
        let gap = min(34, (area.height - heights.reduce(0, +)) / Double(max(blocks.count, 1)))
        var items: [SceneItem] = [
            .path(.line(rule, area.top, rule, area.bottom - 12, SceneStroke(chart.theme.grid, 1)))
        ]
        var y = area.top + 22
        for block in blocks {
            for line in block {
                y += line.leading
                items.append(.text(SceneText(line.text, x: left, baseline: y, style: line.style)))
            }
            y += gap
        }
        return items
    }

    private struct Line {
        var text: String
        var style: TextStyle
        /// From the baseline before.
        var leading: Double
    }

    private func lines(_ figure: SideFigure, limit: Double) -> [Line] {
        let label = TextStyle(20, .regular, chart.theme.textSecondary)
        let color = figure.isAlert ? chart.theme.alert : chart.theme.text
        var value = TextStyle(44, .bold, color)
        let width = chart.width(figure.value, value)
        if width > limit { value = value.with(size: 44 * limit / width) }
        return text(figure.label, label, limit, first: 26) + [Line(text: figure.value, style: value, leading: 46)]
            + text(figure.note, label, limit, first: 32)
    }

    private func text(_ text: String, _ style: TextStyle, _ limit: Double, first: Double) -> [Line] {
        chart.breaker(style).lines(text, limit: limit).enumerated().map {
            Line(text: $1, style: style, leading: $0 == 0 ? first : 26)
        }
    }
}
