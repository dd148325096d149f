import Filings

extension Comparison {
    /// The value of the year itself.
    package static let level = Comparison(
        id: "level",
        name: Words("本年值", "level"),
        meaning: Words("当年的数值", "the value of the year"),
        needsPreviousYear: false,
        evaluate: { grid, year in grid.values(in: year) },
        example: ComparisonExample(
            filings: [.requests(2024, "1218")],
            indicator: "requests-received", year: 2024, text: "1,218"))
}
