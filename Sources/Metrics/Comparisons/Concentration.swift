import Filings

extension Comparison {
    /// How unequally the organs of a group share its sum.
    package static let concentration = Comparison(
        id: "concentration",
        name: Words("集中度", "concentration"),
        meaning: Words("组内各机关之间的基尼系数", "Gini over the organs of the group"),
        method: Words(
            "基尼系数（不作小样本校正）：0 为各机关相等，（n − 1）/ n 为集中于一个。",
            "Gini's coefficient without correction for few organs: 0 when all are equal, (n - 1) / n when one has all."),
        nullRule: Words("少于 2 个机关、合计为零时无值；比率不适用。", "No value for fewer than two organs or a sum of 0; not for rates."),
        source: Words("C. Gini (1912), Variabilità e mutabilità", "C. Gini (1912), Variabilità e mutabilità"),
        unit: { _ in Words("基尼系数", "Gini") },
        evaluate: { grid, year in
            grid.values(in: year).map { level in
                guard grid.indicator.isSum else { return level.without(.onlyForSums) }
                guard level.number != nil else { return level }
                let parts = level.rows.compactMap { grid.value(over: Containment.Choice(rows: [$0])).number }
                guard parts.count > 1 else { return level.without(.tooFewValues(needed: 2), .missing) }
                guard let gini = Diversity.gini(parts) else { return level.without(.noSpread, .noRequests) }
                var value = level
                value.exact = nil
                value.number = gini
                value.detail = .concentration(Value.Concentration(organs: parts.count))
                return value
            }
        },
        examples: [
            ComparisonExample(
                filings: [
                    .requests(2024, "10", organ: "示例区教育局"), .requests(2024, "20", organ: "示例区民政局"),
                    .requests(2024, "30", organ: "示例区审计局"),
                ],
                indicator: "requests-received", by: [.district], year: 2024, text: "0.222（3 个机关）")
        ])
}
