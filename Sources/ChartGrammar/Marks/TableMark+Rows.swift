extension TableLayout {
    func row(_ name: String, _ y: Double) -> [SceneItem] {
        let data = cells[name] ?? [:]
        let all = data.values.flatMap(\.values)
        let isAlert = all.contains { $0.facts.isAlert }
        let isStrong = isAlert || all.contains { $0.facts.isSubject }
        let size = min(chart.type.label.size, max(12, pitch * 0.6))
        let style = chart.type.label.with(isStrong ? .bold : .regular, size: size)
        let text = chart.breaker(style).truncated(name, limit: nameWidth + 0.5)
        return [.label(text, plot.left, y, .start, style)]
            + columns.flatMap { cell($0, data[$0.series] ?? [:], y, style, isAlert) }
    }

    func cell(_ column: Column, _ years: [Int: Datum], _ y: Double, _ style: TextStyle, _ isAlert: Bool)
        -> [SceneItem]
    {
        let now = years[latest]
        let color = isAlert ? chart.theme.alert : chart.theme.accent
        switch column.kind {
        case .value:
            let ink = now?.value == nil ? chart.theme.textMuted : chart.theme.text
            let text = chart.breaker(style).truncated(Self.text(now, chart), limit: column.width + 1)
            return [.label(text, column.right, y, .end, style.with(now?.value == nil ? .regular : .bold, ink))]
        case .count:
            guard let n = now?.facts.n else { return [] }
            let muted = style.with(.regular, chart.theme.textMuted, size: min(style.size, chart.type.tick.size))
            return [.label(RankedLayout.countText(n), column.right, y, .end, muted)]
        case .change:
            guard let text = Self.change(years, chart) else {
                return [.label("—", column.right, y, .end, style.with(nil, chart.theme.textMuted))]
            }
            return [.label(text, column.right, y, .end, style)]
        case .bar:
            let most = rows.compactMap { cells[$0]?[0]?[latest]?.value }.max() ?? 0
            guard let value = now?.value, most > 0, value > 0 else { return [] }
            let width = max(column.width * value / most, 0.6)
            let height = min(18, pitch * 0.5)
            return [
                .rect(
                    SceneRect(
                        x: column.right - column.width, y: y - height / 2, width: width, height: height,
                        fill: .solid(color)))
            ]
        case .spark: return spark(column, years, y, color)
        }
    }

    /// Counts change in per cent, rates in points.
    static func change(_ years: [Int: Datum], _ chart: ResolvedChart) -> String? {
        let latest = chart.categories.count - 1
        guard latest > 0, let now = years[latest]?.value, let before = years[latest - 1]?.value,
            !chart.hasBreak(between: chart.categories[latest - 1], and: chart.categories[latest])
        else { return nil }
        if years[latest]?.facts.n != nil { return chart.signed(now - before, NumberFormat(decimals: 1)) }
        guard before > 0 else { return nil }
        return chart.signed((now - before) / before * 100, NumberFormat(decimals: 1)) + "%"
    }

    func spark(_ column: Column, _ years: [Int: Datum], _ y: Double, _ color: SceneColor) -> [SceneItem] {
        let height = pitch * 0.56
        let extent = chart.extent(of: years.values.compactMap(\.value))
        let scale = LinearScale(
            covering: extent, spec: ScaleSpec(domain: extent.upperBound > extent.lowerBound ? extent : nil),
            range: (y + height / 2, y - height / 2))
        let x = PointScale(
            count: chart.categories.count, first: column.right - column.width + 4, last: column.right - 6)
        let points = chart.categories.indices.compactMap { index in
            years[index]?.value.map { (index, ScenePoint(x(index), scale($0))) }
        }
        var items: [SceneItem] = zip(points, points.dropFirst()).compactMap { left, right in
            guard right.0 == left.0 + 1,
                !chart.hasBreak(between: chart.categories[left.0], and: chart.categories[right.0])
            else { return nil }
            return .path(ScenePath([left.1, right.1], stroke: SceneStroke(color, 1.8, cap: .round)))
        }
        if let last = points.last, last.0 == latest {
            items.append(.circle(SceneCircle(last.1.x, last.1.y, radius: 3.2, fill: .solid(color))))
        }
        return items
    }
}
