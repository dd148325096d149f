/// Equal tiles for districts, in the order of the rows, coloured by class: each area counts the same, whatever its size
/// on a map.
enum TileMark: Mark {
    static let rule = MarkRule(category: .detail, value: .color, categoryKinds: [.nominal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .tile }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        TileLayout(chart, plot).items()
    }
}

struct TileLayout {
    let chart: ResolvedChart
    let plot: PlotArea
    let colors: ThresholdColorScale
    let legend: CellLegend
    let columns: Int
    let shown: [Datum]
    let top: Double
    let width: Double
    let height: Double

    private static let gap = 4.0

    init(_ chart: ResolvedChart, _ plot: PlotArea) {
        self.chart = chart
        self.plot = plot
        colors = CellLayout.colors(chart, chart.spec.encoding.color!)
        legend = CellLegend(chart, colors)
        let isWide = plot.width >= 700
        top = plot.top + (isWide ? 8 : legend.rowsHeight(plot.width) + 6)
        let room = (
            width: plot.width - (isWide ? CellLegend.width + 24 : 0), height: plot.bottom - 24 * chart.scale - top
        )
        let (wide, high) = (74 * chart.scale, 52 * chart.scale)
        let most = max(1, Int(room.width / wide)) * max(1, Int(room.height / high))
        shown = Array(chart.data.prefix(most))
        // Columns whose tiles come closest to three by two.
        let count = shown.count
        let counts = 1...max(1, min(count, Int(room.width / wide)))
        let aspect = { (columns: Int) -> Double in
            let rows = (count + columns - 1) / columns
            let (w, h) = (room.width / Double(columns), room.height / Double(max(rows, 1)))
            return h < high ? .infinity : max(w / h / 1.5, h / w * 1.5)
        }
        columns = counts.min { aspect($0) < aspect($1) } ?? 1
        let rows = (shown.count + columns - 1) / columns
        width = min(room.width / Double(columns), 300 * chart.scale)
        height = min(room.height / Double(max(rows, 1)), 200 * chart.scale)
    }

    func items() -> [SceneItem] {
        let tiles = shown.enumerated().flatMap { index, datum in
            tile(datum, plot.left + Double(index % columns) * width, top + Double(index / columns) * height)
        }
        let left = chart.data.count - shown.count
        let more =
            left > 0
            ? [
                SceneItem.text(
                    SceneText(
                        chart.words.moreRows(left), x: plot.left, baseline: plot.bottom - 4, style: chart.type.count))
            ]
            : []
        let legendItems =
            plot.width >= 700
            ? legend.column(x: plot.right - CellLegend.width + 24, top: top + 12, bottom: plot.bottom - 20)
            : legend.rows(x: plot.left, y: plot.top, width: plot.width)
        return [.group(name: "marks", tiles + more), .group(name: "legend", legendItems)]
    }

    private func tile(_ datum: Datum, _ x: Double, _ y: Double) -> [SceneItem] {
        let (wide, high) = (width - Self.gap, height - Self.gap)
        var box = SceneRect(x: x, y: y, width: wide, height: high, cornerRadius: 3)
        var ink = chart.theme.textMuted
        var text = chart.display(datum, chart.spec.encoding.color!.bare)
        if let value = datum.value {
            let color = colors(value)
            box.fill = .solid(color)
            box.stroke = chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }
            ink = Theme.labelColor(on: color)
        } else {
            text = datum.facts.stateText ?? chart.words.state(datum.state) ?? ""
            ink = AbsentCell.ink(chart.theme, datum.state)
            box = AbsentCell.rect(chart.theme, datum.state, x: x, y: y, width: wide, height: high) ?? box
            if box.fill == .none { box.stroke = SceneStroke(chart.theme.grid, 1) }
        }
        let isStrong = datum.facts.isSubject || datum.facts.isAlert
        var items: [SceneItem] = [.rect(box)] + words(datum, text, box, ink, isStrong)
        if datum.isSmall, datum.value != nil {
            items.append(
                FlagSign.item(.smallDenominator, x: x + wide - 9, y: y + 9, radius: 3.4, SceneStroke(ink, 1.3)))
        }
        if datum.facts.isAlert {
            box.fill = .none
            box.stroke = SceneStroke(chart.theme.alert, 3)
            items.append(.rect(box))
        }
        return items
    }

    /// The name above the value; on stripes both on a plate.
    private func words(_ datum: Datum, _ text: String, _ box: SceneRect, _ ink: SceneColor, _ isStrong: Bool)
        -> [SceneItem]
    {
        let (middle, center) = (box.x + box.width / 2, box.y + box.height / 2)
        let name = chart.type.category.with(isStrong ? .bold : .regular, ink)
        let value = chart.type.value.with(.bold, ink)
        let limit = box.width - 10
        let lines = [
            (chart.breaker(name).truncated(chart.label(datum.key), limit: limit), center - name.size * 0.7, name),
            (chart.breaker(value).truncated(text, limit: limit), center + value.size * 0.75, value),
        ]
        var isHatched = false
        if case .hatch = box.fill { isHatched = true }
        return lines.map { text, y, style in
            let label = SceneText(
                text, x: middle, baseline: y + EmBox.middle * style.size, anchor: .middle, style: style)
            return .text(isHatched ? label.haloed(chart.theme.background) : label)
        }
    }
}
