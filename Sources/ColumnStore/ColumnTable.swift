/// Named columns of equal length. Built once by `Builder`, then frozen.
package struct ColumnTable: Sendable {
    /// A column of any of the types.
    package enum AnyColumn: Hashable, Sendable {
        case integer(Column<Int64>)
        case double(Column<Double>)
        case decimal(DecimalColumn)
        case dictionary(DictionaryColumn)

        package var count: Int {
            switch self {
            case .integer(let column): column.count
            case .double(let column): column.count
            case .decimal(let column): column.count
            case .dictionary(let column): column.count
            }
        }
    }

    package let rowCount: Int
    /// In the order in which they were added.
    package let names: [String]
    let columns: [AnyColumn]
    /// For look-up only; never iterated.
    private let positions: [String: Int]

    init(rowCount: Int, names: [String], columns: [AnyColumn]) {
        self.rowCount = rowCount
        self.names = names
        self.columns = columns
        positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }

    package func column(_ name: String) -> AnyColumn? { positions[name].map { columns[$0] } }

    /// The same table with another dictionary column in the place of one that it has.
    package func replacing(_ name: String, with column: DictionaryColumn) -> ColumnTable {
        guard let position = positions[name], column.count == rowCount else {
            preconditionFailure("no column \(name) of \(column.count) rows to replace")
        }
        var changed = columns
        changed[position] = .dictionary(column)
        return ColumnTable(rowCount: rowCount, names: names, columns: changed)
    }

    /// A column that the program itself added under that name and type; anything else is a mistake in the program.
    package func decimals(_ name: String) -> DecimalColumn {
        guard case .decimal(let column)? = column(name) else { preconditionFailure("no decimal column \(name)") }
        return column
    }

    package func strings(_ name: String) -> DictionaryColumn {
        guard case .dictionary(let column)? = column(name) else { preconditionFailure("no dictionary column \(name)") }
        return column
    }

    package func integers(_ name: String) -> Column<Int64> {
        guard case .integer(let column)? = column(name) else { preconditionFailure("no integer column \(name)") }
        return column
    }
}
