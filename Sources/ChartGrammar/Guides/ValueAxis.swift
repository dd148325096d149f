/// Gridlines, tick labels and the axis line of the quantitative side.
struct ValueAxis {
    let chart: ResolvedChart
    let scale: any ValueScale
    let format: NumberFormat

    /// `isLast`: the last label shown carries the unit.
    private func text(_ tick: Double, isLast: Bool) -> String {
        let text = decimalText(tick, places: scale.decimals(of: tick), isGrouped: format.isGrouped)
        return isLast ? text + format.tickSuffix : text
    }

    private func text(_ tick: Double) -> String { text(tick, isLast: tick == scale.ticks.last) }

    var labelWidth: Double { scale.ticks.map { chart.width(text($0), chart.type.tick) }.max() ?? 0 }

    /// The one axis line stands at zero, or at the lower end of a scale without it.
    private var axisTick: Double { scale.domain.contains(0) ? 0 : scale.domain.lowerBound }

    /// Unequal steps are marked with ticks.
    private var isUneven: Bool { !(scale is LinearScale) }

    private func stroke(_ tick: Double) -> SceneStroke {
        tick == axisTick ? SceneStroke(chart.theme.axis, 1.2) : SceneStroke(chart.theme.grid, 1)
    }

    /// Horizontal gridlines from `left` to `right`, labels right-aligned left of them.
    func vertical(from left: Double, to right: Double, labelEnd: Double) -> [SceneItem] {
        let style = chart.type.tick
        var items: [SceneItem] = []
        for tick in scale.ticks {
            let y = scale(tick)
            items.append(.path(.line(left, y, right, y, stroke(tick))))
            if isUneven { items.append(.path(.line(left - 5, y, left, y, SceneStroke(chart.theme.axis, 1)))) }
            items.append(
                .text(
                    SceneText(
                        text(tick), x: labelEnd, baseline: y + EmBox.middle * style.size, anchor: .end, style: style)))
        }
        if !scale.ticks.contains(axisTick) {
            items.append(.path(.line(left, scale(axisTick), right, scale(axisTick), stroke(axisTick))))
        }
        return items
    }

    /// Vertical gridlines over stretches of the height; no labels.
    func horizontalGrid(_ stretches: [(top: Double, bottom: Double)]) -> [SceneItem] {
        let lines: [SceneItem] = stretches.flatMap { stretch in
            scale.ticks.map { tick in
                .path(.line(scale(tick), stretch.top, scale(tick), stretch.bottom, stroke(tick)))
            }
        }
        guard isUneven, let foot = stretches.last?.bottom else { return lines }
        let ink = SceneStroke(chart.theme.axis, 1)
        return lines + scale.ticks.map { .path(.line(scale($0), foot, scale($0), foot + 5, ink)) }
    }

    /// Every label, or every second, third ... from zero, whichever first leaves 8 points between them.
    func horizontalLabels(baseline: Double) -> [SceneItem] {
        let ticks = scale.ticks
        let zero = ticks.firstIndex(of: axisTick) ?? 0
        for every in 1...max(ticks.count, 1) {
            let shown = ticks.indices.filter { ($0 - zero) % every == 0 }.map { ticks[$0] }
            let labels = shown.map { tick in
                SceneText(
                    text(tick, isLast: tick == shown.last), x: scale(tick), baseline: baseline, anchor: .middle,
                    style: chart.type.tick)
            }
            let boxes = labels.map { $0.box(chart.measurer) }
            let isInside = boxes.allSatisfy { $0.isInside(width: chart.canvas.right, height: chart.canvas.bottom) }
            if isInside, zip(boxes, boxes.dropFirst()).allSatisfy({ $1.left - $0.right >= 8 }) {
                return labels.map { .text($0) }
            }
        }
        return []
    }
}

extension ResolvedChart {
    var canvas: PlotArea { PlotArea(left: 0, top: 0, right: spec.size.width, bottom: spec.size.height) }

    /// From the smallest to the largest value, intervals included; nil without values.
    func extent(of values: [Double]) -> ClosedRange<Double> {
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        return low...high
    }
}
