extension GroupedLayout {
    func category(_ index: Int, _ placer: inout LabelPlacer) -> [SceneItem] {
        let key = chart.categories[index]
        let rows = chart.data.filter { $0.key == key }
        if rows.isEmpty { return absence(index, .missing, nil, slotOf: nil, &placer) }
        // One reason for all series is said once, over the whole group.
        if let state = rows.first?.state, !rows.contains(where: { $0.value != nil || $0.state != state }) {
            return absence(index, state, rows[0].facts.stateText, slotOf: nil, &placer)
        }
        let isLatest = chart.isLatest(index)
        return rows.flatMap { datum -> [SceneItem] in
            guard let value = datum.value else {
                return absence(index, datum.state, datum.facts.stateText, slotOf: datum.series, &placer)
            }
            return bar(datum, value, index, isLatest, &placer)
        }
    }

    private func left(_ index: Int, _ series: Int?) -> Double {
        bands.center(index) - bands.barWidth / 2 + Double(series ?? 0) * slot
    }

    private func bar(
        _ datum: Datum, _ value: Double, _ index: Int, _ isLatest: Bool, _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        let gap = chart.series.count > 1 ? 1.0 : 0
        let x = left(index, datum.series) + gap
        let width = max(slot - 2 * gap, 1)
        let (zero, end) = (scale(0), scale(value))
        let role = datum.facts.isAlert ? .alert : chart.series[datum.series].role
        var rect = SceneRect(
            x: x, y: min(zero, end), width: width, height: abs(zero - end), fill: chart.theme.fill(role),
            stroke: chart.theme.segmentOutline.map { SceneStroke($0, 0.8) })
        if datum.state == .derived || datum.state == .assumedZero {
            rect.fill = .solid(chart.theme.background)
            rect.stroke = SceneStroke(chart.theme.color(role), 1.4, dash: [4, 3])
        }
        var items: [SceneItem] = rect.height > 0 ? [.rect(rect)] : []
        let style = chart.type.label.with(isLatest ? .bold : .regular)
        let text = chart.display(datum, chart.spec.encoding.y.bare)
        let isFitting = chart.width(text, style) <= max(slot, bands.step / Double(chart.series.count)) - 2
        if isFitting {
            let baseline = value < 0 ? end + 6 + style.size * EmBox.ascent : end - 7
            let label = SceneText(text, x: x + width / 2, baseline: baseline, anchor: .middle, style: style)
            items += [placer.place([label.haloed(chart.theme.background)])].compactMap { $0 }
        }
        if datum.state == .revised {
            items.append(revisionMark(x + width / 2, end - 24 * chart.scale, chart.theme.color(role)))
        }
        return items
    }

    private func revisionMark(_ x: Double, _ y: Double, _ color: SceneColor) -> SceneItem {
        let points = [ScenePoint(x, y - 5), ScenePoint(x + 4.5, y + 3), ScenePoint(x - 4.5, y + 3)]
        return .path(ScenePath(points, isClosed: true, fill: .solid(color)))
    }

    private func absence(
        _ index: Int, _ state: MarkState, _ text: String?, slotOf series: Int?, _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        guard state != .notAsked, state != .notEstablished else { return [] }
        let width = series == nil ? bands.barWidth : slot - 2
        let x = left(index, series) + (series == nil ? 0 : 1)
        var items: [SceneItem] = []
        if state != .noRequests {
            items.append(
                .rect(
                    SceneRect(
                        x: x, y: top, width: width, height: bottom - top, fill: .hatch(chart.theme.absenceHatch),
                        stroke: SceneStroke(chart.theme.axis, 1, dash: [4, 3]))))
        }
        let words = text ?? chart.words.state(state) ?? ""
        let room = series == nil ? bands.step : slot
        let style = chart.type.latest
        guard room >= style.size * 2.4 else { return items }
        let label = AbsenceLabel(chart: chart)
        return items + label.items(words, x: x + width / 2, y: (top + bottom) / 2, width: room, &placer)
    }
}
