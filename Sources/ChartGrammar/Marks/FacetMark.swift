/// Small multiples: a panel with one line for each name, in the order of the rows.
enum FacetMark: Mark {
    static let rule = MarkRule(category: .x, value: .y, series: .facet, categoryKinds: [.temporal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .facet }

    static func scales(_ mark: MarkSpec) -> [ScaleSpec.Kind] { ScaleSpec.Kind.allCases }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        FacetLayout(chart, plot).items()
    }
}

/// Panels in a grid. At most twelve are drawn: more are a heatmap's work.
struct FacetLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let count: Int
    let columns: Int
    private let gutter: (x: Double, y: Double)

    static let mostPanels = 12

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        gutter = (min(46, plot.width * 0.05), 30 * chart.scale)
        // A panel lower than 96 points has no room for a line between its title and its years.
        let panels = min(chart.series.count, Self.mostPanels)
        let fills = plot.width > 1000 && panels > 6 && panels != 9
        let most = fills ? 4 : plot.width > 820 ? 3 : plot.width > 390 ? 2 : 1
        let rowHeight = 96 * max(chart.scale, 0.84) + gutter.y
        let rows = max(1, Int((plot.height + gutter.y) / rowHeight))
        columns = max(1, min(most, chart.series.count))
        count = min(chart.series.count, Self.mostPanels, rows * columns)
    }

    private var rows: Int { (count + columns - 1) / columns }

    private func panel(_ index: Int) -> PlotArea {
        let width = (plot.width - Double(columns - 1) * gutter.x) / Double(columns)
        let floor = count < chart.series.count ? 18 * chart.scale : 0
        let height = (plot.height - floor - Double(rows - 1) * gutter.y - 8) / Double(rows)
        let left = plot.left + Double(index % columns) * (width + gutter.x)
        let top = plot.top + Double(index / columns) * (height + gutter.y)
        return PlotArea(left: left, top: top, right: left + width, bottom: top + min(height, width * 0.9))
    }

    func items() -> [SceneItem] {
        let all = chart.extent(of: chart.data.filter { $0.series < count }.compactMap(\.value))
        let isShared = chart.spec.encoding.y.scale.isShared
        var items: [SceneItem] = (0..<count).map { index in
            let rows = chart.data.filter { $0.series == index }
            let extent = isShared ? all : chart.extent(of: rows.compactMap(\.value))
            return .group(name: "panel", FacetPanel(chart, panel(index), index, rows, extent).items())
        }
        if count < chart.series.count {
            let text = chart.words.moreRows(chart.series.count - count)
            items.append(.text(SceneText(text, x: plot.left, baseline: plot.bottom - 4, style: chart.type.count)))
        }
        return items
    }
}
