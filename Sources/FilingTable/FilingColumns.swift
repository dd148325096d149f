import ColumnStore
import Filings

/// All filings of a run as columns: one row per filing with a year and an organ, in the order of the inputs.
///
/// Built once by `init(_:)`, then frozen. Columns of the table, in this order: the dimensions, the states of
/// `ConsistencyPart`, the measures under their codes, the facts under `fact ` and their kind, the supplements.
package struct FilingColumns: Sendable {
    package let table: ColumnTable
    /// The filings that are not in the table, with the reason.
    package let excluded: [ExcludedFiling]
    /// For each row the position of its filing in the array that the table was built from.
    package let inputPositions: [Int]
    /// For each row its division, for questions of containment.
    package let divisions: [District?]

    let measures: [CellColumn]
    let facts: [CellColumn]
    let supplements: [CellColumn]
    let formRows: [Bitmap]

    package var rowCount: Int { table.rowCount }
    package var everyRow: Bitmap { table.everyRow }

    package subscript(id: MeasureID) -> CellColumn { measures[id.index] }

    /// The column of a fact kind; nil for a kind that `FactKinds` does not list.
    package func fact(_ kind: String) -> CellColumn? { FactKinds.all.firstIndex(of: kind).map { facts[$0] } }

    package subscript(supplement: Supplement) -> CellColumn {
        supplements[Supplement.allCases.firstIndex(of: supplement)!]
    }

    package func strings(_ dimension: Dimension) -> DictionaryColumn { table.strings(dimension.rawValue) }
    package func value(_ dimension: Dimension, at row: Int) -> String? {
        dimension.isNumber ? String(year(at: row)) : strings(dimension)[row]
    }
    package func year(at row: Int) -> Int { Int(years.values[row]) }
    package func source(at row: Int) -> String { strings(.source)[row] ?? "" }
    package func form(at row: Int) -> FormID? { strings(.form)[row].flatMap(FormID.init) }
    package func coverage(at row: Int) -> Coverage? { strings(.coverage)[row].flatMap(Coverage.init) }
    package func level(at row: Int) -> AdministrativeLevel? { strings(.level)[row].flatMap(AdministrativeLevel.init) }
    package func consistency(_ part: ConsistencyPart, at row: Int) -> Consistency {
        table.strings(part.rawValue)[row].flatMap(Consistency.init) ?? .notAssessable
    }

    /// The rows of a form.
    package func rows(of form: FormID) -> Bitmap { formRows[form.index] }

    /// The rows whose form has the cell; rows without a form count as having it.
    package func rows(asking id: MeasureID) -> Bitmap { measures[id.index].asked }

    /// The reporting years as a column: for loops over many rows.
    package var years: Column<Int64> { table.integers(Dimension.year.rawValue) }
    /// The first and the last reporting year; nil for an empty table.
    package var yearRange: ClosedRange<Int>? {
        years.range().map { Int($0.lowerBound)...Int($0.upperBound) }
    }
}

/// A filing that cannot be placed in the table.
package struct ExcludedFiling: Hashable, Sendable {
    package enum Reason: String, Sendable { case noYear, noOrgan }

    package var source: String
    /// Its position in the array that the table was built from.
    package var inputPosition: Int
    package var reasons: [Reason]
}
