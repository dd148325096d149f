import ChartGrammar

extension DrawableChart {
    /// A canvas for this chart: rows, cells and panels need height by their number.
    package func fitted(_ size: ChartSize) -> ChartSize {
        // A slide is a page.
        guard size.isPlotOnly else { return size }
        let names = Double(Set(data.dropFirst().map { $0[0] }).count)
        let isNarrow = size.width < 400
        var size = size
        let room = isNarrow ? 190.0 : 110
        switch spec.mark.kind {
        case .cell: size.height = max(220, names * 36 + room)
        case .table: size.height = max(220, names * 36 + 60)
        case .facet:
            let panels = min(names, 12)
            let columns: Double = isNarrow ? 1 : size.width > 820 ? 3 : 2
            size.height = (panels / columns).rounded(.up) * (isNarrow ? 132 : 170) * max(size.textScale, 1)
        case .slope, .bump: size.height = max(size.height, min(names * 28 * size.textScale + 90, 900))
        case .tile: size.height = max(size.height, isNarrow ? names / 4 * 64 + 120 : names / 7 * 80 + 60)
        case .change, .waterfall: size.height = max(220, Double(definitionRows) * 40 + room)
        default:
            guard spec.mark.orientation == .horizontal else { return size }
            let rows = definitionRows
            size.height = max(220, Double(rows) * 44 + room)
        }
        return size
    }

    /// Names along the axis of a horizontal mark.
    private var definitionRows: Int {
        let column = table.column(spec.encoding.y.field) ?? []
        return Set(column).count
    }
}
