import Filings

extension Comparison {
    /// The value in per cent of the base year's.
    ///
    /// The base year is 100. A rate has no index, because its changes are percentage points.
    package static let indexToBase = Comparison(
        id: "index-to-base",
        name: Words("定基指数", "index to base"),
        meaning: Words("以基年为 100 的指数", "index, base year = 100"),
        method: Words(
            "当年数值除以基年数值乘以 100；基年默认为与末年同一表式的首年，可用 --base 指定。",
            "Value by base value times 100; the base is the first year shown with the form of the last, or --base."),
        nullRule: Words(
            "基年缺数、为零或为负，或与当年分属不同表式时无值；比率不适用。",
            "No value where the base is missing, not above 0 or of another form; not for percentages."),
        source: Words("国家统计局指数编制惯例（定基指数）", "statistical practice of fixed-base indices"),
        lookback: .base, unit: { _ in Words("基年=100", "base = 100") },
        evaluate: { grid, year in BaseYear.values(grid, year, .index) { 100 * $0 / $1 } },
        examples: [
            ComparisonExample(
                filings: [.requests(2022, "50"), .requests(2023, "60"), .requests(2024, "75")],
                indicator: "requests-received", year: 2024, text: "150.0（2022年=100）"),
            ComparisonExample(
                filings: [.requests(2020, "50"), .requests(2021, "60"), .requests(2022, "90")],
                indicator: "requests-received", year: 2020, text: "—"),
        ])

    /// The constant yearly growth that leads from the base year's value to this one's.
    package static let compoundGrowth = Comparison(
        id: "compound-growth",
        name: Words("年均增长", "compound growth"),
        meaning: Words("基年至当年的年均复合增长率", "compound annual growth from the base year"),
        method: Words("（末值 ÷ 首值）的年数次方根减一。", "The root of last by first, as many years deep, minus one."),
        nullRule: Words(
            "首末任一为零、为负、缺数或分属不同表式时无值；比率不适用。",
            "No value where either end is missing, not above 0, or of another form; not for percentages."),
        caveats: [Words("只取首末两年，中间各年不影响结果。", "Only the two ends count; the years between do not.")],
        source: Words("国家统计局年均增长速度（水平法）", "average annual growth by the level method"),
        lookback: .base, unit: { _ in ComparisonUnits.perCent },
        evaluate: { grid, year in
            let base = grid.groups.baseYear
            return BaseYear.values(grid, year, .growth) { last, first in
                100 * (Elementary.power(last / first, 1 / Double(year - base)) - 1)
            }
        },
        examples: [
            ComparisonExample(
                filings: [.requests(2022, "100"), .requests(2023, "90"), .requests(2024, "144")],
                indicator: "requests-received", year: 2024, text: "年均 +20.0%（2022—2024年）")
        ])
}

/// Comparisons with the base year.
private enum BaseYear {
    /// `combine` takes this year's value and the base year's, both above 0.
    static func values(
        _ grid: LevelGrid, _ year: Int, _ kind: Value.Span.Kind, combine: (Double, Double) -> Double
    ) -> [Value] {
        let base = grid.groups.baseYear
        let bases = grid.values(in: base)
        return grid.values(in: year).enumerated().map { series, level in
            let first = bases[series]
            if grid.indicator.unit.isPercent { return level.without(.onlyForSums) }
            guard let number = level.number, level.reason == nil else { return level }
            if grid.isBroken(series, from: base, to: year) {
                return level.broken(.span(span(base, year, first, level, kind)))
            }
            if year < base { return level.without(.year(base, .noFiling)) }
            guard let start = first.number else {
                return level.without(.year(base, first.reason ?? .noFiling), .missing)
            }
            if year == base, kind == .growth { return level.without(.isBase) }
            guard start > 0, number > 0 || (number == 0 && kind == .index) else {
                return level.without(.notPositive, start == 0 ? .baseZero : .notApplicable)
            }
            var value = level
            value.flags.formUnion(first.flags.intersection(.inherited))
            value.exact = nil
            value.number = combine(number, start)
            value.detail = .span(span(base, year, first, level, kind))
            return value
        }
    }

    private static func span(_ base: Int, _ year: Int, _ first: Value, _ last: Value, _ kind: Value.Span.Kind)
        -> Value.Span
    {
        Value.Span(years: min(base, year)...max(base, year), first: .init(first), last: .init(last), kind: kind)
    }
}

extension Value {
    /// The same without a number, because the form changed in between; the detail keeps the values.
    func broken(_ detail: Detail) -> Value {
        var value = without(.noPeers, .formBreak)
        value.reason = nil
        value.detail = detail
        return value
    }
}

extension Value.Flags {
    /// Flags that a comparison takes over from every value it rests on.
    static let inherited: Value.Flags = [
        .doubtful, .smallDenominator, .assumedZero, .derived, .incomplete, .wholeAreaLeftOut, .wholeAreaUsed,
        .duplicateLeftOut, .boundariesPooled,
    ]
}
