import Filings

extension Comparison {
    /// Whether a proportion differs from last year's by more than chance.
    package static let proportionDifference = Comparison(
        id: "proportion-difference",
        name: Words("率差检验", "difference of proportions"),
        meaning: Words(
            "与上年比例之差、95% 区间和多重比较校正后的 p 值",
            "difference from last year's proportion with interval; corrected for many comparisons"),
        method: Words(
            "Newcombe 混合得分区间（方法 10）；合并得分检验；同年全部比较按 Benjamini–Hochberg 校正。",
            "Newcombe's hybrid score interval (method 10); pooled score test; all comparisons of a year corrected by Benjamini and Hochberg."
        ),
        nullRule: Words(
            "只适用于比例；任一年缺数、分母为零、存疑、跨表式变化时无值。",
            "For proportions; no value where a year is missing, 0 over 0, doubtful, or the form changed."),
        source: Words(
            "R. G. Newcombe (1998), Statistics in Medicine 17, 873-890; Y. Benjamini, Y. Hochberg (1995), J. R. Stat. Soc. B 57, 289-300",
            "R. G. Newcombe (1998), Statistics in Medicine 17, 873-890; Y. Benjamini and Y. Hochberg (1995), J. R. Stat. Soc. B 57, 289-300"
        ),
        lookback: .years(1), unit: ComparisonUnits.change,
        evaluate: { grid, year in Differences(grid, year).values },
        examples: [
            ComparisonExample(
                filings: [.rate(2023, 40, of: 100), .rate(2024, 60, of: 100)], indicator: "disclosure-rate", year: 2024,
                text: "+20.0 个百分点（95% 区间 +6.1—+32.8，p = 0.005）")
        ])
}

private struct Differences {
    private let grid: LevelGrid
    private let year: Int
    private let levels: [Value]
    private let previous: [Value]
    private let tests: [ProportionDifference?]
    /// By series; nil where there is no test.
    private let adjusted: [Double?]
    private let count: Int

    init(_ grid: LevelGrid, _ year: Int) {
        self.grid = grid
        self.year = year
        levels = grid.values(in: year)
        previous = grid.values(in: year - 1)
        let tests = zip(levels, previous).enumerated().map { series, pair -> ProportionDifference? in
            guard grid.indicator.isProportion, !grid.isBroken(series, from: year - 1, to: year) else { return nil }
            return Self.test(pair.0, pair.1)
        }
        let tested = tests.indices.filter { tests[$0] != nil }
        let corrected = FalseDiscoveryRate.adjusted(tested.map { tests[$0]!.p })
        var adjusted = [Double?](repeating: nil, count: tests.count)
        for (position, series) in tested.enumerated() { adjusted[series] = corrected[position] }
        self.tests = tests
        self.adjusted = adjusted
        count = tested.count
    }

    var values: [Value] { levels.indices.map(value) }

    private func value(_ series: Int) -> Value {
        let level = levels[series]
        guard grid.indicator.isProportion else { return level.without(.onlyForProportions) }
        guard let test = tests[series], let adjusted = adjusted[series] else {
            if let plain = grid.withoutChange(series, in: year) { return plain }
            let both = level.flags.union(previous[series].flags).intersection([.noRequests, .doubtful])
            return level.without(.previousYear(.noPeers), both.isEmpty ? .doubtful : both)
        }
        var value = level
        value.flags.formUnion(previous[series].flags.intersection(.inherited))
        value.flags.remove(.tooSmallToShow)
        value.number = 100 * test.difference
        value.detail = .difference(
            Value.Difference(
                previousYear: year - 1, previous: .init(previous[series]), current: .init(level),
                interval: 100 * test.interval.lowerBound...100 * test.interval.upperBound, p: test.p,
                adjustedP: adjusted,
                comparisons: count))
        return value
    }

    private static func test(_ now: Value, _ then: Value) -> ProportionDifference? {
        guard now.flags.union(then.flags).isDisjoint(with: [.doubtful, .missing, .notAsked]), let top = now.numerator,
            let bottom = now.denominator, let earlierTop = then.numerator, let earlierBottom = then.denominator
        else { return nil }
        return ProportionDifference(top.double, of: bottom.double, earlier: earlierTop.double, of: earlierBottom.double)
    }
}
