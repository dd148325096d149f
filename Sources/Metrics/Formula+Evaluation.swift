import ColumnStore
import FilingTable
import Filings

/// A formula over all rows of a table. A row is null where any cell it needs is null.
package struct EvaluatedFormula: Sendable {
    package let values: DecimalColumn
    /// Rows in which some cell it rests on is derived, an assumed zero, or part of a violated identity.
    package let derived: Bitmap
    package let assumedZero: Bitmap
    package let doubtful: Bitmap

    /// The cells it needs, in order; the lines of a group together.
    private let cells: [[CellColumn]]

    /// Why a row has no value: the reason of the first cell that is missing.
    package func reason(at row: Int) -> NullReason? {
        if values.validity[row] { return nil }
        for lines in cells {
            let asked = lines.count == 1 ? lines : lines.filter { $0.asked[row] }
            if asked.isEmpty { return .notAsked }
            for cell in asked {
                if let reason = cell.reason(at: row) { return reason }
            }
        }
        return .unrepresentable
    }

    init(values: DecimalColumn, cells: [[CellColumn]]) {
        self.values = values
        self.cells = cells
        let none = Bitmap(repeating: false, count: values.count)
        derived = cells.joined().reduce(none) { $1.derived.map($0.union) ?? $0 }
        assumedZero = cells.joined().reduce(none) { $1.assumedZero.map($0.union) ?? $0 }
        doubtful = cells.joined().reduce(none) { $1.doubtful.map($0.union) ?? $0 }
    }
}

extension Formula {
    /// Evaluates a formula without division over all rows, column by column, exactly.
    package func evaluate(over filings: FilingColumns) -> EvaluatedFormula {
        EvaluatedFormula(values: column(in: filings), cells: cells(in: filings))
    }

    private func column(in filings: FilingColumns) -> DecimalColumn {
        switch self {
        case .measure(let id): filings[id].values
        case .group(let group): Self.sum(of: group, in: filings)
        case .fact(let kind): Self.fact(kind, in: filings).values
        case .supplement(let supplement): filings[supplement].values
        case .constant(let value):
            DecimalColumn(repeating: value.mantissa, scale: value.scale, count: filings.rowCount)
        case .sum(let terms):
            terms.dropFirst().reduce(terms[0].column(in: filings)) { $0.adding($1.column(in: filings)) }
        case .difference(let a, let b): a.column(in: filings).subtracting(b.column(in: filings))
        case .product(let a, let b): a.column(in: filings).multiplying(by: b.column(in: filings))
        case .ratio, .index: preconditionFailure("divided at the end, not in columns: \(self)")
        }
    }

    /// Lines that a row's form does not have count as 0; a row whose form has none of them is null.
    private static func sum(of group: MeasureGroup, in filings: FilingColumns) -> DecimalColumn {
        let cells = group.members.map { filings[$0] }
        let anyAsked = cells.dropFirst().reduce(cells[0].asked) { $0.union($1.asked) }
        let zero = DecimalColumn(repeating: 0, scale: 0, count: filings.rowCount)
        return cells.reduce(zero) { $0.adding($1.values.zero(where: $1.asked.inverted())) }.masked(anyAsked)
    }

    private func cells(in filings: FilingColumns) -> [[CellColumn]] {
        switch self {
        case .measure(let id): [[filings[id]]]
        case .group(let group): [group.members.map { filings[$0] }]
        case .fact(let kind): [[Self.fact(kind, in: filings)]]
        case .supplement(let supplement): [[filings[supplement]]]
        case .constant: []
        default: children.flatMap { $0.cells(in: filings) }
        }
    }

    private static func fact(_ kind: String, in filings: FilingColumns) -> CellColumn {
        guard let cell = filings.fact(kind) else { preconditionFailure("no fact kind \(kind)") }
        return cell
    }
}
