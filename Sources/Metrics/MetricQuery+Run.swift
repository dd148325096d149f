import FilingTable
import Filings

extension MetricQuery {
    /// What a query gave, with the choices that must be printed beside it.
    package struct Answer: Sendable {
        package var series: [MetricSeries]
        package var baseYear: Int
        /// How many organs a constant panel left out.
        package var organsOutsidePanel: Int
        /// Codes of ended divisions that no single one took over: as reported even on current boundaries.
        package var splitDistricts: [String]
    }

    /// The series in the order: indicator as asked, groups ascending, comparison as asked.
    package func run(on filings: FilingColumns, register: FilingColumns? = nil) -> [MetricSeries] {
        answer(on: filings, register: register).series
    }

    /// Indicators over the register need `register`, a table of expected filings; without it they have no values.
    package func answer(on filings: FilingColumns, register: FilingColumns? = nil) -> Answer {
        let groups = SeriesGroups(self, filings)
        let expected = register.flatMap { register in
            indicators.contains(where: \.isOverRegister) ? SeriesGroups(self, register) : nil
        }
        let keys = groups.keys
        let expectedKeys = expected?.keys
        let series = indicators.flatMap { indicator in
            if indicator.isOverRegister, let expected, let expectedKeys {
                return self.series(expectedKeys, LevelGrid(indicator, expected, options, needs: needs))
            }
            return self.series(keys, LevelGrid(indicator, groups, options, needs: needs))
        }
        return Answer(
            series: series, baseYear: groups.baseYear, organsOutsidePanel: groups.organsOutsidePanel,
            splitDistricts: groups.splitDistricts)
    }

    /// Gives the compared values of each indicator, comparison and year, one for each series of the groups, and keeps
    /// none of them: for more values than memory should hold.
    package func forEachYear(
        on filings: FilingColumns, _ body: (Indicator, Comparison, _ year: Int, SeriesGroups, [Value]) -> Void
    ) {
        let groups = SeriesGroups(self, filings)
        for indicator in indicators {
            let grid = LevelGrid(indicator, groups, options, needs: needs)
            for comparison in comparisons {
                for year in groups.shownYears {
                    body(indicator, comparison, year, groups, comparison.evaluate(grid, year))
                }
            }
        }
    }

    private var needs: Comparison.Needs { comparisons.reduce([]) { $0.union($1.needs) } }

    private func series(_ keys: [SeriesKey], _ grid: LevelGrid) -> [MetricSeries] {
        let years = grid.groups.shownYears
        let breaks = zip(years, years.dropFirst()).filter { FormBreak.lies(between: $0, and: $1) }.map(\.1)
        // By comparison, then by year, then by series.
        let compared = comparisons.map { comparison in years.map { comparison.evaluate(grid, $0) } }
        return keys.indices.flatMap { series in
            comparisons.indices.map { index in
                MetricSeries(
                    indicator: grid.indicator, comparison: comparisons[index], key: keys[series],
                    points: zip(years, compared[index]).map { MetricPoint(year: $0, value: $1[series]) },
                    breaks: breaks)
            }
        }
    }
}
