import ColumnStore
import FilingTable
import Filings

/// One indicator over one table: its formulas as columns, pooled over any set of rows.
package final class IndicatorEvaluation: Sendable {
    package let indicator: Indicator
    let numerator: EvaluatedFormula
    let denominator: EvaluatedFormula?
    /// The terms of an index; empty for everything else.
    let terms: [EvaluatedFormula]
    let containment: Containment?
    let limits: Indicator.Minimums
    /// The rows whose form the indicator is defined for.
    private let comparable: Bitmap
    /// The rows that carry every cell that is needed.
    private let usable: Bitmap
    private let doubtful: Bitmap
    private let derived: Bitmap
    private let assumedZero: Bitmap
    /// Whether no row has any of the three marks, which spares looking.
    private let isClean: Bool

    /// `containment` is needed for indicators over residents, which must not be counted once an organ.
    package init(
        _ indicator: Indicator, over filings: FilingColumns, containment: Containment? = nil,
        options: MetricOptions = MetricOptions()
    ) {
        self.indicator = indicator
        limits = options.minimums(of: indicator)
        terms = indicator.formula.shares?.terms.map { $0.evaluate(over: filings) } ?? []
        numerator = terms.first ?? indicator.numerator.evaluate(over: filings)
        denominator = indicator.denominator?.evaluate(over: filings)
        let needsContainment = indicator.denominator?.supplements.contains(.population) ?? false
        self.containment = needsContainment ? containment ?? Containment(filings) : nil
        comparable = FormID.allCases.filter { !indicator.forms.contains($0) }
            .reduce(filings.everyRow) { $0.subtracting(filings.rows(of: $1)) }
        let parts = [numerator] + (denominator.map { [$0] } ?? []) + terms.dropFirst()
        let none = Bitmap(repeating: false, count: filings.rowCount)
        usable = parts.reduce(comparable) { $0.intersection($1.values.validity) }
        doubtful = parts.reduce(none) { $0.union($1.doubtful) }
        derived = parts.reduce(none) { $0.union($1.derived) }
        assumedZero = parts.reduce(none) { $0.union($1.assumedZero) }
        isClean = doubtful.isEmpty && derived.isEmpty && assumedZero.isEmpty
    }

    /// The value over the rows that the containment guard chose.
    package func value(over choice: Containment.Choice) -> Value {
        guard !choice.rows.isEmpty else { return .missing(.noFiling) }
        var value: Value
        if choice.rows.allSatisfy({ usable[$0] && !(isDividing && doubtful[$0]) }) {
            value = Value()
            addSums(over: choice.rows, to: &value)
            value.basis = choice.basis ?? Value.Basis(rows: choice.rows, leftOut: choice.leftOut)
            finish(&value)
        } else {
            value = sorted(choice.rows)
            if !choice.leftOut.isEmpty { value.leftOut = (choice.leftOut + value.leftOut).sorted { $0.row < $1.row } }
        }
        value.flags.formUnion(choice.flags)
        return value
    }

    /// Whether a rate or an index is computed, for which figures must be consistent.
    private var isDividing: Bool { denominator != nil || !terms.isEmpty }

    /// The value where some rows cannot be used.
    private func sorted(_ rows: [Int]) -> Value {
        var used: [Int] = []
        var doubtfulRows: [Int] = []
        var leftOut: [Value.LeftOut] = []
        for row in rows {
            if let reason = reason(at: row) {
                leftOut.append(Value.LeftOut(row: row, reason: .cell(reason)))
            } else if isDividing, doubtful[row] {
                doubtfulRows.append(row)
            } else {
                used.append(row)
            }
        }
        return pooled(used, doubtfulRows, leftOut)
    }

    private func reason(at row: Int) -> NullReason? {
        if usable[row] { return nil }
        if !comparable[row] { return .notAsked }
        return ([numerator] + (denominator.map { [$0] } ?? []) + terms).lazy.compactMap { $0.reason(at: row) }.first
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
            value.rows = doubtful
            value.flags.insert(.doubtful)
        } else {
            addSums(over: used, to: &value)
            value.rows = used
            value.leftOut += doubtful.map { Value.LeftOut(row: $0, reason: .identityFails) }
            finish(&value)
        }
        if !value.leftOut.isEmpty { value.flags.insert(.incomplete) }
        return value
    }

    private func addSums(over rows: [Int], to value: inout Value) {
        if terms.isEmpty {
            value.numerator = numerator.values.exact(numerator.values.sum(at: rows))
            value.denominator = denominator.flatMap { $0.values.exact($0.values.sum(at: oncePerArea(rows))) }
        } else {
            let sums = terms.map { $0.values.exact($0.values.sum(at: rows)) }
            value.denominator = sums.contains(nil) ? nil : sums.reduce(ExactDecimal.zero) { $0 + $1! }
        }
        guard !isClean else { return }
        for row in rows {
            if derived[row] { value.flags.insert(.derived) }
            if assumedZero[row] { value.flags.insert(.assumedZero) }
            if doubtful[row] { value.flags.insert(.doubtful) }
        }
    }

    /// Residents are counted once an area, whatever the number of its organs and of the areas inside it.
    private func oncePerArea(_ rows: [Int]) -> [Int] {
        guard let containment, rows.count > 1 else { return rows }
        return containment.onePerArea(rows)
    }
}

extension IndicatorEvaluation {
    /// The number itself: the sum, the ratio of the sums, or the index of the sums, computed once.
    private func finish(_ value: inout Value) {
        let needsBottom = indicator.isRatio || !terms.isEmpty
        guard needsBottom == (value.denominator != nil), !terms.isEmpty || value.numerator != nil else {
            value.flags.insert(.missing)
            value.reason = .cell(.unrepresentable)
            return
        }
        guard let bottom = value.denominator else {
            value.exact = value.numerator
            value.number = value.numerator?.double
            return
        }
        if bottom.isZero {
            value.flags.insert(value.numerator?.isZero ?? true ? .noRequests : .doubtful)
            return
        }
        if bottom.isInteger, !(indicator.denominator?.supplements.contains(.population) ?? false) {
            if bottom.mantissa < limits.forRanking ?? 0 { value.flags.insert(.smallDenominator) }
            if bottom.mantissa < limits.forShowing ?? 0 { value.flags.insert(.tooSmallToShow) }
        }
        guard !value.flags.contains(.tooSmallToShow) else { return }
        if let shares = indicator.formula.shares {
            let parts = terms.map { term in
                Double(term.values.sum(at: value.rows).mantissa) / Self.power(term.values.scale)
            }
            value.number = shares.index == .hhi ? Diversity.herfindahl(parts) : Diversity.entropy(parts)
        } else if let top = value.numerator {
            let factor = indicator.formula.factor?.double ?? (indicator.unit.isPercent ? 100 : 1)
            value.number = factor * top.double / bottom.double
        }
    }

    private static func power(_ scale: UInt8) -> Double { (0..<scale).reduce(1.0) { result, _ in result * 10 } }
}

extension IndicatorEvaluation {
    /// The values of several years as one: sums of numerators and of denominators, and what follows from them.
    func pooled(_ years: [Value]) -> Value {
        var value = Value()
        value.basis = Value.Basis(
            rows: years.flatMap(\.rows).sorted(), leftOut: years.flatMap(\.leftOut).sorted { $0.row < $1.row })
        for year in years {
            value.flags.formUnion(year.flags.intersection(.inherited.subtracting(.smallDenominator)))
        }
        value.numerator = years.reduce(ExactDecimal.zero) { $0 + ($1.numerator ?? .zero) }
        if indicator.isRatio { value.denominator = years.reduce(ExactDecimal.zero) { $0 + ($1.denominator ?? .zero) } }
        finish(&value)
        return value
    }
}
