import ColumnStore
import Filings

/// The supplement columns of a table, in the order of `Supplement.allCases`.
enum SupplementColumns {
    /// For filings: what the caller knows, and what the states of the identities say.
    static func columns(_ supplements: [FilingSupplement], consistency: [[Consistency]], count: Int) -> [CellColumn] {
        Supplement.allCases.map { supplement in
            column(count) { row in
                let known = supplements.isEmpty ? FilingSupplement() : supplements[row]
                let parts = { (state: Consistency) in consistency.contains { $0[row] == state } }
                switch supplement {
                case .population: return known.population
                case .onTime: return known.timeliness.map { $0 == .onTime ? 1 : 0 }
                case .dated: return known.timeliness.map { $0 == .undated ? 0 : 1 }
                case .consistent: return parts(.holds) && !parts(.violated) ? 1 : 0
                case .assessable: return parts(.holds) || parts(.violated) ? 1 : 0
                case .filed, .expected: return nil
                }
            }
        }
    }

    /// For a table of expected filings.
    static func columns(_ expected: [ExpectedFiling]) -> [CellColumn] {
        Supplement.allCases.map { supplement in
            column(expected.count) { row in
                switch supplement {
                case .filed: expected[row].source == nil ? 0 : 1
                case .expected: 1
                default: nil
                }
            }
        }
    }

    private static func column(_ count: Int, _ value: @Sendable (Int) -> Int64?) -> CellColumn {
        let (grid, _) = CellGrid.filled(usualReasons: [.notSupplied], rows: count, jobs: 1) { block in
            for row in block.range {
                if let value = value(row) { block.set(column: 0, row: row, mantissa: value) }
            }
        }
        return grid.column(0, asked: Bitmap(repeating: true, count: count))
    }
}
