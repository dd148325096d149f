/// Where each row begins and ends when the values of its group are put on each other in order: running totals, or with
/// `normalize` running shares of 100 %. Negative values go down from zero, as in Vega. A row without a value has no
/// place, and the notes count it.
package struct StackRows: Transform {
    package enum Offset: String, Hashable, Sendable, CaseIterable { case zero, normalize }

    package var field: String
    package var groups: [String]
    package var sort: [SortRows.Key]
    package var offset: Offset
    package var start: String
    package var end: String

    package init(
        _ field: String, by groups: [String] = [], sort: [SortRows.Key] = [], offset: Offset = .zero,
        as start: String = "start", _ end: String = "end"
    ) {
        self.field = field
        self.groups = groups
        self.sort = sort
        self.offset = offset
        self.start = start
        self.end = end
    }

    var reads: [String] { [field] + groups + sort.map(\.field) }

    func fields(from fields: [String]) -> [String] { fields.filter { $0 != start && $0 != end } + [start, end] }

    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String]) {
        let keys = groups.map { table.column($0) ?? [] }
        let values = table.column(field) ?? []
        var members: [[ChartValue]: [Int]] = [:]
        for row in SortRows(sort).order(Array(0..<table.count), of: table) {
            members[keys.map { $0[row] }, default: []].append(row)
        }
        var places: [Int: (start: Double, end: Double)] = [:]
        for rows in members.values { places.merge(stacked(rows, values, table.facts)) { first, _ in first } }
        return written(places, table, words)
    }

    /// The place of each row with a value.
    private func stacked(
        _ rows: [Int], _ values: [ChartValue], _ facts: [RowFacts]
    ) -> [Int: (start: Double, end: Double)] {
        let members = rows.compactMap { row in
            GroupMember(value: values[row].number, facts: facts[row]).value.map { (row: row, value: $0) }
        }
        let whole = members.reduce(0) { $0 + abs($1.value) }
        let factor = offset == .zero ? 1 : whole > 0 ? 100 / whole : 0
        var (above, below) = (0.0, 0.0)
        var places: [Int: (start: Double, end: Double)] = [:]
        for member in members {
            let start = member.value < 0 ? below : above
            let end = start + member.value * factor
            if member.value < 0 { below = end } else { above = end }
            places[member.row] = (start, end)
        }
        return places
    }

    private func written(
        _ places: [Int: (start: Double, end: Double)], _ table: ChartTable, _ words: GuideWords
    ) -> (table: ChartTable, notes: [String]) {
        var result = ChartTable(fields: fields(from: table.fields))
        let others = result.fields.dropLast(2).map { table.column($0) ?? [] }
        var tally = StateTally()
        for row in 0..<table.count {
            var facts = table.facts[row]
            if places[row] == nil { tally.addAbsent(facts) }
            // They speak of the value itself and not of its end.
            (facts.display, facts.interval) = (nil, nil)
            let ends: [ChartValue] = places[row].map { [.number($0.start), .number($0.end)] } ?? [.null, .null]
            result.append(others.map { $0[row] } + ends, facts: facts)
        }
        result.domains = table.domains
        return (result, [words.combined(tally)].compactMap { $0 })
    }
}
