/// The key of a heatmap: classes with their bounds, then every state and flag that occurs.
struct CellLegend {
    let chart: ResolvedChart
    let colors: ThresholdColorScale
    private let states: [MarkState]
    private let flags: [MarkState]
    private let hasBreak: Bool
    private let hasSmall: Bool

    /// Of the column right of the grid, its gutter included.
    static let width = 191.0

    init(_ chart: ResolvedChart, _ colors: ThresholdColorScale) {
        self.chart = chart
        self.colors = colors
        let found = Set(chart.data.map(\.state))
        states = [.noRequests, .missing, .doubtful, .notAsked, .notEstablished].filter(found.contains)
        flags = [.derived, .assumedZero, .revised].filter(found.contains)
        hasBreak = !BreakRule(chart: chart).places.isEmpty
        hasSmall = chart.data.contains { $0.isSmall && $0.value != nil }
    }

    private var format: NumberFormat { chart.spec.encoding.color!.format }
    private var title: String? { chart.spec.encoding.color!.title }

    /// From the highest class down; the unit once, at the top.
    private var classes: [(color: SceneColor, label: String)] {
        let places = colors.breaks.allSatisfy { $0 == $0.rounded() } ? 0 : max(format.decimals, 1)
        let bounds = colors.breaks.map { decimalText($0, places: places, isGrouped: format.isGrouped) }
        return colors.colors.indices.reversed().map { index in
            let label: String
            if bounds.isEmpty {
                label = ""
            } else if index == bounds.count {
                label = "≥\(bounds[index - 1])\(format.tickSuffix)"
            } else if index == 0 {
                label = chart.words.below(bounds[0])
            } else {
                label = bounds[index - 1] + chart.words.range + bounds[index]
            }
            return (colors.colors[index], label)
        }
    }

    // MARK: Beside the grid

    func column(x: Double, top: Double, bottom: Double) -> [SceneItem] {
        // 28 points a class and 30 a state, as far as the height allows.
        let entries = states.count + flags.count + (hasBreak ? 1 : 0) + (hasSmall ? 1 : 0)
        let wanted = 17 + 28 * Double(classes.count) + 44 + 30 * Double(entries)
        let shrink = min(1, max(0.55, (bottom - top) / wanted))
        let head = chart.type.category.with(.bold, chart.theme.text)
        var y = top
        var items: [SceneItem] = []
        if let title {
            let text = chart.breaker(head).truncated(title, limit: Self.width - 36)
            items.append(.text(SceneText(text, x: x, baseline: y, style: head)))
        }
        y += 14
        for entry in classes {
            let height = 26 * shrink
            items.append(.rect(SceneRect(x: x, y: y, width: 30, height: height, fill: .solid(entry.color))))
            items.append(label(entry.label, x + 42, y + height / 2))
            y += 28 * shrink
        }
        guard entries > 0 else { return items }
        y += 28 * shrink
        if !states.isEmpty {
            items.append(.text(SceneText(chart.words.uncoloured, x: x, baseline: y, style: head)))
            y += 14
        }
        for entry in self.entries {
            items += entry.draw(x, y + 11 * shrink)
            items.append(label(entry.label, x + 42, y + 11 * shrink))
            y += 30 * shrink
        }
        return items
    }

    private func label(_ text: String, _ x: Double, _ y: Double) -> SceneItem {
        let style = chart.type.legend
        let text = chart.breaker(style).truncated(text, limit: chart.spec.size.width - x - 2)
        return .text(SceneText(text, x: x, baseline: y + EmBox.middle * style.size, style: style))
    }

    /// Words of an entry, and its sign in a box 30 wide whose middle is at y.
    private struct Entry {
        var label: String
        var draw: (_ x: Double, _ y: Double) -> [SceneItem]
    }

    private var entries: [Entry] {
        let theme = chart.theme
        let ink = SceneStroke(theme.textSecondary, 1.4)
        var entries = states.map { state in
            Entry(label: chart.words.legend(state) ?? "") { x, y in
                if let box = AbsentCell.rect(theme, state, x: x, y: y - 11, width: 30, height: 22) {
                    return [.rect(box)]
                }
                return [.text(text: "·", x: x + 15, y: y, chart.type.label.with(nil, theme.textMuted))]
            }
        }
        if hasBreak {
            let stroke = BreakRule(chart: chart).stroke
            entries.append(Entry(label: chart.words.formBreak) { x, y in [.path(.line(x + 4, y, x + 26, y, stroke))] })
        }
        for flag in flags {
            entries.append(
                Entry(label: chart.words.legend(flag) ?? "") { x, y in
                    [FlagSign.item(flag, x: x + 15, y: y, radius: 4, ink)]
                })
        }
        if hasSmall {
            let words = chart.words.belowDenominator(chart.spec.smallDenominator ?? 30)
            entries.append(
                Entry(label: words) { x, y in [FlagSign.item(.smallDenominator, x: x + 15, y: y, radius: 4, ink)] })
        }
        return entries
    }

    // MARK: Above the grid, where there is no room beside it

    private func places(_ width: Double) -> [(x: Double, row: Int)] {
        var (x, row) = (0.0, 0)
        return classes.map { entry in
            let needed = 18 + chart.width(entry.label, chart.type.legend)
            if x > 0, x + needed > width { (x, row) = (0, row + 1) }
            defer { x += needed + 14 }
            return (x, row)
        }
    }

    func rowsHeight(_ width: Double) -> Double { Double((places(width).last?.row ?? -1) + 1) * 20 + 6 }

    func rows(x: Double, y: Double, width: Double) -> [SceneItem] {
        zip(classes, places(width)).flatMap { entry, place -> [SceneItem] in
            let middle = y + Double(place.row) * 20 + 9
            return [
                .rect(SceneRect(x: x + place.x, y: middle - 6, width: 12, height: 12, fill: .solid(entry.color))),
                label(entry.label, x + place.x + 18, middle),
            ]
        }
    }
}
