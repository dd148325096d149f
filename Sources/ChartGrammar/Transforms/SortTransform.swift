/// The rows of a ranked chart: those that are ranked, and those set apart for their small denominators.
struct RankedRows: Sendable {
    var ranked: [Datum]
    var small: [Datum]
    /// Rows there was no room for.
    var left = 0

    /// Sorted by value if the channel says so; rows without a value come last, in their order.
    init(_ chart: ResolvedChart) {
        let sort = chart.spec.encoding.y.sort
        let isSplit = chart.spec.smallDenominator != nil
        ranked = Self.sorted(chart.data.filter { !(isSplit && $0.isSmall) }, sort)
        small = Self.sorted(chart.data.filter { isSplit && $0.isSmall }, sort)
    }

    private static func sorted(_ rows: [Datum], _ sort: Channel.Sort) -> [Datum] {
        guard sort != .none else { return rows }
        let valued = rows.enumerated().filter { $0.element.value != nil }.sorted { left, right in
            let (a, b) = (left.element.value ?? 0, right.element.value ?? 0)
            if a == b { return left.offset < right.offset }
            return sort == .ascending ? a < b : a > b
        }
        return valued.map(\.element) + rows.filter { $0.value == nil }
    }

    /// Keeps the first rows; the small ones go first, then the lowest ranks. Subject and exception always stay.
    mutating func limit(to count: Int) {
        let total = ranked.count + small.count
        guard total > count else { return }
        left = total - count
        ranked = Self.kept(ranked, max(0, count - min(small.count, count / 3)))
        small = Self.kept(small, max(0, count - ranked.count))
        left = total - ranked.count - small.count
    }

    private static func kept(_ rows: [Datum], _ count: Int) -> [Datum] {
        guard rows.count > count else { return rows }
        let must = Set(rows.indices.filter { rows[$0].facts.isSubject || rows[$0].facts.isAlert }.prefix(count))
        var free = count - must.count
        return rows.indices.compactMap { index in
            if must.contains(index) { return rows[index] }
            free -= 1
            return free >= 0 ? rows[index] : nil
        }
    }
}
