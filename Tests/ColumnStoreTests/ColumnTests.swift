import TestSupport
import Testing

@testable import ColumnStore

@Suite struct ColumnTests {
    private func optionals(_ count: Int, seed: Int, in range: ClosedRange<Int64>) -> [Int64?] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            Int.random(in: 0..<4, using: &random) == 0 ? nil : Int64.random(in: range, using: &random)
        }
    }

    @Test(arguments: [0, 1, 64, 100, 4096, 9001]) func sumsAgreeWithNaiveCode(count: Int) {
        let values = optionals(count, seed: count, in: -1_000_000...1_000_000)
        let column = Column<Int64>(values)
        #expect(column.checkInvariants())
        #expect(column.sum() == values.reduce(Int128(0)) { $0 + Int128($1 ?? 0) })
        #expect((0..<count).map { column[$0] } == values)
        let doubles = Column<Double>(values.map { $0.map { Double($0) / 4 } })
        #expect(doubles.sum() == values.reduce(0.0) { $0 + Double($1 ?? 0) / 4 })
    }

    @Test func sumsDoNotOverflow() {
        let column = Column<Int64>([Int64?](repeating: .max, count: 10))
        #expect(column.sum() == 10 * Int128(Int64.max))
        #expect(Column<Int64>([Int64.min, Int64.min, nil]).sum() == 2 * Int128(Int64.min))
        #expect(Column<Int64>([nil, nil]).range() == nil)
        #expect(Column<Int64>([nil, 3, -2]).range() == -2...3)
    }

    @Test(arguments: [1, 65, 3000]) func decimalArithmeticAgreesWithNaiveCode(count: Int) {
        let a = optionals(count, seed: 1, in: -5000...5000)
        let b = optionals(count, seed: 2, in: -5000...5000)
        let left = DecimalColumn(
            mantissas: a.map { $0 ?? 0 }, scale: 0, validity: Bitmap(count: count) { a[$0] != nil })
        let right = DecimalColumn(
            mantissas: b.map { $0 ?? 0 }, scale: 2, validity: Bitmap(count: count) { b[$0] != nil })
        func expect(_ column: DecimalColumn, scale: UInt8, _ operation: (Int64, Int64) -> Int64) {
            #expect(column.scale == scale)
            #expect(column.checkInvariants())
            for row in 0..<count {
                let value = a[row].flatMap { x in b[row].map { operation(x, $0) } }
                #expect(column[row] == value)
            }
        }
        expect(left.adding(right), scale: 2) { $0 * 100 + $1 }
        expect(left.subtracting(right), scale: 2) { $0 * 100 - $1 }
        expect(left.multiplying(by: right), scale: 2) { $0 * $1 }
        let rows = (0..<count).filter { $0 % 3 == 0 }
        let sum = right.sum(at: rows)
        #expect(sum.mantissa == rows.reduce(Int128(0)) { $0 + Int128(b[$1] ?? 0) })
        #expect(sum.count == rows.count { b[$0] != nil })
    }

    @Test func aResultThatLeaves64BitsIsNull() {
        let big = DecimalColumn(repeating: .max, scale: 0, count: 2)
        let sum = big.adding(DecimalColumn(mantissas: [1, 0], scale: 0, validity: Bitmap(repeating: true, count: 2)))
        #expect(sum[0] == nil && sum[1] == .max)
        #expect(sum.checkInvariants())
        #expect(big.rescaled(to: 3).validity.isEmpty)
    }

    @Test func masksAndZeros() {
        let column = DecimalColumn(mantissas: [5, 0, 7], scale: 0, validity: Bitmap(indices: [0, 2], count: 3))
        #expect(column.masked(Bitmap(indices: [0, 1], count: 3)).mantissas == [5, 0, 0])
        #expect(column.zero(where: Bitmap(indices: [1], count: 3))[1] == 0)
    }

    @Test func gridBringsScalesTogetherAndRefusesWhatDoesNotFit() {
        let grid = DecimalGrid(columns: 2, rows: 6)
        let cells: [Int: (Int64, UInt8)] = [
            0: (3602, 0), 1: (1_674_792, 4), 3: (24_252_167_479, 6), 4: (1, 9), 5: (999_999_999_999_999_999, 0),
        ]
        for (row, cell) in cells { grid.set(column: 1, row: row, mantissa: cell.0, scale: cell.1) }
        let (column, refused) = grid.column(1)
        #expect(grid.column(0).column.validity.isEmpty)
        #expect(column.scale == 6)
        #expect((0..<6).map { column[$0] } == [3_602_000_000, 167_479_200, nil, 24_252_167_479, nil, nil])
        #expect(refused == [4, 5])
    }

    @Test func dictionaryIsSortedWhateverTheOrderOfRows() {
        let column = DictionaryColumn(["乙", nil, "甲", "乙", ""])
        let other = DictionaryColumn(["", "甲", "乙"])
        #expect(column.dictionary == other.dictionary)
        #expect((0..<5).map { column[$0] } == ["乙", nil, "甲", "乙", ""])
        #expect(column.rows(anyOf: ["乙", "丙"]).indices == [0, 3])
        #expect(column.rows(anyOf: [""]).indices == [4])
        #expect(column.rows(anyOf: ["丙"]).isEmpty)
        #expect(column.code(of: "丙") == nil)
        #expect(column.checkInvariants())
    }
}
