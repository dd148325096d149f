import FilingTable
import Filings
import Metrics

/// The metrics of a chart, chosen and ordered: the series that are drawn and the years they are drawn for.
struct ChartData {
    /// Per indicator (as defined), per group: the series.
    var series: [MetricSeries]
    var years: [Int]
    var latest: Int
    /// The pooled value of the whole scope in the latest year, of the first indicator.
    var pooled: Value?
    /// How many groups were left out by `top`.
    var leftOut = 0
    var filter: RowFilter
    /// The headline's own indicator over the whole scope, in the latest year.
    var headline: (level: Value, change: Value?)?
    /// All series, before `top` left some out.
    var complete: [MetricSeries] = []

    init?(_ definition: ChartDefinition, _ scope: ChartScope) {
        filter = RowFilter(scope.filter(for: definition.scope).conditions + definition.filter.conditions)
        guard let latest = scope.latestYear(filter) else { return nil }
        self.latest = latest
        let query = MetricQuery(
            definition.indicators, by: definition.by, compare: [definition.comparison, .yearOverYear], where: filter,
            years: scope.years, options: .published)
        let all = query.run(on: scope.filings)
        let level = all.filter { $0.comparison.id == definition.comparison.id }
        years = Self.years(definition.years, all: level.first?.points.map(\.year) ?? [], latest: latest)
        series = level
        changes = all.filter { $0.comparison.id == Comparison.yearOverYear.id }
        if definition.reference == .pooled || definition.headline == .lowest || definition.mark.kind == .funnel,
            let first = definition.indicators.first
        {
            let query = MetricQuery([first], where: filter, years: scope.years)
            pooled = query.run(on: scope.filings).first?[latest]
        }
        if let indicator = definition.headlineIndicator {
            let query = MetricQuery(
                [indicator], compare: [.level, .yearOverYear], where: filter, years: scope.years, options: .published)
            let found = query.run(on: scope.filings)
            if let level = found.first?[latest] { headline = (level, found.last?[latest]) }
        }
        choose(definition)
    }

    /// Year over year, for the same groups as `series`.
    private var changes: [MetricSeries]

    private static func years(_ kind: ChartDefinition.Years, all: [Int], latest: Int) -> [Int] {
        switch kind {
        case .all: all
        case .latest: [latest]
        case .latestTwo: all.filter { $0 == latest || $0 == latest - 1 }
        }
    }

    /// Keeps series that have anything to show, in the defined order, the first `top` of them.
    private mutating func choose(_ definition: ChartDefinition) {
        let latest = latest
        let shown = years
        series = series.filter { series in
            series.points.contains { shown.contains($0.year) && !($0.value.rows.isEmpty && $0.value.leftOut.isEmpty) }
        }
        complete = series
        guard !definition.by.isEmpty else { return }
        if definition.mark.kind == .line { series = Self.lines(series, years: shown) }
        if definition.order != .given {
            let keys = series.map { Self.orderKey($0[latest], definition.order) }
            series = series.indices.sorted { (-keys[$0], $0) < (-keys[$1], $1) }.map { series[$0] }
        }
        if let top = definition.top, series.count > top {
            leftOut = series.count - top
            series = Array(series.prefix(top))
        }
    }

    private static func orderKey(_ value: Value?, _ order: ChartDefinition.Order) -> Double {
        let key = order == .denominator ? value?.denominator?.double : value?.number
        return key ?? -.infinity
    }

    /// A single point is no line and a line of zeros says nothing: such series are left to the tables, unless there is
    /// nothing else.
    private static func lines(_ series: [MetricSeries], years: [Int]) -> [MetricSeries] {
        let long = series.filter { one in
            let numbers = one.points.filter { years.contains($0.year) }.compactMap(\.value.number)
            return numbers.count >= 2 && numbers.contains { $0 != 0 }
        }
        return long.isEmpty ? series : long
    }

    func change(of series: MetricSeries) -> Value? {
        changes.first { $0.key == series.key && $0.indicator.id == series.indicator.id }?[latest]
    }

    /// The change that a headline may speak of.
    var headlineChange: Value? { headline?.change ?? series.first.flatMap(change) }

    /// The years between which a new form began, by their last year.
    var breaks: [Int] {
        zip(years, years.dropFirst()).filter { Metrics.FormBreak.lies(between: $0, and: $1) }.map(\.0)
    }
}
