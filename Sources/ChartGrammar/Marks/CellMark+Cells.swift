extension CellLayout {
    func cell(_ datum: Datum, x: Double, y: Double) -> [SceneItem] {
        guard let value = datum.value else { return absence(datum, x, y) }
        let color = colors(value)
        let ink = Theme.labelColor(on: color)
        var items: [SceneItem] = [
            .rect(
                SceneRect(
                    x: x, y: y, width: cellWidth, height: cellHeight, fill: .solid(color),
                    stroke: chart.theme.segmentOutline.map { SceneStroke($0, 0.8) }, cornerRadius: 2))
        ]
        let regular = chart.type.label.with(.regular, ink, size: textSize)
        let text = chart.display(datum, channel.bare)
        // Bold only if it fits: the exception must not lose its number to its weight.
        let styles = datum.facts.isAlert ? [regular.with(.bold), regular] : [regular]
        if let style = styles.first(where: { chart.width(text, $0) <= cellWidth - 2 }) {
            let flags = corner(datum, x, y, ink)
            // In a narrow cell the digits reach under the sign and make way downward.
            items.append(centered(text, x, y + (flags.isEmpty || cellWidth >= 40 ? 0 : 1.8), style))
        }
        items += corner(datum, x, y, ink)
        return items
    }

    private func centered(_ text: String, _ x: Double, _ y: Double, _ style: TextStyle) -> SceneItem {
        .text(text: text, x: x + cellWidth / 2, y: y + cellHeight / 2, style)
    }

    /// The flag of a value at the upper right corner: small denominator, derived, assumed, revised. In a low or narrow
    /// cell it is smaller and keeps to the very corner, above the digits.
    private func corner(_ datum: Datum, _ x: Double, _ y: Double, _ ink: SceneColor) -> [SceneItem] {
        guard cellWidth >= 20, cellHeight >= 14 else { return [] }
        let isTight = cellHeight < 28 || cellWidth < 40
        let inset = cellWidth < 40 ? 3.3 : isTight ? 4.4 : 9
        let radius = cellWidth < 40 ? 1.8 : isTight ? 2.2 : 3.4
        let state: MarkState =
            [.derived, .assumedZero, .revised].contains(datum.state) ? datum.state : .smallDenominator
        guard state != .smallDenominator || datum.isSmall else { return [] }
        let stroke = SceneStroke(ink, isTight ? 1 : 1.3)
        return [FlagSign.item(state, x: x + cellWidth - inset, y: y + inset, radius: radius, stroke)]
    }

    private func absence(_ datum: Datum, _ x: Double, _ y: Double) -> [SceneItem] {
        let style = chart.type.label.with(.regular, chart.theme.textMuted, size: max(12, textSize * 0.94))
        let long = datum.facts.stateText ?? chart.words.state(datum.state) ?? ""
        let short = chart.words.shortState(datum.state) ?? ""
        let fitting = [long, short].first { chart.width($0, style) <= cellWidth - 6 } ?? ""
        guard let box = AbsentCell.rect(chart.theme, datum.state, x: x, y: y, width: cellWidth, height: cellHeight)
        else {
            return [centered("·", x, y, style.with(size: chart.type.tick.size))]
        }
        let label = SceneText(
            fitting, x: x + cellWidth / 2, baseline: y + cellHeight / 2 + EmBox.middle * style.size, anchor: .middle,
            style: style.with(nil, AbsentCell.ink(chart.theme, datum.state)))
        if fitting.isEmpty { return [.rect(box)] }
        return [.rect(box), .text(datum.state == .missing ? label.haloed(chart.theme.background) : label)]
    }

    /// The one ring of the exception, half outside its cell.
    func ring(x: Double, y: Double) -> SceneItem {
        .rect(
            SceneRect(
                x: x - 1, y: y - 1, width: cellWidth + 2, height: cellHeight + 2,
                stroke: SceneStroke(chart.theme.alert, 3),
                cornerRadius: 3))
    }
}

extension SceneItem {
    /// Text centred on a point.
    static func text(text: String, x: Double, y: Double, _ style: TextStyle) -> SceneItem {
        .text(SceneText(text, x: x, baseline: y + EmBox.middle * style.size, anchor: .middle, style: style))
    }
}

/// The boxes of cells without a value, in the grid and in the legend.
enum AbsentCell {
    static func rect(
        _ theme: Theme, _ state: MarkState, x: Double, y: Double, width: Double, height: Double
    ) -> SceneRect? {
        // Half a point inside, so that the outline keeps to the cell.
        var rect = SceneRect(
            x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, fill: .solid(theme.background),
            cornerRadius: 2)
        switch state {
        case .missing:
            rect.fill = .hatch(theme.cellHatch)
            rect.stroke = SceneStroke(theme.axis, 1)
        case .doubtful: rect.stroke = SceneStroke(theme.alert, 1.4, dash: [4, 3])
        case .noRequests: rect.stroke = SceneStroke(theme.grid, 1)
        default: return nil
        }
        return rect
    }

    static func ink(_ theme: Theme, _ state: MarkState) -> SceneColor {
        switch state {
        case .missing: theme.text
        case .doubtful: theme.alert
        default: theme.textMuted
        }
    }
}
