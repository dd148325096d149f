import Filings

extension Comparison {
    /// The plain mean of the organs' own rates, beside the pooled rate, which weighs them by their cases.
    package static let meanOfRates = Comparison(
        id: "mean-of-rates",
        name: Words("各机关比率均值", "mean of rates"),
        meaning: Words(
            "组内各报告比率的简单平均，与合并比率并列", "the unweighted mean of the rates inside the group, beside the pooled rate"),
        method: Words(
            "各报告比率之和除以报告数；分母不足显示下限的不计。",
            "The sum of the filings' rates by their number; those below the minimum to show are left out."),
        nullRule: Words("没有可比的比率时无值。", "No value where no filing has a rate."),
        source: Words(
            "OECD (2007), Data and Metadata Reporting and Presentation Handbook（汇总方法须说明）",
            "OECD (2007), Data and Metadata Reporting and Presentation Handbook (the way of aggregation must be stated)"
        ),
        evaluate: { grid, year in
            grid.values(in: year).map { level in
                guard grid.indicator.isRatio else { return level.without(.onlyForProportions) }
                let rates = level.rows.compactMap { grid.value(over: Containment.Choice(rows: [$0])).number }
                guard !rates.isEmpty else { return level.number == nil ? level : level.without(.noPeers, .missing) }
                var value = level
                value.exact = nil
                value.number = rates.reduce(0, +) / Double(rates.count)
                value.detail = .mean(Value.Mean(organs: rates.count, pooled: level.number))
                return value
            }
        },
        examples: [
            ComparisonExample(
                filings: [
                    .rate(2024, 9, of: 10, organ: "甲区教育局", district: "900101"),
                    .rate(2024, 10, of: 40, organ: "乙区教育局", district: "900102"),
                ],
                indicator: "disclosure-rate", by: [], year: 2024, text: "57.5%（2 个机关；合并 38.0%）")
        ])
}
