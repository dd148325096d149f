import Filings

extension Comparison {
    /// The value of the year itself.
    package static let level = Comparison(
        id: "level",
        name: Words("本年值", "level"),
        meaning: Words("当年的数值", "the value of the year"),
        method: Words(
            "数量为各报告之和；比率为分子之和除以分母之和（合并比率），比例附 Wilson 95% 区间。",
            "Counts are summed over filings; a rate is the sum of numerators over the sum of denominators (pooled), a "
                + "proportion with its 95 % Wilson interval."),
        nullRule: Words("见各指标的空值规则。", "As the indicator's null rule says."),
        source: Words(
            "E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209-212（区间）",
            "E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209-212 (interval)"),
        evaluate: { grid, year in grid.values(in: year) },
        examples: [
            ComparisonExample(
                filings: [.requests(2024, "1218")],
                indicator: "requests-received", year: 2024, text: "1,218")
        ])
}
