/// Rows in numbered groups; groups ascend by their keys, null keys last, rows inside a group keep their order.
@frozen
public struct Grouping: Hashable, Sendable {
    public let rows: [Int]
    /// For each position in `rows`, the number of its group.
    public internal(set) var groupOfPosition: [UInt32]
    /// The number of groups.
    public internal(set) var count: Int

    /// One group of all rows (no group when there are none).
    public init(rows: [Int]) {
        self.rows = rows
        groupOfPosition = [UInt32](repeating: 0, count: rows.count)
        count = rows.isEmpty ? 0 : 1
    }

    /// The rows of each group.
    public func rowsByGroup() -> [[Int]] {
        var result = [[Int]](repeating: [], count: count)
        for (position, row) in rows.enumerated() { result[Int(groupOfPosition[position])].append(row) }
        return result
    }

    /// The number of rows of each group.
    public func counts() -> [Int] {
        var result = [Int](repeating: 0, count: count)
        for group in groupOfPosition { result[Int(group)] += 1 }
        return result
    }
}

extension Grouping {
    /// Splits every group by one more key. The order of groups stays lexicographic: the new key is the least
    /// significant digit of a number whose leading part is the old group.
    mutating func refine(codes: [UInt32], validity: Bitmap, cardinality: Int) {
        let radix = UInt64(cardinality) + 1  // the last digit is null
        var combined = [UInt64](repeating: 0, count: rows.count)
        for (position, row) in rows.enumerated() {
            let digit = validity[row] ? UInt64(codes[row]) : radix - 1
            combined[position] = UInt64(groupOfPosition[position]) * radix + digit
        }
        renumber(combined, bound: UInt64(count) * radix)
    }

    /// Makes keys dense in ascending order: by a table where it is not much longer than the rows, else by sorting.
    private mutating func renumber(_ keys: [UInt64], bound: UInt64) {
        guard bound <= UInt64(4 * keys.count + 1024) else { return renumberBySorting(keys) }
        var number = [UInt32](repeating: 0, count: Int(bound))
        for key in keys { number[Int(key)] = 1 }
        var next: UInt32 = 0
        for key in number.indices where number[key] == 1 {
            number[key] = next
            next += 1
        }
        for position in keys.indices { groupOfPosition[position] = number[Int(keys[position])] }
        count = Int(next)
    }

    private mutating func renumberBySorting(_ keys: [UInt64]) {
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var next: UInt32 = 0
        for (place, position) in order.enumerated() {
            if place > 0, keys[order[place - 1]] != keys[position] { next += 1 }
            groupOfPosition[position] = next
        }
        count = order.isEmpty ? 0 : Int(next) + 1
    }

    /// Codes of an integer column in ascending order of its values.
    static func encode(_ column: Column<Int64>) -> (codes: [UInt32], count: Int) {
        let order = column.values.indices.sorted { column.values[$0] < column.values[$1] }
        var codes = [UInt32](repeating: 0, count: column.count)
        var next: UInt32 = 0
        for (place, row) in order.enumerated() {
            if place > 0, column.values[order[place - 1]] != column.values[row] { next += 1 }
            codes[row] = next
        }
        return (codes, order.isEmpty ? 0 : Int(next) + 1)
    }
}
