import Filings

extension Comparison {
    /// What each part adds to the change of the containing area's total.
    package static let contribution = Comparison(
        id: "contribution",
        name: Words("贡献", "contribution"),
        meaning: Words("各组成部分对合计变化的拉动，相加等于合计变化", "contribution of each part to the change of the total; adds up"),
        method: Words(
            "数量：部分的增减量除以上年合计；比率：部分的结构效应与自身效应之和（Kitagawa）。合计只含两年均有数的部分。",
            "Counts: the part's change by last year's total; rates: the part's mix and within effects (Kitagawa). Totals hold the "
                + "parts with a number in both years."),
        nullRule: Words(
            "任一年缺数、存疑、跨表式变化、上年合计为零时无值。",
            "No value where a year is missing, doubtful, of another form, or last year's total is 0."),
        source: Words(
            "国家统计局“拉动增长”的计算；E. M. Kitagawa (1955)",
            "contribution to growth as statistical offices compute it; E. M. Kitagawa (1955)"),
        lookback: .years(1), needs: .parents, unit: { _ in ComparisonUnits.points },
        evaluate: { grid, year in
            if grid.indicator.formula.shares != nil { return grid.values(in: year).map { $0.without(.onlyForSums) } }
            return grid.indicator.isRatio ? ofRates(grid, year) : ofSums(grid, year)
        },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 30, "900102": 70], 2023) + .districts(["900101": 50, "900102": 65]),
                indicator: "requests-received", by: [.district], year: 2024, text: "+20.0 个百分点（+20，合计 +15，+15.0%）"),
            ComparisonExample(
                filings: .districts(["900101": 30, "900102": 70], 2023) + .districts(["900101": 50, "900102": 65]),
                indicator: "requests-received", by: [.district], series: 1, year: 2024,
                text: "−5.0 个百分点（−5，合计 +15，+15.0%）"),
        ])

    private static func ofSums(_ grid: LevelGrid, _ year: Int) -> [Value] {
        Portions(grid, year).values { whole, index, _ in
            let part = whole.parts[index]
            let change = (part.later.numerator ?? .zero) - (part.earlier.numerator ?? .zero)
            let total = whole.later - whole.earlier
            let base = whole.earlier.double
            let detail = Value.Part(
                parent: whole.name, children: whole.parts.count, previousYear: year - 1, change: change,
                total: base > 0 ? 100 * total.double / base : nil, totalChange: total)
            return (base > 0 ? 100 * change.double / base : nil, .part(detail))
        }
    }

    private static func ofRates(_ grid: LevelGrid, _ year: Int) -> [Value] {
        let portions = Portions(grid, year)
        let splits = portions.wholes.map(RateDecomposition.init)
        let factor = grid.indicator.scale
        return portions.values { whole, index, number in
            let split = splits[number]
            let detail = Value.Part(
                parent: whole.name, children: whole.parts.count, previousYear: year - 1, change: nil,
                total: split.map { factor * $0.change }, totalChange: nil)
            return (split.map { factor * ($0.mix[index] + $0.within[index]) }, .part(detail))
        }
    }
}

extension RateDecomposition {
    init?(_ whole: Portions.Whole) {
        self.init(
            whole.parts.map { part in
                Part(
                    earlier: part.earlier.numerator?.double ?? 0, of: part.earlier.denominator?.double ?? 0,
                    later: part.later.numerator?.double ?? 0, of: part.later.denominator?.double ?? 0)
            })
    }
}
