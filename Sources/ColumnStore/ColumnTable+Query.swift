// Selections are bitmaps over the rows; grouping turns the selected rows into numbered groups.
extension ColumnTable {
    /// All rows.
    package var everyRow: Bitmap { Bitmap(repeating: true, count: rowCount) }

    /// The rows whose value in a dictionary column is one of `values`.
    package func rows(_ name: String, anyOf values: [String]) -> Bitmap { strings(name).rows(anyOf: values) }

    /// The rows whose value in an integer column lies in `range`.
    package func rows(_ name: String, in range: ClosedRange<Int64>) -> Bitmap {
        let column = integers(name)
        return Bitmap(count: rowCount) { range.contains(column.values[$0]) }.intersection(column.validity)
    }

    /// Groups the selected rows by dictionary and integer columns, in ascending order of their keys.
    package func group(_ rows: [Int], by names: [String]) -> Grouping {
        var grouping = Grouping(rows: rows)
        for name in names {
            switch column(name) {
            case .dictionary(let column)?:
                grouping.refine(codes: column.codes, validity: column.validity, cardinality: column.dictionary.count)
            case .integer(let column)?:
                let encoded = Grouping.encode(column)
                grouping.refine(codes: encoded.codes, validity: column.validity, cardinality: encoded.count)
            default: preconditionFailure("cannot group by \(name)")
            }
        }
        return grouping
    }
}
