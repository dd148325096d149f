import ColumnStore
import FilingTable
import Filings

/// The levels of one indicator: series by year, with what comparisons need to know about them.
package final class LevelGrid: Sendable {
    package let indicator: Indicator
    package let groups: SeriesGroups
    package let options: MetricOptions
    /// By position in `groups.years`, then by series.
    package let levels: [[Value]]
    /// By position, the comparable numbers of each peer group; empty when no comparison asked for it.
    package let peers: [PeerNumbers]
    /// The indicator whose sums may be added over years; nil where that would count twice.
    let overYears: IndicatorEvaluation?
    private let evaluation: IndicatorEvaluation

    init(_ indicator: Indicator, _ groups: SeriesGroups, _ options: MetricOptions, needs: Comparison.Needs) {
        self.indicator = indicator
        self.groups = groups
        self.options = options
        let evaluation = IndicatorEvaluation(
            indicator, over: groups.filings, containment: groups.containment, options: options)
        self.evaluation = evaluation
        overYears = needs.contains(.yearSums) ? evaluation.overYears(groups, options) : nil
        var levels = groups.years.indices.map { position in
            groups.choices.map { evaluation.value(over: $0[position]) }
        }
        if let moved = groups.moved { Self.mark(&levels, moved) }
        self.levels = levels
        peers =
            needs.contains(.peers)
            ? levels.enumerated().map { PeerNumbers($1, groups, position: $0) } : []
    }

    private static func mark(_ levels: inout [[Value]], _ moved: Bitmap) {
        for position in levels.indices {
            for series in levels[position].indices where levels[position][series].rows.contains(where: { moved[$0] }) {
                levels[position][series].flags.insert(.boundariesPooled)
            }
        }
    }

    /// The level of a series in a year; a missing one for a year that was not evaluated.
    package func level(_ series: Int, in year: Int) -> Value {
        groups.position(of: year).map { levels[$0][series] } ?? .missing(.noFiling)
    }

    /// The number of series.
    package var seriesCount: Int { groups.rows.count }

    /// The levels of a year, one for each series.
    package func values(in year: Int) -> [Value] {
        groups.position(of: year).map { levels[$0] } ?? [Value](repeating: .missing(.noFiling), count: seriesCount)
    }

    /// The comparable numbers of a year by peer group, for comparisons that asked for them.
    func peers(in year: Int) -> PeerNumbers { peers[groups.position(of: year) ?? 0] }

    /// The level of a year without a change on the year before, where either of them says why there is none: no figures,
    /// or another form.
    func withoutChange(_ series: Int, in year: Int) -> Value? {
        let (level, previous) = (level(series, in: year), level(series, in: year - 1))
        if level.number == nil, level.numerator == nil { return level }
        if isBroken(series, from: year - 1, to: year), previous.reason != .noFiling {
            let change = Value.Change(
                previousYear: year - 1, previous: .init(previous), current: .init(level), percent: nil)
            return level.broken(.change(change))
        }
        return previous.reason.map { level.without(.previousYear($0), .missing) }
    }

    /// The value over what the containment guard chose.
    func value(over choice: Containment.Choice) -> Value { evaluation.value(over: choice) }

    /// Whether nothing may be compared between two years of a series.
    package func isBroken(_ series: Int, from earlier: Int, to later: Int) -> Bool {
        if FormBreak.lies(between: earlier, and: later) { return true }
        return (forms(series, earlier) | forms(series, later)).nonzeroBitCount > 1
    }

    private func forms(_ series: Int, _ year: Int) -> UInt8 {
        guard let position = groups.position(of: year) else { return 0 }
        return levels[position][series].rows.reduce(0) { $0 | groups.forms[$1] }
    }
}

extension IndicatorEvaluation {
    /// The same indicator in the form that may be added over years.
    func overYears(_ groups: SeriesGroups, _ options: MetricOptions) -> IndicatorEvaluation? {
        guard let formula = indicator.formula.overYears else { return nil }
        guard indicator.formula.changesOverYears else { return self }
        var summed = indicator
        summed.formula = formula
        return IndicatorEvaluation(summed, over: groups.filings, containment: containment, options: options)
    }
}
