import ColumnStore
import FilingTable
import Filings

/// The levels of one indicator: series by year, with what comparisons need to know about them.
package struct LevelGrid: Sendable {
    package let indicator: Indicator
    package let groups: SeriesGroups
    package let options: MetricOptions
    /// By series, then by position in `groups.years`.
    package let levels: [[Value]]
    private let evaluation: IndicatorEvaluation

    init(_ indicator: Indicator, _ groups: SeriesGroups, _ options: MetricOptions) {
        self.indicator = indicator
        self.groups = groups
        self.options = options
        let evaluation = IndicatorEvaluation(indicator, over: groups.filings, options: options)
        self.evaluation = evaluation
        levels = groups.choices.map { years in years.map(evaluation.value) }
    }

    /// The level of a series in a year; nil for a year that was not evaluated.
    package func level(_ series: Int, in year: Int) -> Value? {
        groups.position(of: year).map { levels[series][$0] }
    }

    /// The levels of a year, one for each series.
    package func values(in year: Int) -> [Value] {
        levels.indices.map { level($0, in: year) ?? .missing(.noFiling) }
    }

    /// The value over any rows of one year, under the containment guard.
    package func value(overAll rows: [Int]) -> Value {
        evaluation.value(over: groups.containment.choose(rows.sorted()))
    }

    /// Whether nothing may be compared between two years of a series.
    package func isBroken(_ series: Int, from earlier: Int, to later: Int) -> Bool {
        FormBreak.lies(between: earlier, forms(series, earlier), and: later, forms(series, later))
    }

    private func forms(_ series: Int, _ year: Int) -> Set<FormID> {
        guard let value = level(series, in: year) else { return [] }
        return Set(value.rows.compactMap(groups.filings.form(at:)))
    }
}
