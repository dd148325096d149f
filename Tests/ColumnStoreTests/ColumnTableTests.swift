import TestSupport
import Testing

@testable import ColumnStore

@Suite struct ColumnTableTests {
    private func table(_ organs: [String?], _ years: [Int64?], _ values: [Int64]) -> ColumnTable {
        var builder = ColumnTable.Builder(rowCount: organs.count)
        builder.add("organ", DictionaryColumn(organs))
        builder.add("year", Column<Int64>(years))
        builder.add(
            "value",
            DecimalColumn(mantissas: values, scale: 0, validity: Bitmap(repeating: true, count: values.count)))
        return builder.freeze()
    }

    @Test func groupsAscendAndNullsComeLast() {
        let table = table(["乙", "甲", nil, "甲", "乙"], [2022, 2023, 2021, 2021, 2021], [1, 2, 4, 8, 16])
        let grouping = table.group([0, 1, 2, 3, 4], by: ["organ", "year"])
        #expect(grouping.rowsByGroup() == [[4], [0], [3], [1], [2]])
        #expect(table.decimals("value").sums(by: grouping).map(\.mantissa) == [16, 1, 8, 2, 4])
        #expect(table.group([4, 0], by: ["organ"]).rowsByGroup() == [[4, 0]])
        #expect(table.group([1, 2], by: []).counts() == [2])
        #expect(table.group([], by: ["organ"]).count == 0)
        #expect(table.rows("year", in: 2022...2023).indices == [0, 1])
        #expect(table.rows("organ", anyOf: ["甲"]).indices == [1, 3])
        #expect(table.checkInvariants())
    }

    /// Both ways of numbering groups (by table, by sorting) against a sorted dictionary of arrays.
    @Test(arguments: [(50, 5), (500, 500), (20, 1_000_000)]) func groupingAgreesWithNaiveCode(rows: Int, spread: Int) {
        var random = SeededGenerator(seed: rows)
        let organs = (0..<rows).map { _ in String(Int.random(in: 0..<spread, using: &random)) }
        let years = (0..<rows).map { _ in Int64.random(in: 0..<Int64(spread), using: &random) }
        let values = (0..<rows).map { _ in Int64.random(in: -9...9, using: &random) }
        let table = table(organs, years, values)
        let grouping = table.group(Array(0..<rows), by: ["organ", "year"])
        struct Key: Hashable, Comparable {
            var organ: String
            var year: Int64
            static func < (a: Key, b: Key) -> Bool { (a.organ, a.year) < (b.organ, b.year) }
        }
        let naive = Dictionary(grouping: 0..<rows) { Key(organ: organs[$0], year: years[$0]) }.sorted {
            $0.key < $1.key
        }
        #expect(grouping.rowsByGroup() == naive.map(\.value))
        #expect(
            table.decimals("value").sums(by: grouping).map(\.mantissa)
                == naive.map { $0.value.reduce(Int128(0)) { $0 + Int128(values[$1]) } })
        #expect(grouping.counts() == naive.map(\.value.count))
    }
}
