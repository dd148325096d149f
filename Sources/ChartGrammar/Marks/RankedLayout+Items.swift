extension RankedLayout {
    /// Everything but the marks, which `mark` draws for a row at its height.
    func items(mark: (Datum, Double, Bool) -> [SceneItem]) -> [SceneItem] {
        var placer = LabelPlacer(chart, bounds: chart.canvas)
        var items: [SceneItem] = []
        if !rows.small.isEmpty { items += band(&placer) }
        items.append(.group(name: "axis", grid() + axis.horizontalLabels(baseline: bottom + 23 * chart.scale)))
        items += head(&placer)
        let reference = referenceLine(&placer)
        let isBar = chart.spec.mark.kind == .bar
        // A dot covers the line; a bar is crossed by it.
        if !isBar { items += reference }
        for (rank, rows) in [rows.ranked, rows.small].enumerated() {
            for (index, datum) in rows.enumerated() {
                let y = y(index, isSmall: rank == 1)
                items.append(.group(name: "row", row(datum, y, isSmall: rank == 1, mark)))
            }
        }
        return items + (isBar ? reference : []) + remainder()
    }

    /// Height of the heading of the band: gridlines begin below it.
    private var bandGridTop: Double { bandTop + (heading - 0.36) * pitch }

    private func grid() -> [SceneItem] {
        guard !rows.small.isEmpty else { return axis.horizontalGrid([(top, bottom)]) }
        let upper = rows.ranked.isEmpty ? [] : [(top: top, bottom: bandTop)]
        return axis.horizontalGrid(upper + [(top: bandGridTop, bottom: bottom)])
    }

    private func band(_ placer: inout LabelPlacer) -> [SceneItem] {
        let overhang = chart.spec.size.isPlotOnly ? 0.0 : 10.0
        let style = chart.type.note.with(.bold, chart.theme.textSecondary, size: max(chart.type.note.size, 12) * 1.04)
        let words = chart.words.notRanked(chart.spec.smallDenominator ?? 0)
        return [
            .rect(
                SceneRect(
                    x: plot.left - overhang, y: bandTop, width: plot.width + 2 * overhang, height: bottom - bandTop,
                    fill: .solid(chart.theme.band))),
            placer.add(
                SceneText(words, x: plot.left, baseline: bandTop + max(min(0.33 * pitch, 20), style.size), style: style)
            ),
        ]
    }

    private func head(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard chart.spec.mark.showsDenominator, (rows.ranked + rows.small).contains(where: { $0.facts.n != nil })
        else { return [] }
        return [
            placer.add(
                SceneText("n", x: countRight, baseline: top - 14 * chart.scale, anchor: .end, style: chart.type.tick))
        ]
    }

    private func referenceLine(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard let reference = chart.spec.reference else { return [] }
        let x = scale(reference.value)
        let stroke = SceneStroke(chart.theme.textSecondary, 1.4, dash: [6, 4])
        var items: [SceneItem] = [.path(.line(x, top - 6, x, rows.small.isEmpty ? bottom : bandTop, stroke))]
        if !rows.small.isEmpty { items.append(.path(.line(x, bandGridTop, x, bottom, stroke))) }
        let half = chart.width(reference.label, chart.type.latest) / 2
        let middle = min(max(x, countRight + 8 + half), plot.right - half)
        let label = SceneText(
            reference.label, x: middle, baseline: top - 14 * chart.scale, anchor: .middle, style: chart.type.latest)
        return items + [placer.place([label])].compactMap { $0 }
    }

    private func row(
        _ datum: Datum, _ y: Double, isSmall: Bool, _ mark: (Datum, Double, Bool) -> [SceneItem]
    ) -> [SceneItem] {
        let isStrong = datum.facts.isSubject || datum.facts.isAlert
        var items = name(datum, y, isStrong ? .bold : .regular)
        if chart.spec.mark.showsDenominator, let n = datum.facts.n {
            let style = chart.type.tick.with(size: min(chart.type.tick.size, nameStyle.size))
            items.append(text(Self.countText(n), countRight, y, .end, style))
        }
        if datum.value == nil {
            items += absence(datum, y)
        } else {
            items += mark(datum, y, isSmall)
        }
        let color = datum.facts.isAlert ? chart.theme.alert : isStrong ? self.color(datum) : chart.theme.text
        let style = nameStyle.with(isStrong ? .bold : .regular, color)
        items.append(text(chart.display(datum, channel), plot.right, y, .end, style))
        return items
    }

    private func text(
        _ string: String, _ x: Double, _ y: Double, _ anchor: SceneText.Anchor, _ style: TextStyle
    ) -> SceneItem {
        .text(SceneText(string, x: x, baseline: y + EmBox.middle * style.size, anchor: anchor, style: style))
    }

    /// One line, or as many as the row holds; only then is a name cut, with an ellipsis.
    private func name(_ datum: Datum, _ y: Double, _ weight: FontWeight) -> [SceneItem] {
        let style = nameStyle.with(weight)
        let breaker = chart.breaker(style)
        let limit = plot.width * 0.34 + 0.5
        var lines = breaker.lines(chart.label(datum.key), limit: limit)
        let lineHeight = style.size * 1.25
        let room = max(1, Int(pitch / lineHeight))
        if lines.count > room {
            lines = lines.prefix(room - 1) + [breaker.truncated(lines[(room - 1)...].joined(), limit: limit)]
        }
        return lines.enumerated().map { index, line in
            text(line, plot.left, y + (Double(index) - Double(lines.count - 1) / 2) * lineHeight, .start, style)
        }
    }

    private func absence(_ datum: Datum, _ y: Double) -> [SceneItem] {
        let words = datum.facts.stateText ?? chart.words.state(datum.state) ?? ""
        if words.isEmpty { return [] }
        let style = nameStyle.with(.regular, chart.theme.textMuted, size: max(12, nameStyle.size * 0.9))
        let height = min(pitch * 0.6, 28)
        let width = chart.width(words, style) + 16
        var items: [SceneItem] = []
        if datum.state == .missing || datum.state == .doubtful {
            let isDoubtful = datum.state == .doubtful
            let stroke = SceneStroke(
                isDoubtful ? chart.theme.alert : chart.theme.axis, 1, dash: isDoubtful ? [4, 3] : [])
            let fill = isDoubtful ? SceneFill.solid(chart.theme.background) : .hatch(chart.theme.cellHatch)
            items.append(
                .rect(
                    SceneRect(
                        x: axisLeft + 4, y: y - height / 2, width: width, height: height, fill: fill, stroke: stroke,
                        cornerRadius: 2)))
        }
        let label = SceneText(words, x: axisLeft + 12, baseline: y + EmBox.middle * style.size, style: style)
        return items + [.text(label.haloed(chart.theme.background))]
    }

    private func remainder() -> [SceneItem] {
        guard rows.left > 0 else { return [] }
        // On the line of the tick labels, where nothing stands left of the axis.
        let style = chart.type.count
        let words = chart.breaker(style).truncated(chart.words.moreRows(rows.left), limit: axisLeft - plot.left - 16)
        return [.text(SceneText(words, x: plot.left, baseline: bottom + 23 * chart.scale, style: style))]
    }
}
