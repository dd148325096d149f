/// Changes from one year to the next: bars on both sides of zero, or steps that add up to the change of the total.
enum ChangeMark: Mark {
    static let rule = MarkRule(category: .color, value: .x, series: .y, categoryKinds: [.temporal, .ordinal])

    static func draws(_ mark: MarkSpec) -> Bool { mark.kind == .change || mark.kind == .waterfall }

    static func layout(_ chart: ResolvedChart, in plot: PlotArea) -> [SceneItem] {
        ChangeLayout(chart, plot).items()
    }
}

/// One row of the chart: a bar from `start` by `change`, or words where there is none.
struct ChangeRow: Sendable {
    enum Kind: Sendable { case part, rest, total }

    var kind = Kind.part
    var name: String
    var before: Double?
    var after: Double?
    var change: Double?
    var start = 0.0
    var words = ""
    var isAlert = false
    var isSubject = false
}

enum ChangeRows {
    /// Falling by change; rows without a change after them. Of a waterfall, rows beyond `limit` are added up in one, so
    /// that the steps still meet the total; of other charts they are left out.
    static func rows(_ chart: ResolvedChart, limit: Int) -> (rows: [ChangeRow], left: Int) {
        let isWaterfall = chart.spec.mark.kind == .waterfall
        var rows = PairTransform.pairs(chart).map { row($0, chart) }
        if chart.spec.encoding.y.sort != .none {
            rows = rows.enumerated().sorted {
                (-($0.element.change ?? -.infinity), $0.offset) < (-($1.element.change ?? -.infinity), $1.offset)
            }.map(\.element)
        }
        let known = rows.filter { $0.change != nil }
        var left = 0
        if isWaterfall {
            let capacity = max(limit - 1, 2)
            if rows.count > capacity {
                // The largest changes of either sign are worth a row of their own.
                let kept = Set(
                    known.indices.sorted { abs(known[$0].change!) > abs(known[$1].change!) }.prefix(capacity - 1))
                let rest = known.indices.filter { !kept.contains($0) }.map { known[$0] }
                rows =
                    known.indices.filter(kept.contains).map { known[$0] }
                    + (rest.isEmpty ? [] : [sum(rest, .rest, chart)])
            }
            var start = 0.0
            for index in rows.indices {
                rows[index].start = start
                start += rows[index].change ?? 0
            }
            if !known.isEmpty { rows.append(sum(known, .total, chart)) }
        } else if rows.count > limit {
            left = rows.count - limit + 1
            rows = Array(rows.prefix(limit - 1))
        }
        return (rows, left)
    }

    private static func row(_ pair: ValuePair, _ chart: ResolvedChart) -> ChangeRow {
        ChangeRow(
            name: pair.name, before: pair.before?.value, after: pair.after?.value, change: pair.change,
            words: pair.change == nil ? chart.absence(pair) : "", isAlert: pair.isAlert, isSubject: pair.isSubject)
    }

    private static func sum(_ rows: [ChangeRow], _ kind: ChangeRow.Kind, _ chart: ResolvedChart) -> ChangeRow {
        let before = rows.reduce(0) { $0 + ($1.before ?? 0) }
        let after = rows.reduce(0) { $0 + ($1.after ?? 0) }
        let name = kind == .total ? chart.words.total : chart.words.others(rows.count)
        return ChangeRow(kind: kind, name: name, before: before, after: after, change: after - before)
    }
}
