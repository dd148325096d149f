/// One row for each combination of the grouping fields, in order of appearance. Rows without a value are in no sum, mean
/// or extreme, and the notes count them by their state; rows without a group are left out, and counted too. Groups that a
/// field is known to have (empty classes of `bin`) are there with a count of 0.
package struct AggregateRows: Transform {
    package struct Operation: Hashable, Sendable {
        package var kind: AggregateKind
        /// The field it reads; a count of rows needs none.
        package var field: String?
        package var result: String

        package init(_ kind: AggregateKind, of field: String? = nil, as result: String) {
            self.kind = kind
            self.field = field
            self.result = result
        }
    }

    package var operations: [Operation]
    package var groups: [String]

    package init(_ operations: [Operation], by groups: [String]) {
        self.operations = operations
        self.groups = groups
    }

    var reads: [String] { groups + operations.compactMap(\.field) }
    func fields(from fields: [String]) -> [String] { groups + operations.map(\.result) }

    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String]) {
        let keys = groups.map { table.column($0) ?? [] }
        var members: [[ChartValue]: [Int]] = [:]
        var order: [[ChartValue]] = []
        var outside = StateTally()
        for row in 0..<table.count {
            let key = keys.map { $0[row] }
            if key.contains(.null) {
                outside.addAbsent(table.facts[row])
                continue
            }
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(row)
        }
        var tally = StateTally()
        var result = ChartTable(fields: fields(from: table.fields))
        for key in completed(order, table) {
            let rows = members[key] ?? []
            let (values, facts) = row(rows, table, &tally)
            result.append(key + values, facts: facts)
        }
        for group in groups { result.domains[group] = table.domains[group] }
        return (result, [words.ungrouped(outside), words.combined(tally)].compactMap { $0 })
    }

    /// The results of one group. Its state is that of the first operation's value, which is the one that is drawn.
    private func row(
        _ rows: [Int], _ table: ChartTable, _ tally: inout StateTally
    ) -> (values: [ChartValue], facts: RowFacts) {
        var values: [ChartValue] = []
        var facts = RowFacts()
        for (index, operation) in operations.enumerated() {
            let column = operation.field.flatMap { table.column($0) }
            let cells = rows.map { row in
                GroupMember(value: column.map { $0[row].number } ?? 0, facts: table.facts[row])
            }
            let combined = operation.kind.combined(cells)
            if index == 0 {
                facts = combined.facts
                // A count of rows counts those without a value too.
                tally.add(operation.kind == .count ? cells.filter { $0.value != nil } : cells)
            }
            values.append(combined.value.map { .number($0) } ?? .null)
        }
        return (values, facts)
    }

    /// Every known value of a field with every combination of the others.
    private func completed(_ order: [[ChartValue]], _ table: ChartTable) -> [[ChartValue]] {
        guard let place = groups.firstIndex(where: { table.domains[$0] != nil }),
            let known = table.domains[groups[place]]
        else { return order }
        var others = distinct(order.map { key in key.indices.filter { $0 != place }.map { key[$0] } })
        if others.isEmpty, groups.count == 1 { others = [[]] }
        return others.flatMap { rest in
            known.map { value in
                var key = rest
                key.insert(value, at: place)
                return key
            }
        }
    }
}
