/// One segment of a stacked column, in the unit of the axis.
struct StackSegment: Hashable, Sendable {
    var series: Int
    var start: Double
    var end: Double
    /// Index of its row in the data.
    var datum: Int
}

/// A column of a stack, or why there is none.
struct StackColumn: Hashable, Sendable {
    var key: CategoryKey
    var segments: [StackSegment] = []
    /// Sum of the values before any normalisation.
    var total = 0.0
    /// Set when the column cannot be drawn: a part without a value leaves no whole.
    var state: MarkState?
    var stateText: String?
    var n: Int?
}

enum StackTransform {
    /// Sums the series of each category in their order; to 100 if `isNormalized`.
    static func columns(_ chart: ResolvedChart, isNormalized: Bool) -> [StackColumn] {
        var rows: [CategoryKey: [Int]] = [:]
        for (index, datum) in chart.data.enumerated() { rows[datum.key, default: []].append(index) }
        return chart.categories.map { key in
            column(chart, key, rows[key] ?? [], isNormalized: isNormalized)
        }
    }

    private static func column(
        _ chart: ResolvedChart, _ key: CategoryKey, _ rows: [Int], isNormalized: Bool
    ) -> StackColumn {
        var column = StackColumn(key: key)
        column.n = rows.compactMap { chart.data[$0].facts.n }.first
        if let blocked = blockingRow(chart, rows) {
            column.state = blocked.state
            column.stateText = blocked.facts.stateText
            return column
        }
        let values = rows.filter { chart.data[$0].value != nil }.sorted {
            chart.data[$0].series < chart.data[$1].series
        }
        column.total = values.reduce(0) { $0 + max(chart.data[$1].value ?? 0, 0) }
        if values.isEmpty { column.state = chart.data.isEmpty || rows.isEmpty ? .missing : .notAsked }
        if column.total <= 0, column.state == nil, isNormalized { column.state = .noRequests }
        guard column.state == nil else { return column }
        let factor = isNormalized ? 100 / column.total : 1
        var start = 0.0
        for row in values {
            let end = start + max(chart.data[row].value ?? 0, 0) * factor
            column.segments.append(StackSegment(series: chart.data[row].series, start: start, end: end, datum: row))
            start = end
        }
        return column
    }

    /// The row whose state forbids adding up; a cell the form does not have is no hindrance.
    private static func blockingRow(_ chart: ResolvedChart, _ rows: [Int]) -> Datum? {
        let states = rows.map { chart.data[$0] }.filter { $0.value == nil && $0.state != .notAsked }
        for state in [MarkState.doubtful, .missing, .noRequests, .notEstablished] {
            if let found = states.first(where: { $0.state == state }) { return found }
        }
        return nil
    }
}
