/// A heatmap: organs by years, coloured by classes with printed bounds; every state without a value looks different.
enum CellMark: Mark {
    static let rule = MarkRule(
        category: .x, value: .color, row: .y, categoryKinds: [.temporal, .ordinal, .nominal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .cell }

    static func notes(_ chart: ResolvedChart, in plot: PlotArea) -> [String] {
        let layout = CellLayout(chart, plot)
        let rows = layout.left > 0 ? [chart.words.rowsShown(layout.rows.count, layout.left)] : []
        let count = layout.columns.count
        let columns = chart.categories.count - count
        guard columns > 0 else { return rows }
        return rows + [chart.words.columnsShown(count, columns, areLast: chart.areYears)]
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        CellLayout(chart, plot).items()
    }
}

/// Columns and rows of a heatmap fitted into the plot.
struct CellLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let colors: ThresholdColorScale
    let legend: CellLegend
    let top: Double
    let rows: [String]
    let left: Int
    let rowPitch: Double
    let columnPitch: Double
    let nameRight: Double
    /// Left edge of each column.
    let columns: [Double]
    let breaks: [(index: Int, label: String)]

    static let gap = 2.0
    private static let breakGap = 10.0
    /// Narrower columns would be all gap.
    private static let leastPitch = 5.0

    var channel: Channel { chart.spec.encoding.color! }
    var bottom: Double { top + rowPitch * Double(rows.count) - Self.gap }
    var cellWidth: Double { columnPitch - Self.gap }
    var cellHeight: Double { rowPitch - Self.gap }
    /// Text shrinks with the rows, down to 12 points.
    var textSize: Double {
        let share = chart.spec.size.isSlide ? 0.48 : 0.36
        return max(min(14 * max(chart.scale, 0.86), rowPitch * share), 12)
    }

    init(_ all: ResolvedChart, _ plot: PlotArea) {
        var chart = all
        self.plot = plot
        let factor = chart.scale
        let channel = chart.spec.encoding.color!
        colors = Self.colors(chart, channel)
        legend = CellLegend(chart, colors)
        let isWide = plot.width >= 700
        top = plot.top + 33 * factor + (isWide ? 0 : legend.rowsHeight(plot.width))
        let height = plot.bottom - (chart.spec.size.isPlotOnly ? 2 : 19) * factor - top
        let capacity = max(1, Int(height / 20))
        // One row's height is kept free for the words that count the rest.
        rows = Self.kept(chart, chart.rowNames.count > capacity ? capacity - 1 : capacity)
        left = chart.rowNames.count - rows.count
        rowPitch = min((height - (left > 0 ? chart.type.count.size * 1.2 + 4 : 0)) / Double(max(rows.count, 1)), 46)
        let nameStyle = chart.type.label.with(.bold, size: 15.5 * factor)
        let names = rows.map { chart.width($0, nameStyle) }.max() ?? 0
        let nameWidth = max(min(names, plot.width * (chart.isNarrow ? 0.35 : 0.3)), plot.width >= 1000 ? 178 : 0)
        nameRight = plot.left + nameWidth
        let start = nameRight + 12
        let end = isWide ? plot.right - CellLegend.width : plot.right
        chart.keepColumns(Int((end - start) / Self.leastPitch))
        self.chart = chart
        breaks = BreakRule(chart: chart).places
        let count = Double(chart.categories.count)
        let room = end - start - Double(breaks.count) * Self.breakGap + Self.gap
        let pitch = min(room / max(count, 1), 160)
        columnPitch = pitch
        let breakIndices = breaks.map(\.index)
        columns = chart.categories.indices.map { index in
            start + Double(index) * pitch + Double(breakIndices.count { $0 <= index }) * Self.breakGap
        }
    }

    static func colors(_ chart: ResolvedChart, _ channel: Channel) -> ThresholdColorScale {
        let palette = chart.theme.sequential
        if !channel.scale.breaks.isEmpty { return ThresholdColorScale(breaks: channel.scale.breaks, palette: palette) }
        return ThresholdColorScale(covering: chart.extent(of: chart.data.compactMap(\.value)), palette: palette)
    }

    /// The first rows that fit, and in any case those of the subject and the exception.
    private static func kept(_ chart: ResolvedChart, _ count: Int) -> [String] {
        guard chart.rowNames.count > count else { return chart.rowNames }
        let must = Set(chart.data.filter { $0.facts.isSubject || $0.facts.isAlert }.map(\.rowName))
        var free = count - min(must.count, count)
        return Array(
            chart.rowNames.filter { name in
                if must.contains(name) { return true }
                free -= 1
                return free >= 0
            }.prefix(max(count, 1)))
    }

    func y(_ row: Int) -> Double { top + Double(row) * rowPitch }

    func items() -> [SceneItem] {
        let rowIndices = Dictionary(rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let columnIndices = Dictionary(
            chart.categories.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var cells: [SceneItem] = []
        var rings: [SceneItem] = []
        for datum in chart.data {
            guard let row = rowIndices[datum.rowName], let column = columnIndices[datum.key] else { continue }
            cells += cell(datum, x: columns[column], y: y(row))
            if datum.facts.isAlert { rings.append(ring(x: columns[column], y: y(row))) }
        }
        let legendItems =
            plot.width >= 700
            ? legend.column(x: columns.last.map { $0 + cellWidth + 35 } ?? plot.left, top: top + 3, bottom: plot.bottom)
            : legend.rows(x: plot.left, y: plot.top, width: plot.width)
        return [
            .group(name: "axis", heads() + names()), .group(name: "breaks", breakRules()),
            .group(name: "marks", cells + rings), .group(name: "legend", legendItems),
        ]
    }

    private func heads() -> [SceneItem] {
        let centers = columns.map { $0 + cellWidth / 2 }
        return CategoryAxis(chart: chart, centers: centers, step: columnPitch).items(baseline: top - 13)
    }

    private func names() -> [SceneItem] {
        let subjects = Set(chart.data.filter(\.facts.isSubject).map(\.rowName))
        var items: [SceneItem] = rows.enumerated().map { index, name in
            let size = min(15.5 * chart.scale, max(12, rowPitch * 0.6))
            let style = chart.type.label.with(subjects.contains(name) ? .bold : .regular, size: size)
            let text = chart.breaker(style).truncated(name, limit: nameRight - plot.left + 0.5)
            let baseline = y(index) + cellHeight / 2 + EmBox.middle * size
            return .text(SceneText(text, x: nameRight, baseline: baseline, anchor: .end, style: style))
        }
        // The notes say it where there are any.
        if left > 0, chart.spec.size.isPlotOnly {
            let words = chart.words.moreRows(left)
            let style = chart.type.count
            items.append(
                .text(SceneText(words, x: plot.left, baseline: bottom + 4 + style.size * EmBox.ascent, style: style)))
        }
        return items
    }

    private func breakRules() -> [SceneItem] {
        breaks.map { index, _ in
            let x = columns[index] - (Self.breakGap + Self.gap) / 2
            return BreakRule(chart: chart).line(x: x, top: top - 9, bottom: bottom + 2)
        }
    }
}

extension ResolvedChart {
    /// Whether the categories are years.
    var areYears: Bool { categories.first?.year != nil }

    /// The latest years, or the first names, that there is room for.
    fileprivate mutating func keepColumns(_ count: Int) {
        guard categories.count > max(count, 1) else { return }
        categories = Array(areYears ? categories.suffix(max(count, 1)) : categories.prefix(max(count, 1)))
    }
}
