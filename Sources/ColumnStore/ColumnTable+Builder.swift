extension ColumnTable {
    /// Collects finished columns; `freeze` verifies that they fit together.
    package struct Builder {
        private let rowCount: Int
        private var names: [String] = []
        private var columns: [AnyColumn] = []

        package init(rowCount: Int) { self.rowCount = rowCount }

        package mutating func add(_ name: String, _ column: Column<Int64>) { add(name, .integer(column)) }
        package mutating func add(_ name: String, _ column: Column<Double>) { add(name, .double(column)) }
        package mutating func add(_ name: String, _ column: DecimalColumn) { add(name, .decimal(column)) }
        package mutating func add(_ name: String, _ column: DictionaryColumn) { add(name, .dictionary(column)) }

        private mutating func add(_ name: String, _ column: AnyColumn) {
            precondition(column.count == rowCount, "\(name) has \(column.count) rows, the table \(rowCount)")
            precondition(!names.contains(name), "two columns named \(name)")
            names.append(name)
            columns.append(column)
        }

        package func freeze() -> ColumnTable {
            let table = ColumnTable(rowCount: rowCount, names: names, columns: columns)
            assert(table.checkInvariants())
            return table
        }
    }
}
