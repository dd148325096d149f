/// The dotted rule between two forms, with what changed beside it.
struct BreakRule {
    let chart: ResolvedChart

    var stroke: SceneStroke { SceneStroke(chart.theme.textMuted, 1.2, dash: [2, 4], cap: .round) }

    /// Breaks of the spec that fall between two of the years drawn, with the index of the category after each.
    var places: [(index: Int, label: String)] {
        chart.categories.indices.dropFirst().compactMap { index in
            guard let left = chart.categories[index - 1].year, let right = chart.categories[index].year else {
                return nil
            }
            let found = chart.spec.breaks.first { $0.after >= left && $0.after < right }
            return found.map { (index, $0.label) }
        }
    }

    func line(x: Double, top: Double, bottom: Double) -> SceneItem {
        .path(.line(x, top, x, bottom, stroke))
    }

    /// Above the plot, centred on the rule, moved inward where it would leave the canvas.
    func labelAbove(_ text: String, x: Double, baseline: Double, in plot: PlotArea, _ placer: inout LabelPlacer)
        -> SceneItem?
    {
        let style = chart.type.count
        let half = chart.width(text, style) / 2
        let middle = min(max(x, plot.left + half), plot.right - half)
        guard !text.isEmpty else { return nil }
        return placer.place([SceneText(text, x: middle, baseline: baseline, anchor: .middle, style: style)])
    }

    /// "2021 年" over "启用新表式": the year, then the rest.
    static func lines(_ label: String) -> [String] {
        guard let place = label.firstIndex(of: "年"), label.index(after: place) < label.endIndex else { return [label] }
        let head = label[...place]
        guard head.first?.isNumber == true else { return [label] }
        return [String(head), LineBreaker.trimmed(String(label[label.index(after: place)...]))]
    }
}
