import Filings

extension Comparison {
    /// The change on the year before: absolute and in per cent for counts and amounts, in percentage points for rates.
    ///
    /// From 0 there is no percentage. Across a change of form, or between different organs, there is no change at all; the
    /// earlier value is kept.
    /// A missing year is never skipped.
    package static let yearOverYear = Comparison(
        id: "year-over-year",
        name: Words("比上年", "year over year"),
        meaning: Words(
            "与上年之差；数量并列增减百分比，比率为百分点",
            "change on last year: absolute, and per cent for counts, percentage points for rates"),
        needsPreviousYear: true,
        evaluate: { grid, year in grid.levels.indices.map { YearOverYear(grid, $0, year).value } },
        example: ComparisonExample(
            filings: [
                .requests(2023, "81"),
                .requests(2024, "218"),
            ],
            indicator: "requests-received", year: 2024, text: "+137（+169.1%）"))
}

private struct YearOverYear {
    let current: Value
    let previous: Value
    let previousYear: Int
    let isBroken: Bool
    let organsDiffer: Bool
    let hasNoOrganInCommon: Bool

    init(_ grid: LevelGrid, _ series: Int, _ year: Int) {
        current = grid.level(series, in: year) ?? .missing(.noFiling)
        previous = grid.level(series, in: year - 1) ?? .missing(.noFiling)
        previousYear = year - 1
        isBroken = grid.isBroken(series, from: year - 1, to: year)
        let now = Self.organs(current, grid)
        let then = Self.organs(previous, grid)
        organsDiffer = !now.isEmpty && !then.isEmpty && now != then
        hasNoOrganInCommon = organsDiffer && now.isDisjoint(with: then)
    }

    var value: Value {
        var result = Value()
        result.rows = current.rows
        result.leftOut = current.leftOut
        result.numerator = current.numerator
        result.denominator = current.denominator
        result.flags = current.flags.union(previous.flags).intersection(Self.inherited)
        result.detail = .change(
            Value.Change(previousYear: previousYear, previous: .init(previous), current: .init(current), percent: nil))
        if isBroken, previous.reason != .noFiling { result.flags.insert(.formBreak) }
        if organsDiffer { result.flags.insert(.panelChanged) }
        if !addReason(to: &result), !isBroken, !hasNoOrganInCommon { addChange(to: &result) }
        return result
    }

    /// Flags that a change takes over from either of its years.
    private static let inherited: Value.Flags = [
        .noRequests, .doubtful, .smallDenominator, .tooSmallToShow, .assumedZero, .derived, .incomplete,
        .wholeAreaLeftOut, .wholeAreaUsed, .duplicateLeftOut,
    ]

    /// Says why there is no change when a year has no value; true when that is so.
    private func addReason(to result: inout Value) -> Bool {
        if current.flags.contains(.notAsked) {
            result.flags.insert(.notAsked)
        } else if let reason = current.reason {
            result.flags.insert(.missing)
            result.reason = reason
        } else if previous.flags.contains(.notAsked) {
            // The form changed and brought the cell: the break says it.
            if isBroken { return true }
            result.flags.insert(.missing)
            result.reason = .previousYear(.cell(.notAsked))
        } else if let reason = previous.reason {
            result.flags.insert(.missing)
            result.reason = .previousYear(reason)
        } else {
            return current.number == nil || previous.number == nil
        }
        return true
    }

    private func addChange(to result: inout Value) {
        guard let now = current.number, let then = previous.number else { return }
        guard let nowExact = current.exact, let thenExact = previous.exact else {
            result.number = now - then
            return
        }
        let difference = nowExact - thenExact
        result.exact = difference
        result.number = difference.double
        if thenExact.isZero {
            result.flags.insert(.baseZero)
        } else if thenExact > .zero, case .change(var change) = result.detail {
            change.percent = 100 * difference.double / thenExact.double
            result.detail = .change(change)
        }
    }

    private static func organs(_ value: Value, _ grid: LevelGrid) -> Set<[String]> {
        let filings = grid.groups.filings
        return Set(
            value.rows.map { [filings.value(.organ, at: $0) ?? "", filings.value(.district, at: $0) ?? ""] })
    }
}
