/// Orders the rows, and with them names and series; rows without a value come last. Equal rows keep their order.
package struct SortRows: Transform {
    package struct Key: Hashable, Sendable {
        package var field: String
        package var isDescending: Bool

        package init(_ field: String, isDescending: Bool = false) {
            self.field = field
            self.isDescending = isDescending
        }
    }

    package var keys: [Key]

    package init(_ keys: [Key]) { self.keys = keys }

    var reads: [String] { keys.map(\.field) }
    func fields(from fields: [String]) -> [String] { fields }

    func apply(to table: ChartTable, _ words: GuideWords) -> (table: ChartTable, notes: [String]) {
        (table.keeping(order(Array(0..<table.count), of: table)), [])
    }

    /// The rows in order.
    func order(_ rows: [Int], of table: ChartTable) -> [Int] {
        let columns = keys.map { (table.column($0.field) ?? [], $0.isDescending) }
        return rows.sorted { left, right in
            for (column, isDescending) in columns {
                let (a, b) = (column[left], column[right])
                if a == b { continue }
                if a == .null || b == .null { return b == .null }
                return isDescending ? b.precedes(a) : a.precedes(b)
            }
            return left < right
        }
    }
}

extension ChartValue {
    /// Numbers before years before names, each in their order.
    fileprivate func precedes(_ other: ChartValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): a < b
        case (.year(let a), .year(let b)): a < b
        case (.string(let a), .string(let b)): a < b
        default: kindOrder < other.kindOrder
        }
    }

    private var kindOrder: Int {
        switch self {
        case .number: 0
        case .year: 1
        case .string: 2
        case .null: 3
        }
    }

    var number: Double? { if case .number(let number) = self, number.isFinite { number } else { nil } }
}
