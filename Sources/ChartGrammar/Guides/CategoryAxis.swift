/// The labels under columns or points: years in full where there is room, else every second, third ... from the last,
/// and the first. Long names take two lines. All horizontal.
struct CategoryAxis {
    let chart: ResolvedChart
    /// Middle of each category.
    let centers: [Double]
    /// Room for one label.
    let step: Double

    private func style(_ index: Int) -> TextStyle {
        chart.isLatest(index) ? chart.type.latest : chart.type.category
    }

    /// Lines of text of the tallest label: 1 or 2.
    var lineCount: Int { isWrapped ? 2 : 1 }

    /// Of many names some are measured: labels that meet are left out in any case.
    private var widest: Double {
        let every = (chart.categories.count + 499) / 500
        let measured = chart.categories.indices.filter { $0 % max(every, 1) == 0 }
        return measured.map { chart.width(chart.label(chart.categories[$0]), chart.type.latest) }.max() ?? 0
    }

    /// Two lines of less than two characters are no name.
    private var isWrapped: Bool {
        step >= 2 * chart.type.category.size && chart.categories.contains { $0.year == nil } && widest > step - 8
    }

    private var pitch: Double { chart.type.category.size * 1.25 }

    func items(baseline: Double) -> [SceneItem] {
        isWrapped ? wrapped(baseline: baseline) : thinned(baseline: baseline)
    }

    private func thinned(baseline: Double) -> [SceneItem] {
        let every = max(1, Int(((widest + (chart.isNarrow ? 4 : 10)) / max(step, 0.001)).rounded(.up)))
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        let last = chart.categories.count - 1
        let shown = chart.categories.indices.filter { (last - $0) % every == 0 }.reversed() + (every > 1 ? [0] : [])
        return distinct(Array(shown)).compactMap { index in
            placer.place([
                SceneText(
                    chart.label(chart.categories[index]), x: centers[index], baseline: baseline, anchor: .middle,
                    style: style(index))
            ])
        }
    }

    private func wrapped(baseline: Double) -> [SceneItem] {
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        return chart.categories.indices.flatMap { index -> [SceneItem] in
            let style = style(index)
            let breaker = chart.breaker(style)
            let text = chart.label(chart.categories[index])
            var lines = breaker.balancedPair(text, limit: step - 8) ?? breaker.lines(text, limit: step - 8)
            if breaker.width(text) <= step - 8 { lines = [text] }
            if lines.count > 2 { lines = [lines[0], breaker.truncated(lines[1...].joined(), limit: step - 8)] }
            return lines.enumerated().compactMap { row, line in
                placer.place([
                    SceneText(
                        line, x: centers[index], baseline: baseline + Double(row) * pitch, anchor: .middle, style: style
                    )
                ])
            }
        }
    }
}
