import ColumnStore
import FilingTable
import Filings

/// One indicator over one table: its formulas as columns, pooled over any set of rows.
package struct IndicatorEvaluation: Sendable {
    package let indicator: Indicator
    private let numerator: EvaluatedFormula
    private let denominator: EvaluatedFormula?
    /// The rows whose form the indicator is defined for.
    private let comparable: Bitmap
    private let options: MetricOptions

    package init(_ indicator: Indicator, over filings: FilingColumns, options: MetricOptions = MetricOptions()) {
        self.indicator = indicator
        self.options = options
        numerator = indicator.numerator.evaluate(over: filings)
        denominator = indicator.denominator?.evaluate(over: filings)
        comparable = FormID.allCases.filter { !indicator.forms.contains($0) }
            .reduce(filings.everyRow) { $0.subtracting(filings.rows(of: $1)) }
    }

    /// The value over the rows that the containment guard chose.
    package func value(over choice: Containment.Choice) -> Value {
        guard !choice.rows.isEmpty else { return .missing(.noFiling) }
        var used: [Int] = []
        var doubtful: [Int] = []
        var leftOut: [Value.LeftOut] = []
        for row in choice.rows {
            if let reason = reason(at: row) {
                leftOut.append(Value.LeftOut(row: row, reason: .cell(reason)))
            } else if isRatio, isDoubtful(row) {
                doubtful.append(row)
            } else {
                used.append(row)
            }
        }
        var value = pooled(used, doubtful, leftOut)
        value.flags.formUnion(choice.flags)
        value.leftOut = (choice.leftOut + value.leftOut).sorted { $0.row < $1.row }
        return value
    }

    private var isRatio: Bool { denominator != nil }

    private func isDoubtful(_ row: Int) -> Bool { numerator.doubtful[row] || denominator?.doubtful[row] ?? false }

    private func reason(at row: Int) -> NullReason? {
        if !comparable[row] { return .notAsked }
        return numerator.reason(at: row) ?? denominator?.reason(at: row)
    }

    /// Rows with failing arithmetic carry a rate only as printed sums, and only when nothing else is there.
    private func pooled(_ used: [Int], _ doubtful: [Int], _ missing: [Value.LeftOut]) -> Value {
        var value = Value()
        value.leftOut = missing
        if used.isEmpty, doubtful.isEmpty {
            let reasons = missing.compactMap { if case .cell(let reason) = $0.reason { reason } else { nil } }
            if let reason = reasons.first(where: { $0 != .notAsked }) {
                value.flags = .missing
                value.reason = .cell(reason)
            } else {
                value.flags = .notAsked
            }
            return value
        }
        if used.isEmpty {
            addSums(over: doubtful, to: &value)
            value.flags.insert(.doubtful)
        } else {
            addSums(over: used, to: &value)
            value.leftOut += doubtful.map { Value.LeftOut(row: $0, reason: .identityFails) }
            finish(&value)
        }
        if !value.leftOut.isEmpty { value.flags.insert(.incomplete) }
        return value
    }

    private func addSums(over rows: [Int], to value: inout Value) {
        value.rows = rows
        value.numerator = numerator.values.exact(numerator.values.sum(at: rows))
        value.denominator = denominator.flatMap { $0.values.exact($0.values.sum(at: rows)) }
        for row in rows {
            if numerator.derived[row] || denominator?.derived[row] ?? false { value.flags.insert(.derived) }
            if numerator.assumedZero[row] || denominator?.assumedZero[row] ?? false { value.flags.insert(.assumedZero) }
            if isDoubtful(row) { value.flags.insert(.doubtful) }
        }
    }

    /// The number itself: the sum, or the ratio of the sums, computed once.
    private func finish(_ value: inout Value) {
        guard let top = value.numerator, isRatio == (value.denominator != nil) else {
            value.flags.insert(.missing)
            value.reason = .cell(.unrepresentable)
            return
        }
        guard let bottom = value.denominator else {
            value.exact = top
            value.number = top.double
            return
        }
        if bottom.isZero {
            value.flags.insert(top.isZero ? .noRequests : .doubtful)
            return
        }
        if bottom.isInteger {
            if bottom.mantissa < options.minimumForRanking { value.flags.insert(.smallDenominator) }
            if bottom.mantissa < options.minimumForShowing { value.flags.insert(.tooSmallToShow) }
        }
        guard !value.flags.contains(.tooSmallToShow) else { return }
        value.number = (indicator.unit.isPercent ? 100 * top.double : top.double) / bottom.double
    }
}
