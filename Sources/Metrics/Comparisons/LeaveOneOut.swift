import Filings

extension Comparison {
    /// How the containing area's total would have changed without this part: does one organ drive, or turn, the result?
    package static let leaveOneOut = Comparison(
        id: "leave-one-out",
        name: Words("剔除单个机关", "leave one out"),
        meaning: Words("剔除该部分后合计的变化，与全部合计的变化并列", "the total change without each part, beside the change with all"),
        method: Words(
            "从两年的合计（比率为合并比率）中同时减去该部分后重新计算变化。",
            "The change recomputed after taking the part out of both years' totals (rates: pooled)."),
        nullRule: Words(
            "任一年缺数、存疑、跨表式变化，或剔除后上年为零、没有其余部分时无值。",
            "No value where a year is missing, doubtful, of another form, or nothing is left."),
        source: Words(
            "美国政府责任署 GAO-04-257：剔除单一部门后全国趋势反转", "US GAO-04-257: without one department the national trend reversed"),
        lookback: .years(1), needs: .parents, unit: { $0.isPercent ? ComparisonUnits.points : ComparisonUnits.perCent },
        evaluate: { grid, year in
            if grid.indicator.formula.shares != nil { return grid.values(in: year).map { $0.without(.onlyForSums) } }
            let factor = grid.indicator.scale
            let isRatio = grid.indicator.isRatio
            return Portions(grid, year).values { whole, index, _ in
                let totals = Totals(whole, isRatio: isRatio)
                guard whole.parts.count > 1, let total = totals.change(factor),
                    let number = totals.without(whole.parts[index]).change(factor)
                else { return (nil, .none) }
                let detail = Value.Without(
                    parent: whole.name, children: whole.parts.count, previousYear: year - 1, total: total)
                return (number, .without(detail))
            }
        },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 100, "900102": 50, "900103": 50], 2023)
                    + .districts(["900101": 160, "900102": 40, "900103": 45]),
                indicator: "requests-received", by: [.district], year: 2024, text: "−15.0%（全部 +22.5%，方向相反）")
        ])
}

/// Sums of two years, from which parts can be taken.
private struct Totals {
    var earlier: Double
    var later: Double
    /// Nil for sums.
    var bases: (earlier: Double, later: Double)?

    init(_ whole: Portions.Whole, isRatio: Bool) {
        earlier = whole.earlier.double
        later = whole.later.double
        bases = isRatio ? (whole.earlierBase.double, whole.laterBase.double) : nil
    }

    func without(_ part: Portions.Part) -> Totals {
        var rest = self
        rest.earlier -= part.earlier.numerator?.double ?? 0
        rest.later -= part.later.numerator?.double ?? 0
        rest.bases?.earlier -= part.earlier.denominator?.double ?? 0
        rest.bases?.later -= part.later.denominator?.double ?? 0
        return rest
    }

    /// Per cent for sums, in the unit of the rate for rates; nil from 0 or without a base.
    func change(_ factor: Double) -> Double? {
        guard let bases else { return earlier > 0 ? 100 * (later - earlier) / earlier : nil }
        guard bases.earlier > 0, bases.later > 0 else { return nil }
        return factor * (later / bases.later - earlier / bases.earlier)
    }
}
