/// Horizontal bars, one row a name.
enum RankedBarMark: Mark {
    static let rule = MarkRule(category: .y, value: .x, categoryKinds: [.nominal, .ordinal, .temporal])

    static func draws(_ mark: MarkSpec) -> Bool {
        mark.kind == .bar && mark.orientation == .horizontal && mark.stack == .none
    }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        let layout = RankedLayout(chart, plot)
        let height = min(layout.pitch * 0.6, 28)
        return layout.items { datum, y, isSmall in
            guard let value = datum.value else { return [] }
            let (zero, end) = (layout.scale(0), layout.scale(value))
            let color = isSmall ? chart.theme.textMuted : layout.color(datum)
            var rect = SceneRect(
                x: min(zero, end), y: y - height / 2, width: abs(end - zero), height: height, fill: .solid(color))
            if isSmall || datum.state == .derived || datum.state == .assumedZero {
                rect.fill = .solid(chart.theme.background)
                rect.stroke = SceneStroke(color, 1.4, dash: datum.state == .derived ? [4, 3] : [])
            }
            return [.rect(rect)]
        }
    }
}

/// A dot and its interval, one row a name.
enum RankedPointMark: Mark {
    static let rule = MarkRule(category: .y, value: .x, categoryKinds: [.nominal, .ordinal, .temporal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .point && mark.orientation == .horizontal }

    static func scales(_ mark: MarkSpec) -> [ScaleSpec.Kind] { ScaleSpec.Kind.allCases }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        let layout = RankedLayout(chart, plot)
        let factor = min(1, layout.pitch / 26) * chart.markScale
        return layout.items { datum, y, isSmall in
            guard let value = datum.value else { return [] }
            let color = isSmall ? chart.theme.textMuted : layout.color(datum)
            var items: [SceneItem] = []
            if let interval = datum.facts.interval {
                let stroke = SceneStroke(color, (isSmall ? 2.4 : 5) * factor, cap: .round)
                items.append(
                    .path(.line(layout.scale(interval.lowerBound), y, layout.scale(interval.upperBound), y, stroke)))
            }
            let x = layout.scale(value)
            let ground = chart.theme.background
            items.append(
                .circle(
                    isSmall
                        ? SceneCircle(x, y, radius: 6.5 * factor, fill: .solid(ground), stroke: SceneStroke(color, 2.4))
                        : SceneCircle(x, y, radius: 8 * factor, fill: .solid(color), stroke: SceneStroke(ground, 1.5))))
            return items
        }
    }
}
