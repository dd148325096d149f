/// The first names by their values over all rows, and one more for all the others together, so that nothing is lost from
/// a sum. The subject and the exception are among the first in any case.
package struct TopRows: Transform {
    package var count: Int
    /// The field of names.
    package var field: String
    /// The field of values that are compared, and put together for the others.
    package var value: String
    package var kind: AggregateKind

    package init(_ count: Int, of field: String, by value: String, _ kind: AggregateKind = .sum) {
        self.count = count
        self.field = field
        self.value = value
        self.kind = kind
    }

    var reads: [String] { [field, value] }
    func fields(from fields: [String]) -> [String] { fields }

    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String]) {
        let names = table.column(field) ?? []
        let order = distinct(names)
        // One name alone under another name would hide it and save nothing.
        guard order.count > count + 1 else { return (table, []) }
        let kept = kept(order, names, table)
        let rest = words.others(order.count - kept.count)
        var result = table.keeping((0..<table.count).filter { kept.contains(names[$0]) })
        let (rows, tally) = self.rest(of: table, rest, except: kept)
        for row in rows { result.append(row.values, facts: row.facts) }
        return (result, [words.merged(rest, kind)] + [words.combined(tally)].compactMap { $0 })
    }

    private func kept(_ order: [ChartValue], _ names: [ChartValue], _ table: ChartTable) -> Set<ChartValue> {
        let values = table.column(value) ?? []
        var members: [ChartValue: [GroupMember]] = [:]
        var must: Set<ChartValue> = []
        for row in 0..<table.count {
            members[names[row], default: []].append(GroupMember(value: values[row].number, facts: table.facts[row]))
            if table.facts[row].isSubject || table.facts[row].isAlert { must.insert(names[row]) }
        }
        let strengths = order.map { must.contains($0) ? .infinity : kind.value(of: members[$0] ?? []) ?? -.infinity }
        let ranked = order.indices.sorted { (-strengths[$0], $0) < (-strengths[$1], $1) }
        return Set(ranked.prefix(count).map { order[$0] })
    }

    /// The others, put together for each combination of the fields that hold no numbers.
    private func rest(
        of table: ChartTable, _ name: String, except kept: Set<ChartValue>
    ) -> (rows: [(values: [ChartValue], facts: RowFacts)], tally: StateTally) {
        let columns = table.fields.map { table.column($0) ?? [] }
        let isNumeric = columns.map { $0.contains { $0.number != nil } }
        let place = table.fields.firstIndex(of: field) ?? 0
        var groups: [[ChartValue]: [Int]] = [:]
        var order: [[ChartValue]] = []
        for row in 0..<table.count where !kept.contains(columns[place][row]) {
            let key = columns.indices.map { isNumeric[$0] || $0 == place ? .null : columns[$0][row] }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        var tally = StateTally()
        let rows = order.map { key -> (values: [ChartValue], facts: RowFacts) in
            var (values, facts) = (key, RowFacts())
            values[place] = .string(name)
            for index in columns.indices where isNumeric[index] && index != place {
                let members = groups[key]!.map { GroupMember(value: columns[index][$0].number, facts: table.facts[$0]) }
                let combined = kind.combined(members)
                values[index] = combined.value.map { .number($0) } ?? .null
                guard table.fields[index] == value else { continue }
                facts = combined.facts
                tally.add(members)
            }
            return (values, facts)
        }
        return (rows, tally)
    }
}
