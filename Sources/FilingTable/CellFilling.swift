import ColumnStore
import Filings

/// Reads every cell and fact of every filing once.
struct CellFilling: Sendable {
    let filings: RowFilings

    private static let usualReasons =
        [NullReason](repeating: .absent, count: Measures.count)
        + [NullReason](repeating: .notStated, count: FactKinds.all.count)

    /// The cells of all measures, then of all fact kinds; and by part of the form whether its arithmetic holds.
    func fill(jobs: Int) -> (grid: CellGrid, consistency: [[Consistency]]) {
        let (grid, states) = CellGrid.filled(
            usualReasons: Self.usualReasons, rows: filings.count, jobs: jobs, fill)
        return (grid, ConsistencyPart.allCases.indices.map { part in states.flatMap { $0[part] } })
    }

    private func fill(_ block: inout CellBlock) -> [[Consistency]] {
        var consistency = [[Consistency]](repeating: [], count: ConsistencyPart.allCases.count)
        for row in block.range {
            let parts = Self.fill(&block, row, filings[row])
            for part in consistency.indices { consistency[part].append(parts?[part] ?? .notAssessable) }
        }
        return consistency
    }

    /// Fills a row; the states of the parts of the form, nil for a filing without one.
    private static func fill(_ block: inout CellBlock, _ row: Int, _ filing: Filing) -> [Consistency]? {
        filing.readings.withCells { fill(&block, row, $0, of: filing) }
        fillFacts(&block, row, of: filing)
        guard let form = filing.form else { return nil }
        let (parts, doubtful) = IdentityPlan.plan(for: form).assess(filing)
        for measure in doubtful { block.mark(column: measure.index, row: row, .doubtful) }
        return parts
    }

    private static func fill(
        _ block: inout CellBlock, _ row: Int, _ cells: UnsafeBufferPointer<ReadingTable.Cell>, of filing: Filing
    ) {
        for index in cells.indices {
            // Nearly every cell is printed or not asked: the rest of the filing need not be touched.
            if cells[index].isPrinted {
                block.set(column: index, row: row, mantissa: cells[index].mantissa, scale: cells[index].scale)
            } else if cells[index].state != .notAsked {
                fillUnprinted(&block, row, Measures.all[index].id, of: filing)
            }
        }
    }

    private static func fillUnprinted(_ block: inout CellBlock, _ row: Int, _ measure: MeasureID, of filing: Filing) {
        let column = measure.index
        guard let figure = filing.figure(measure) else {
            return block.setNull(
                column: column, row: row, NullReason(filing.readings.state(of: measure)) ?? .absent)
        }
        block.set(column: column, row: row, mantissa: figure.value.mantissa, scale: figure.value.scale)
        let isBlank = filing.readings.state(of: measure) == .blank
        let isBlankZero = figure.basis == .derived && figure.value.isZero && isBlank
        if figure.basis == .derived { block.mark(column: column, row: row, .derived) }
        if figure.basis == .nilMark || isBlankZero { block.mark(column: column, row: row, .assumedZero) }
    }

    /// A fact that is stated once, or more than once with the same number; different numbers give none.
    private static func fillFacts(_ block: inout CellBlock, _ row: Int, of filing: Filing) {
        var stated = [ExactDecimal?](repeating: nil, count: FactKinds.all.count)
        var isConflicting = [Bool](repeating: false, count: stated.count)
        for fact in filing.facts {
            guard let index = FactKinds.index(of: fact.kind) else { continue }
            if let first = stated[index], first != fact.value { isConflicting[index] = true }
            stated[index] = fact.value
        }
        for (index, value) in stated.enumerated() {
            let column = Measures.count + index
            if isConflicting[index] {
                block.setNull(column: column, row: row, .conflicting)
            } else if let value {
                block.set(column: column, row: row, mantissa: value.mantissa, scale: value.scale)
            }
        }
    }
}
