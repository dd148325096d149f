/// The class of each value as a field of names, in ascending order and with no class left out between first and last.
/// Lower bounds belong to their class. A row without a value is in no class.
package struct BinField: Transform {
    package var field: String
    package var result: String
    /// The step is the smallest round one that gives no more classes.
    package var most: Int
    /// A step of one's own; `most` still holds for what it would make of far values.
    package var step: Double?

    /// More classes than this are no classes.
    package static let limit = 200

    package init(_ field: String, as result: String, most: Int = 10, step: Double? = nil) {
        self.field = field
        self.result = result
        self.most = most
        self.step = step
    }

    var reads: [String] { [field] }
    func fields(from fields: [String]) -> [String] { fields.filter { $0 != result } + [result] }

    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String]) {
        let members = zip(table.column(field) ?? [], table.facts).map { GroupMember(value: $0.number, facts: $1).value }
        let values = members.compactMap { $0 }
        var result = ChartTable(fields: fields(from: table.fields))
        let others = result.fields.dropLast().map { table.column($0) ?? [] }
        let classes = Classes(values, most: most, step: step, words)
        for row in 0..<table.count {
            let label = members[row].map { ChartValue.string(classes.label(of: $0)) } ?? .null
            result.append(others.map { $0[row] } + [label], facts: table.facts[row])
        }
        result.domains = table.domains
        result.domains[self.result] = classes.labels.map { .string($0) }
        return (result, classes.isWhole || values.isEmpty ? [] : [words.lowerBoundsBelong])
    }

    /// Equal steps from the round number below the lowest value.
    private struct Classes {
        let labels: [String]
        /// Of whole numbers with a whole step: 0—9, 10—19.
        let isWhole: Bool
        private let first: Double
        private let step: Double

        init(_ values: [Double], most: Int, step wanted: Double?, _ words: GuideWords) {
            let (low, high) = (values.min() ?? 0, values.max() ?? 0)
            func count(_ step: Double) -> Double { (high / step).rounded(.down) - (low / step).rounded(.down) + 1 }
            let span = max(high - low, abs(high) * 1e-9, 1e-9)
            let areWhole = values.allSatisfy { $0 == $0.rounded() && abs($0) < 1e15 }
            var step = wanted ?? Decades.below(span / Double(max(most, 1)))
            if areWhole, wanted == nil { step = max(step, 1) }
            while count(step) > Double(wanted == nil ? max(most, 1) : BinField.limit) {
                step = Decades.above(step * 1.5)
            }
            self.step = step
            let start = (low / step).rounded(.down)
            first = start * step
            let whole = areWhole && step == step.rounded()
            isWhole = whole
            let places = LinearScale(covering: 0...step, spec: ScaleSpec(), range: (0, 1), step: step).decimals
            func text(_ value: Double) -> String { decimalText(value, places: places, isGrouped: true) }
            labels = (0..<Int(count(step))).map { index in
                let lower = (start + Double(index)) * step
                if whole, step == 1 { return text(lower) }
                return text(lower) + words.range + text(lower + step - (whole ? 1 : 0))
            }
        }

        func label(of value: Double) -> String {
            labels[min(max(Int(((value / step).rounded(.down) - (first / step).rounded())), 0), labels.count - 1)]
        }
    }
}
