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
        method: Words(
            "当年减上年；数量、金额另给增减百分比，比率之差为百分点。",
            "This year minus last; counts and amounts also in per cent of last year, rates in percentage points."),
        nullRule: Words(
            "任一年缺数、跨表式变化、两年机关完全不同时无值；上年为零不计算百分比。",
            "No value where a year is missing, the form changed, or no organ is the same; no percentage from 0."),
        source: Words(
            "国家统计局“比上年”的用法；比率用百分点（GB/T 15835）", "usage of the statistical office; rates change in percentage points"),
        lookback: .years(1), unit: ComparisonUnits.change,
        evaluate: { grid, year in (0..<grid.seriesCount).map { YearOverYear(grid, $0, year).value } },
        examples: [
            ComparisonExample(
                filings: [.requests(2023, "81"), .requests(2024, "218")],
                indicator: "requests-received", year: 2024, text: "+137（+169.1%）"),
            ComparisonExample(
                filings: [.requests(2023, "0"), .requests(2024, "3")],
                indicator: "requests-received", year: 2024, text: "+3（由零增加）"),
        ])
}

private struct YearOverYear {
    let current: Value
    let previous: Value
    let previousYear: Int
    let isBroken: Bool
    let organsDiffer: Bool
    let hasNoOrganInCommon: Bool

    init(_ grid: LevelGrid, _ series: Int, _ year: Int) {
        current = grid.level(series, in: year)
        previous = grid.level(series, in: year - 1)
        previousYear = year - 1
        isBroken = grid.isBroken(series, from: year - 1, to: year)
        let organs = Panel(current.rows, previous.rows, grid.groups)
        organsDiffer = organs.differ
        hasNoOrganInCommon = organs.haveNoneInCommon
    }

    var value: Value {
        var result = Value()
        result.basis = current.basis
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
    private static let inherited = Value.Flags.inherited.union([.noRequests, .tooSmallToShow])

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
}

/// The organs, over their renamings, behind two values.
private struct Panel {
    private(set) var differ = false
    private(set) var haveNoneInCommon = false

    init(_ now: [Int], _ then: [Int], _ groups: SeriesGroups) {
        guard !now.isEmpty, !then.isEmpty else { return }
        let concepts = groups.concepts
        if now.count == 1, then.count == 1, concepts[now[0]] == concepts[then[0]] { return }
        let (current, previous) = (Set(now.map { concepts[$0] }), Set(then.map { concepts[$0] }))
        differ = current != previous
        // Divisions that were joined bring other organs for the same area.
        let joined = groups.moved.map { moved in (now + then).contains { moved[$0] } } ?? false
        haveNoneInCommon = !joined && current.isDisjoint(with: previous)
    }
}
