/// Rows of names, denominators and values with a mark between: what ranked bars and ranked dots have in common.
struct RankedLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let rows: RankedRows
    let axis: ValueAxis
    let axisLeft: Double
    let axisRight: Double
    let top: Double
    let pitch: Double
    /// Right edge of the column of denominators.
    let countRight: Double
    let nameStyle: TextStyle

    var channel: Channel { chart.spec.encoding.x }
    var scale: any ValueScale { axis.scale }
    /// Height of the band's heading in rows: a low row cannot hold it.
    let heading: Double
    var bottom: Double { top + pitch * (Double(rows.ranked.count + rows.small.count) + heading) }
    /// The band of small denominators begins 0.3 of a row below the last ranked one.
    var bandTop: Double { top + pitch * (Double(rows.ranked.count) + (rows.ranked.isEmpty ? 0 : 0.3)) }

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        let factor = chart.scale
        let isTight = chart.spec.size.isPlotOnly
        top = plot.top + (isTight ? 30 : 40) * factor
        let height = plot.bottom - (isTight ? 28 : 46) * factor - top
        var rows = RankedRows(chart)
        // The heading of the band takes two rows at most. Below 20 points a row its text would touch the next; what does not fit is counted, not squeezed.
        let capacity = max(1, Int(height / (20 * max(factor, 0.8))) - (rows.small.isEmpty ? 0 : 2))
        if rows.ranked.count + rows.small.count > capacity { rows.limit(to: capacity - 1) }
        self.rows = rows
        let count = Double(rows.ranked.count + rows.small.count)
        let isLow = height / (count + 1) < 34 * factor
        heading = rows.small.isEmpty ? 0 : isLow ? 1.5 : 1
        pitch = min(height / max(count + heading, 1), 64 * factor)
        nameStyle = chart.type.label.with(size: min(chart.type.label.size, max(12, pitch * 0.62)))
        (axisLeft, axisRight, countRight) = Self.columns(chart, plot, rows, nameStyle)
        axis = Self.axis(chart, rows, from: axisLeft, to: axisRight)
    }

    private static func axis(
        _ chart: ResolvedChart, _ rows: RankedRows, from left: Double, to right: Double
    ) -> ValueAxis {
        let channel = chart.spec.encoding.x
        let shown = rows.ranked + rows.small
        let values =
            shown.compactMap(\.value)
            + shown.compactMap(\.facts.interval).flatMap { [$0.lowerBound, $0.upperBound] }
            + [chart.spec.reference?.value].compactMap { $0 }
        var spec = channel.scale
        // A bar's length is its value: it starts at zero whatever the spec says.
        if chart.spec.mark.kind == .bar { spec.includesZero = true }
        let placed = spec.kind == .log ? values.filter { $0 > 0 } : values
        let scale = spec.scale(covering: chart.extent(of: placed), range: (left, right))
        return ValueAxis(chart: chart, scale: scale, format: channel.format)
    }

    /// Names left, denominators right-aligned behind them, values at the right edge.
    private static func columns(
        _ chart: ResolvedChart, _ plot: PlotArea, _ rows: RankedRows, _ style: TextStyle
    ) -> (axisLeft: Double, axisRight: Double, countRight: Double) {
        let shown = rows.ranked + rows.small
        let counts = chart.spec.mark.showsDenominator ? shown.compactMap(\.facts.n) : []
        let countWidth = counts.map { chart.width(countText($0), chart.type.tick) }.max() ?? 0
        let names = shown.map { chart.width(chart.label($0.key), style.with(.bold)) }.max() ?? 0
        let nameWidth = min(names, plot.width * 0.34)
        let isWide = plot.width >= 800
        var countRight = plot.left + nameWidth
        if countWidth > 0 { countRight = max(countRight + 24 + countWidth, isWide ? plot.left + 152 : 0) }
        let values = shown.map { chart.width(chart.display($0, chart.spec.encoding.x), valueStyle(chart)) }.max() ?? 0
        return (countRight + 14, plot.right - values - (isWide ? 25 : 14), countRight)
    }

    static func countText(_ n: Int) -> String { decimalText(Double(n), places: 0, isGrouped: true) }
    static func valueStyle(_ chart: ResolvedChart) -> TextStyle { chart.type.label.with(.bold) }

    /// Middle of a row; the band's rows come one row later, for its heading.
    func y(_ index: Int, isSmall: Bool) -> Double {
        let row = Double(index) + (isSmall ? Double(rows.ranked.count) + heading : 0)
        return top + (row + 0.5) * pitch
    }

    /// The colour of a row: the exception, the subject, and company; all accent where nobody is singled out.
    func color(_ datum: Datum) -> SceneColor {
        if datum.facts.isAlert { return chart.theme.alert }
        let hasSubject = chart.data.contains { $0.facts.isSubject && !$0.facts.isAlert }
        if let listed = chart.spec.series.first, !hasSubject { return chart.theme.color(listed.role) }
        return datum.facts.isSubject || !hasSubject ? chart.theme.accent : chart.theme.context
    }
}
