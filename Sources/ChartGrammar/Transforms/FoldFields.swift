/// Several fields of numbers become one, with a row for each of them and a field that says which it was.
package struct FoldFields: Transform {
    /// Each with the name that its rows bear.
    package var folded: [Field]
    package var key: String
    package var value: String

    package struct Field: Hashable, Sendable {
        package var field: String
        package var zh: String
        package var en: String

        /// By default the name of the field itself.
        package init(_ field: String, zh: String? = nil, en: String? = nil) {
            self.field = field
            self.zh = zh ?? field
            self.en = en ?? field
        }
    }

    package init(_ folded: [Field], as key: String = "key", _ value: String = "value") {
        self.folded = folded
        self.key = key
        self.value = value
    }

    var reads: [String] { folded.map(\.field) }

    func fields(from fields: [String]) -> [String] {
        fields.filter { $0 != key && $0 != value } + [key, value]
    }

    /// The printed value and the interval of a row are of its own value, and no longer true; its state is.
    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String]) {
        let names = fields(from: table.fields)
        let others = names.dropLast(2).map { table.column($0) ?? [] }
        let columns = folded.map { table.column($0.field) ?? [] }
        var result = ChartTable(fields: names)
        for row in 0..<table.count {
            var facts = table.facts[row]
            (facts.display, facts.interval, facts.n) = (nil, nil, nil)
            // The smallness of a denominator is no flaw of the counts.
            if facts.state == .smallDenominator { facts.state = .ordinary }
            for (field, column) in zip(folded, columns) {
                let value: ChartValue = facts.state.isDrawn ? column[row].number.map { .number($0) } ?? .null : .null
                result.append(others.map { $0[row] } + [.string(words.word(field.zh, field.en)), value], facts: facts)
                facts.isAlert = false
            }
        }
        return (result, [])
    }
}
