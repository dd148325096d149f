extension StackLayout {
    func column(_ index: Int, _ placer: inout LabelPlacer) -> [SceneItem] {
        let column = columns[index]
        if let state = column.state { return absence(index, state, column.stateText, &placer) }
        let isLatest = chart.isLatest(index)
        var items = column.segments.flatMap { segment($0, center: bands.center(index), isLatest: isLatest) }
        if !isNormalized { items += total(column, bands.center(index), isLatest, &placer) }
        return items
    }

    /// The top and bottom of a segment less the gap that parts it from its neighbours: 2 points, 0.8 where it would
    /// eat a thin segment.
    func edges(_ segment: StackSegment) -> (top: Double, bottom: Double) {
        let (top, bottom) = (scale(segment.end), scale(segment.start))
        let gap = bottom - top >= 4 ? 1.0 : min(0.4, (bottom - top) / 4)
        return (top + gap, bottom - gap)
    }

    private func segment(_ segment: StackSegment, center: Double, isLatest: Bool) -> [SceneItem] {
        guard segment.end > segment.start else { return [] }
        let (top, bottom) = edges(segment)
        let fill = chart.theme.fill(chart.series[segment.series].role)
        let datum = chart.data[segment.datum]
        var stroke = chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }
        if datum.state == .derived || datum.state == .assumedZero {
            stroke = SceneStroke(chart.theme.text, 1.2, dash: [4, 3])
        }
        let width = bands.barWidth
        let bar = SceneItem.rect(
            SceneRect(x: center - width / 2, y: top, width: width, height: bottom - top, fill: fill, stroke: stroke))
        let style = chart.type.segment.with(isLatest ? .bold : .regular)
        // A label needs its own height and a hair of fill above and below.
        guard bottom - top >= style.size + 3 else { return [bar] }
        let text = segmentText(segment, datum)
        guard chart.width(text, style) <= width - 4 else { return [bar] }
        return [bar] + SegmentLabel(chart: chart).items(text, x: center, y: (top + bottom) / 2, on: fill, style)
    }

    /// Shares are computed here; a text of the table is about the value, and printed if the stack is of values.
    private func segmentText(_ segment: StackSegment, _ datum: Datum) -> String {
        let format = chart.spec.encoding.y.format
        if isNormalized { return format.text(segment.end - segment.start) }
        return chart.display(datum, chart.spec.encoding.y.bare)
    }

    private func total(
        _ column: StackColumn, _ center: Double, _ isLatest: Bool, _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        let style = chart.type.label.with(isLatest ? .bold : .regular)
        let text = chart.spec.encoding.y.bare.format.text(column.total)
        guard chart.width(text, style) <= bands.step - 4 else { return [] }
        let label = SceneText(text, x: center, baseline: scale(column.total) - 8, anchor: .middle, style: style)
        return [placer.place([label.haloed(chart.theme.background)])].compactMap { $0 }
    }

    /// A column that cannot be drawn, with the reason in it.
    private func absence(
        _ index: Int, _ state: MarkState, _ text: String?, _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        guard state != .notAsked, state != .notEstablished else { return [] }
        let center = bands.center(index)
        let width = bands.barWidth
        var items: [SceneItem] = []
        if state != .noRequests {
            items.append(
                .rect(
                    SceneRect(
                        x: center - width / 2, y: top, width: width, height: bottom - top,
                        fill: .hatch(chart.theme.absenceHatch), stroke: SceneStroke(chart.theme.axis, 1, dash: [4, 3])))
            )
        }
        let words = text ?? chart.words.state(state) ?? ""
        items += AbsenceLabel(chart: chart).items(words, x: center, y: (top + bottom) / 2, width: bands.step, &placer)
        return items
    }
}

/// A label inside a fill: ink by contrast; on stripes it gets a plate.
struct SegmentLabel {
    let chart: ResolvedChart

    func items(_ text: String, x: Double, y: Double, on fill: SceneFill, _ style: TextStyle) -> [SceneItem] {
        var items: [SceneItem] = []
        var color = chart.theme.text
        switch fill {
        case .solid(let ground): color = Theme.labelColor(on: ground)
        case .hatch:
            let width = chart.width(text, style) + 8
            let height = style.size + 4
            items.append(
                .rect(
                    SceneRect(
                        x: x - width / 2, y: y - height / 2, width: width, height: height,
                        fill: .solid(chart.theme.background), cornerRadius: 2)))
        case .none: break
        }
        let baseline = y + EmBox.middle * style.size
        items.append(.text(SceneText(text, x: x, baseline: baseline, anchor: .middle, style: style.with(nil, color))))
        return items
    }
}

/// Why a column is empty, in lines of two ideographs or as wide as there is room.
struct AbsenceLabel {
    let chart: ResolvedChart

    func items(_ text: String, x: Double, y: Double, width: Double, _ placer: inout LabelPlacer) -> [SceneItem] {
        let style = chart.type.latest
        let breaker = chart.breaker(style)
        let limit = min(width - 4, max(style.size * 2.2, width * 0.5))
        var lines = breaker.lines(text, limit: limit)
        if lines.count > 1, let pair = breaker.balancedPair(text, limit: width - 4) { lines = pair }
        let pitch = style.size * 1.4
        let first = y - Double(lines.count - 1) / 2 * pitch + EmBox.middle * style.size
        let texts = lines.enumerated().map { row, line in
            SceneText(line, x: x, baseline: first + Double(row) * pitch, anchor: .middle, style: style)
                .haloed(chart.theme.background)
        }
        return placer.place(lines: texts) ?? []
    }
}
