import Filings

extension Comparison {
    /// The change of a pooled rate, part by part, split into what its weight and what its own rate did.
    package static let shiftShare = Comparison(
        id: "shift-share",
        name: Words("结构与自身效应", "shift-share"),
        meaning: Words(
            "合并比率的变化分解为结构效应与自身效应，相加等于变化", "change of a pooled rate split into mix and within effects; adds up"),
        method: Words(
            "Kitagawa 分解：自身效应为两年平均权重乘以比率之差，结构效应为权重之差乘以两年平均比率（相对合并比率）。",
            "Kitagawa's decomposition: within is the mean weight times the rate's change, mix the weight's change times the mean "
                + "rate against the pooled one."),
        nullRule: Words(
            "只适用于比率；任一年缺数、存疑、跨表式变化，或合计分母为零时无值。",
            "For rates; no value where a year is missing, doubtful, of another form, or has no base at all."),
        caveats: [
            Words(
                "某年无申请的部分没有自身比率，其影响全部计入结构效应。",
                "A part without requests in a year has no rate of its own; its effect is all mix.")
        ],
        source: Words(
            "E. M. Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194",
            "E. M. Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194"),
        lookback: .years(1), needs: .parents, unit: ComparisonUnits.change,
        evaluate: { grid, year in
            guard grid.indicator.isRatio else { return grid.values(in: year).map { $0.without(.onlyForProportions) } }
            let portions = Portions(grid, year)
            let splits = portions.wholes.map(RateDecomposition.init)
            let factor = grid.indicator.scale
            return portions.values { whole, index, number in
                guard let split = splits[number] else { return (nil, .none) }
                let (mix, within) = (factor * split.mix[index], factor * split.within[index])
                let detail = Value.Effects(
                    parent: whole.name, children: whole.parts.count, previousYear: year - 1, mix: mix, within: within,
                    total: factor * split.change, totalMix: factor * split.mix.reduce(0, +),
                    totalWithin: factor * split.within.reduce(0, +))
                return (mix + within, .effects(detail))
            }
        },
        examples: [
            ComparisonExample(
                filings: [
                    .rate(2023, 40, of: 100, organ: "甲区教育局", district: "900101"),
                    .rate(2024, 90, of: 150, organ: "甲区教育局", district: "900101"),
                    .rate(2023, 80, of: 100, organ: "乙区教育局", district: "900102"),
                    .rate(2024, 40, of: 50, organ: "乙区教育局", district: "900102"),
                ],
                indicator: "disclosure-rate", by: [.district], year: 2024,
                text: "+9.4 个百分点（自身 +12.5，结构 −3.1；合并 +5.0）")
        ])
}

extension Indicator {
    /// What a fraction of 1 is multiplied by to stand in the indicator's unit.
    var scale: Double { formula.factor?.double ?? (unit.isPercent ? 100 : 1) }
}
