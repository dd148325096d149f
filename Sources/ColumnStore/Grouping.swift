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
        let radix = cardinality + 1  // the last digit is null
        var digits = [UInt32](repeating: 0, count: rows.count)
        for (position, row) in rows.enumerated() { digits[position] = validity[row] ? codes[row] : UInt32(cardinality) }
        if count == 1 {
            renumber(digits, bound: radix)
        } else if count * radix <= 4 * rows.count + 1024 {
            for position in digits.indices { digits[position] += groupOfPosition[position] * UInt32(radix) }
            renumber(digits, bound: count * radix)
        } else {
            renumberBySorting(digits, radix: radix)
        }
    }

    /// Makes keys dense in ascending order by a table of all keys that could be.
    private mutating func renumber(_ keys: [UInt32], bound: Int) {
        var number = [UInt32](repeating: 0, count: bound)
        for key in keys { number[Int(key)] = 1 }
        var next: UInt32 = 0
        for key in number.indices where number[key] == 1 {
            number[key] = next
            next += 1
        }
        for position in keys.indices { groupOfPosition[position] = number[Int(keys[position])] }
        count = Int(next)
    }

    /// The same where that table would be too long: positions sorted by digit and then, stably, by group.
    private mutating func renumberBySorting(_ digits: [UInt32], radix: Int) {
        let byDigit = Self.sorted(Array(digits.indices), by: digits, bound: radix)
        let order = Self.sorted(byDigit, by: groupOfPosition, bound: count)
        var numbers = groupOfPosition
        var next: UInt32 = 0
        for (place, position) in order.enumerated() {
            if place > 0 {
                let before = order[place - 1]
                let isSame = digits[before] == digits[position] && groupOfPosition[before] == groupOfPosition[position]
                if !isSame { next += 1 }
            }
            numbers[position] = next
        }
        groupOfPosition = numbers
        count = order.isEmpty ? 0 : Int(next) + 1
    }

    /// A stable counting sort.
    private static func sorted(_ positions: [Int], by keys: [UInt32], bound: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: bound + 1)
        for position in positions { starts[Int(keys[position]) + 1] += 1 }
        for key in 0..<bound { starts[key + 1] += starts[key] }
        var result = positions
        for position in positions {
            let key = Int(keys[position])
            result[starts[key]] = position
            starts[key] += 1
        }
        return result
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
