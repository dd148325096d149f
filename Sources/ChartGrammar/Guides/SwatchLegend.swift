enum Swatch {
    static func rect(_ chart: ResolvedChart, _ series: Int, x: Double, y: Double) -> SceneRect {
        let stroke = chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }
        return SceneRect(
            x: x, y: y, width: 12, height: 12, fill: chart.theme.fill(chart.series[series].role), stroke: stroke)
    }
}

/// Swatches and names in rows above the plot, where there is no room beside it.
struct SwatchLegend {
    private let chart: ResolvedChart
    private let places: [(series: Int, x: Double, row: Int)]
    private let rowHeight: Double

    init(_ chart: ResolvedChart, width: Double) {
        self.chart = chart
        rowHeight = 22 * max(chart.scale, 0.9)
        var (x, row) = (0.0, 0)
        var places: [(series: Int, x: Double, row: Int)] = []
        for series in chart.series.indices where chart.series.count > 1 {
            let needed = 18 + chart.width(chart.series[series].label, chart.type.segment)
            if x > 0, x + needed > width { (x, row) = (0, row + 1) }
            places.append((series, x, row))
            x += needed + 18
        }
        self.places = places
    }

    var height: Double { places.last.map { Double($0.row + 1) * rowHeight } ?? 0 }

    func items(x: Double, y: Double) -> [SceneItem] {
        let style = chart.type.segment
        return places.flatMap { place -> [SceneItem] in
            let middle = y + (Double(place.row) + 0.5) * rowHeight
            let limit = chart.spec.size.width - x - place.x - 18
            let name = chart.breaker(style).truncated(chart.series[place.series].label, limit: limit)
            return [
                .rect(Swatch.rect(chart, place.series, x: x + place.x, y: middle - 6)),
                .text(
                    SceneText(name, x: x + place.x + 18, baseline: middle + EmBox.middle * style.size, style: style)),
            ]
        }
    }
}
