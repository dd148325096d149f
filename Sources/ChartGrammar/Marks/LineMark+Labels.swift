extension LineLayout {
    /// All points up to 8 years, otherwise first, last, highest and lowest. The last one has its label at the end.
    func valueLabels(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard let series = labelled else { return [] }
        let points = lines[series]
        for point in points { placer.block(x: point.x, y: point.y, radius: 5) }
        let chosen = points.count <= 8 ? Array(points.indices) : extremes(points)
        // The year compared with the last one is read next, so it is Bold too.
        let last = points.count - 1
        let order = chosen.sorted { (last - $0, $0) < (last - $1, $1) }.filter {
            $0 != last || !EndLabels.isShown(self, series)
        }
        return order.compactMap { index in
            let isNext = index == last - 1 && points[index].index == points[last].index - 1 && points.count > 2
            // Names have no year before: of them the one that the headline means is Bold.
            let isTimed = points[index].datum.key.year != nil
            let isStrong = isTimed ? isNext : isMeant(points, index)
            return placer.place(candidates(points, index, isStrong ? .bold : .regular))
        }
    }

    private func isMeant(_ points: [LinePoint], _ index: Int) -> Bool {
        points[index].datum.facts.isSubject && !points.allSatisfy(\.datum.facts.isSubject)
    }

    private func extremes(_ points: [LinePoint]) -> [Int] {
        let highest = points.indices.min { points[$0].y < points[$1].y }
        let lowest = points.indices.max { points[$0].y < points[$1].y }
        return distinct([0, points.count - 1, highest, lowest].compactMap { $0 })
    }

    /// Above, moved aside on a steep rise; else below; else a line higher.
    private func candidates(_ points: [LinePoint], _ index: Int, _ weight: FontWeight) -> [SceneText] {
        let point = points[index]
        let style = chart.type.label.with(weight)
        let rise =
            index + 1 < points.count && points[index + 1].index == point.index + 1 ? point.y - points[index + 1].y : 0
        let steepness = rise / max(x.step, 1)
        let aside: Double = steepness > 2.5 ? -9 : steepness > 0.9 ? -4 : 0
        let text = chart.display(point.datum, channel.bare)
        let above = point.y - (point.datum.state == .ordinary && !point.datum.isSmall ? 14 : 17)
        let below = point.y + 12 + style.size * 0.8
        return [(aside, above), (-style.size, above), (0, below), (0, above - style.size)].map { shift, baseline in
            SceneText(text, x: point.x + shift, baseline: baseline, anchor: .middle, style: style)
                .haloed(chart.theme.background)
        }
    }

    /// On a denser axis bands would cover the lines between them: the notes count the gaps.
    static let leastBandStep = 3.0

    /// Where the labelled series has a year without a value: a hatched band for a missing filing, a quiet one for 0/0.
    func stateBands(_ placer: inout LabelPlacer) -> [SceneItem] {
        guard let series = labelled, x.step >= Self.leastBandStep || chart.categories.count < 2 else { return [] }
        let width = min(52, max(x.step * 0.5, 6))
        var items: [SceneItem] = []
        for (index, datum) in states[series].sorted(by: { $0.key < $1.key }) {
            let fill: SceneFill
            var stroke: SceneStroke?
            switch datum.state {
            case .missing: fill = .hatch(chart.theme.absenceHatch)
            case .noRequests: fill = .solid(chart.theme.band)
            case .doubtful:
                fill = .hatch(chart.theme.absenceHatch)
                stroke = SceneStroke(chart.theme.axis, 1, dash: [4, 3])
            default: continue
            }
            items.append(
                .rect(
                    SceneRect(
                        x: x(index) - width / 2, y: top, width: width, height: bottom - top, fill: fill, stroke: stroke)
                ))
            items += bandWords(datum, x(index), width, &placer)
        }
        return items
    }

    private func bandWords(
        _ datum: Datum, _ x: Double, _ width: Double, _ placer: inout LabelPlacer
    ) -> [SceneItem] {
        let style = chart.type.label.with(.bold, chart.theme.textSecondary)
        let text =
            datum.facts.stateText
            ?? (datum.state == .doubtful ? chart.words.state(.doubtful) : chart.words.shortState(datum.state)) ?? ""
        var lines = chart.breaker(style).lines(text, limit: max(width, style.size * 2.1))
        if lines.contains(where: { chart.width($0, style) > self.x.step - 4 }) { lines = [] }
        let middle = (top + bottom) / 2
        let first = middle - Double(lines.count - 1) * style.size * 0.65 + EmBox.middle * style.size
        let ground = datum.state == .noRequests ? chart.theme.band : chart.theme.background
        let texts = lines.enumerated().map { row, line in
            SceneText(line, x: x, baseline: first + Double(row) * style.size * 1.3, anchor: .middle, style: style)
                .haloed(ground)
        }
        return placer.place(lines: texts) ?? []
    }

    /// The rule between two forms; its words inside the plot at the top if nothing is there, else above it.
    func breakRules(_ placer: inout LabelPlacer) -> [SceneItem] {
        let guide = BreakRule(chart: chart)
        return guide.places.flatMap { index, label -> [SceneItem] in
            let middle = (x(index - 1) + x(index)) / 2
            let style = chart.type.tick
            let inside = BreakRule.lines(label).enumerated().map { row, line in
                SceneText(line, x: middle + 7, baseline: top + 10 + Double(row) * style.size * 1.25, style: style)
                    .haloed(chart.theme.background)
            }
            let boxes = inside.map { $0.box(chart.measurer) }
            if !label.isEmpty, !boxes.contains(where: meetsLine), let texts = placer.place(lines: inside) {
                return [guide.line(x: middle, top: top - 4, bottom: bottom)] + texts
            }
            let above = guide.labelAbove(label, x: middle, baseline: top - 22 * chart.scale, in: plot, &placer)
            return [guide.line(x: middle, top: top - 16 * chart.scale, bottom: bottom)] + [above].compactMap { $0 }
        }
    }

    /// Whether a line or a point's label would pass through the box: its ends lie within 40 points.
    private func meetsLine(_ box: TextBox) -> Bool {
        lines.contains { points in
            points.contains { point in
                let isNear = point.x > box.left - max(x.step, 20) && point.x < box.right + max(x.step, 20)
                return isNear && point.y < box.bottom + 40
            }
        }
    }
}

extension Channel {
    /// Without the unit, which the subtitle and the last tick give.
    var bare: Channel {
        var copy = self
        copy.format.suffix = ""
        return copy
    }
}
