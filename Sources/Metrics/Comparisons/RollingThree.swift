import ColumnStore
import FilingTable
import Filings

extension Comparison {
    /// Numerators and denominators of three years pooled: a rate for organs with few cases a year.
    package static let rollingThree = Comparison(
        id: "rolling-three",
        name: Words("三年合并", "three years pooled"),
        meaning: Words("当年与前两年的分子、分母分别相加", "numerators and denominators pooled over this year and the two before"),
        method: Words(
            "三年之和；比率为三年分子之和除以三年分母之和。复议、诉讼只计已审结的。",
            "Sums over three years; a rate is the sum of numerators over the sum of denominators. Disputes count settled cases only."
        ),
        nullRule: Words(
            "三年中任一年缺数或跨表式变化时无值；存量和结转量跨年相加会重复计算，不适用。",
            "No value where a year is missing or the form changed; stocks and carries have no sum over years."),
        caveats: [
            Words(
                "年末未审结的争议会再次出现在下一年的总计中，因此按审结数合并。",
                "A dispute pending at year end is in next year's total again, so settled cases are pooled.")
        ],
        source: Words("小数量指标多年合并的惯例；复议、诉讼口径见表四", "practice for rates over few cases; table four for disputes"),
        lookback: .years(2), needs: .yearSums,
        evaluate: { grid, year in (0..<grid.seriesCount).map { Window(grid, $0, year).value } },
        examples: [
            ComparisonExample(
                filings: [.rate(2022, 1, of: 4), .rate(2023, 3, of: 4), .rate(2024, 2, of: 4)],
                indicator: "disclosure-rate", year: 2024, text: "50.0%（2022—2024年）"),
            ComparisonExample(
                filings: [
                    .disputes(["reconsideration.upheld": 3, "reconsideration.pending": 2], year: 2022),
                    .disputes(["reconsideration.upheld": 2, "reconsideration.corrected": 4], year: 2023),
                    .disputes(["reconsideration.other": 1], year: 2024),
                ],
                indicator: "reconsiderations", year: 2024, text: "10（2022—2024年）"),
        ])
}

/// Three years of one series.
private struct Window {
    private let grid: LevelGrid
    private let series: Int
    private let years: ClosedRange<Int>
    private let level: Value

    init(_ grid: LevelGrid, _ series: Int, _ year: Int) {
        self.grid = grid
        self.series = series
        years = year - 2...year
        level = grid.level(series, in: year)
    }

    var value: Value {
        guard let evaluation = grid.overYears else { return level.without(.notSummable) }
        let span = Value.Span(years: years, first: nil, last: nil)
        for year in years where grid.isBroken(series, from: year, to: years.upperBound) {
            if level.reason == .noFiling { return level }
            return level.broken(.span(span))
        }
        let choices = years.map { year in
            grid.groups.position(of: year).map { grid.groups.choices[series][$0] } ?? Containment.Choice(rows: [])
        }
        let values = choices.map { evaluation.value(over: $0) }
        for (year, value) in zip(years, values) where !Self.hasSums(value) {
            return level.without(
                .year(year, value.reason ?? .cell(.notAsked)), value.flags.contains(.doubtful) ? .doubtful : .missing)
        }
        var pooled =
            evaluation.indicator.formula.shares == nil
            ? evaluation.pooled(values) : evaluation.value(over: Self.joined(choices))
        pooled.detail = .span(span)
        if grid.indicator.formula.changesOverYears { pooled.flags.insert(.settledOnly) }
        return pooled
    }

    /// A year of few or no requests has its part in the sum though it has no rate of its own.
    private static func hasSums(_ value: Value) -> Bool {
        guard value.flags.isDisjoint(with: [.missing, .notAsked]) else { return false }
        return !value.flags.contains(.doubtful) || value.number != nil
    }

    private static func joined(_ choices: [Containment.Choice]) -> Containment.Choice {
        var all = Containment.Choice(rows: choices.flatMap(\.rows).sorted())
        for choice in choices { all.flags.formUnion(choice.flags) }
        return all
    }
}
