/// Gridlines, tick labels and the axis line of the quantitative side.
struct ValueAxis {
    let chart: ResolvedChart
    let scale: LinearScale
    let format: NumberFormat

    func text(_ tick: Double) -> String {
        let text = decimalText(tick, places: max(scale.decimals, 0), isGrouped: format.isGrouped)
        return tick == scale.ticks.last ? text + format.tickSuffix : text
    }

    var labelWidth: Double { scale.ticks.map { chart.width(text($0), chart.type.tick) }.max() ?? 0 }

    /// The one axis line stands at zero, or at the lower end of a scale without it.
    private var axisTick: Double { scale.domain.contains(0) ? 0 : scale.domain.lowerBound }

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
        stretches.flatMap { stretch in
            scale.ticks.map { tick in
                .path(.line(scale(tick), stretch.top, scale(tick), stretch.bottom, stroke(tick)))
            }
        }
    }

    func horizontalLabels(baseline: Double) -> [SceneItem] {
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        // The ends first: between them every label that fits.
        let ticks = scale.ticks
        let order = ticks.isEmpty ? [] : [ticks.last!] + ticks.dropLast()
        return order.compactMap { tick in
            placer.place([
                SceneText(text(tick), x: scale(tick), baseline: baseline, anchor: .middle, style: chart.type.tick)
            ])
        }
    }
}

extension ResolvedChart {
    var canvas: PlotArea { PlotArea(left: 0, top: 0, right: spec.size.width, bottom: spec.size.height) }

    /// Said in the notes of a line chart whose axis leaves 0 out.
    var axisNote: String? {
        guard spec.mark.kind == .line, !spec.encoding.y.scale.includesZero else { return nil }
        let lowest = spec.encoding.y.scale.domain?.lowerBound ?? data.compactMap(\.value).min() ?? 0
        return lowest > 0 ? words.axisNotFromZero : nil
    }

    /// From the smallest to the largest value, intervals included; nil without values.
    func extent(of values: [Double]) -> ClosedRange<Double> {
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        return low...high
    }
}
