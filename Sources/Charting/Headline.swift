import Filings
import Metrics

/// The finding that a chart shows, computed from its data: subject first, a number, no adjective, no cause.
struct Headline {
    var text = ""
    /// The one row that the headline names as exception.
    var alert: (key: SeriesKey, year: Int)?
    /// The group that the headline names without making an exception of it.
    var subject: SeriesKey?
    /// What the headline speaks of, where the chart has several indicators.
    var indicator: Indicator?

    let definition: ChartDefinition
    let data: ChartData
    let scope: ChartScope
    private var format: ValueFormat { ValueFormat(scope.language) }
    var isChinese: Bool { scope.language == .zh }

    init(_ definition: ChartDefinition, _ data: ChartData, _ scope: ChartScope) {
        self.definition = definition
        self.data = data
        self.scope = scope
        switch definition.headline {
        case .change: text = change()
        case .lowest: lowest()
        case .largest: largest()
        case .lowestSince: lowestSince()
        case .filings: text = filings()
        case .mostChanged: mostChanged()
        case .contribution: contribution()
        case .fastest: fastest()
        case .outside: outside()
        case .flow: flow()
        case .first: first()
        case .greatest: greatest()
        case .median: median()
        case .half: half()
        }
        if text.isEmpty { text = change() }
        if !isChinese { text = text.prefix(1).uppercased() + text.dropFirst() }
    }

    /// The level of the subject's latest year and its change on the year before.
    private func change() -> String {
        if let indicator = definition.headlineIndicator, let found = data.headline, found.level.number != nil {
            let words = found.change.flatMap { format.changeInWords($0, of: indicator) }
            return sentence(who: "", indicator, found.level, words)
        }
        let subject = data.series.first { $0.key.label.zh == scope.subject?.name } ?? data.series.first
        guard let subject, let value = subject[data.latest] else { return definition.title[scope.language] }
        let name = subject.indicator.name[scope.language]
        let isNamed = definition.by.isEmpty || data.series.count == 1
        let who = isNamed ? "" : subject.key.label[scope.language]
        if value.flags.contains(.noRequests) {
            return isChinese ? "\(who)\(data.latest) 年无申请，\(name)不适用" : "\(who) \(data.latest): no requests, no \(name)"
        }
        guard value.number != nil else {
            return isChinese ? "\(who)\(data.latest) 年\(name)无数据" : "\(who) \(data.latest): no \(name)"
        }
        let words = data.change(of: subject).flatMap { format.changeInWords($0, of: subject.indicator) }
        return sentence(who: who, subject.indicator, value, words)
    }

    private func sentence(who: String, _ indicator: Indicator, _ value: Value, _ words: String?) -> String {
        let level = quantity(value, indicator)
        let name = indicator.name[scope.language]
        if isChinese {
            return "\(who)\(who.isEmpty ? "" : " ")\(data.latest) 年\(name) \(level)" + (words.map { "，比上年\($0)" } ?? "")
        }
        return "\(who.isEmpty ? "" : who + ": ")\(name) \(level) in \(data.latest)"
            + (words.map { ", \($0) on last year" } ?? "")
    }

    /// The lowest rate among those with enough cases, against the pooled rate. An exception only where the pooled rate
    /// lies outside its interval.
    private mutating func lowest() {
        if definition.headlineIndicator != nil { return lowestOfParts() }
        let enough = data.series.filter { ($0[data.latest]?.n ?? 0) >= MetricOptions().minimumForRanking }
        let ranked = enough.filter { $0[data.latest]?.number != nil }
        let lowest = leaders(ranked, largest: false)
        guard let low = lowest.first, lowest.count < ranked.count, let pooled = data.pooled, let level = pooled.number
        else { return }
        let value = quantity(low[data.latest]!, low.indicator)
        let whole = quantity(pooled, low.indicator)
        let name = low.indicator.name[scope.language]
        let who = names(lowest)
        if lowest.count > 1 {
            text = isChinese ? "\(who)\(name)均为 \(value)，并列最低" : "\(who): \(name) \(value) each, the lowest"
            return
        }
        if isNear(low[data.latest], level) { subject = low.key } else { alert = (low.key, data.latest) }
        text =
            isChinese ? "\(who)\(name) \(value)，低于合并值 \(whole)" : "\(who): \(name) \(value), below the pooled \(whole)"
    }

    /// The largest count and its share of all.
    private mutating func largest() {
        let counted = data.series.filter {
            $0.indicator.id == definition.indicators[0].id && ($0[data.latest]?.number ?? 0) > 0
        }
        let largest = leaders(counted, largest: true)
        guard let most = largest.first else { return }
        let value = quantity(most[data.latest]!, most.indicator)
        let total = counted.reduce(0) { $0 + $1[data.latest]!.number! }
        let name = most.indicator.name[scope.language]
        let who = names(largest)
        if largest.count > 1 {
            text = isChinese ? "\(who)\(name)各 \(value)，并列最多" : "\(who): \(name) \(value) each, the most"
            return
        }
        if !definition.by.isEmpty { subject = most.key }
        let share = DecimalText.fixed(100 * most[data.latest]!.number! / total, 1) + "%"
        let isWhole = data.leftOut == 0 && counted.count > 1
        if isChinese {
            text = "\(who)\(name) \(value)" + (isWhole ? "，占合计 \(share)" : "，为所列最多")
        } else {
            text = "\(who): \(name) \(value)" + (isWhole ? ", \(share) of all" : ", the most of those listed")
        }
    }

    /// A series whose latest rate is its lowest since the form began, with the largest fall.
    private mutating func lowestSince() {
        var best: (series: MetricSeries, fall: Double)?
        for series in data.series {
            guard let value = series[data.latest], let now = value.number,
                (value.n ?? 0) >= MetricOptions().minimumForRanking
            else { continue }
            let start = data.breaks.last.map { $0 + 1 } ?? data.years.first ?? data.latest
            let earlier = series.points.filter {
                $0.year >= start && $0.year < data.latest && ($0.value.n ?? 0) >= MetricOptions().minimumForRanking
            }.compactMap(\.value.number)
            guard earlier.count >= 2, let low = earlier.min(), now < low, let first = earlier.max() else { continue }
            if best == nil || first - now > best!.fall { best = (series, first - now) }
        }
        guard let best else { return lowest() }
        alert = (best.series.key, data.latest)
        let start = data.breaks.last.map { $0 + 1 } ?? data.years.first ?? data.latest
        let value = quantity(best.series[data.latest]!, best.series.indicator)
        let name = best.series.indicator.name[scope.language]
        let who = best.series.key.label[scope.language]
        text =
            isChinese
            ? "\(who)\(name) \(value)，为 \(start) 年以来最低" : "\(who): \(name) \(value), the lowest since \(start)"
    }

    /// How many groups filed in the latest year, and how many that filed before did not.
    private func filings() -> String {
        let filed = data.complete.filter {
            !($0[data.latest]?.rows.isEmpty ?? true) || !($0[data.latest]?.leftOut.isEmpty ?? true)
        }
        let gaps = data.complete.reduce(0) { count, series in
            let life = Lifetime(series, scope.filings)
            let years = series.points.filter { !$0.value.rows.isEmpty }.map(\.year)
            guard let first = years.min(), let last = years.max() else { return count }
            return count
                + data.years.count { year in
                    year > first && year < last && life.contains(year) && (series[year]?.rows.isEmpty ?? true)
                        && (series[year]?.leftOut.isEmpty ?? true)
                }
        }
        return isChinese
            ? "\(data.latest) 年 \(filed.count) 个机关有报告，历年缺 \(gaps) 份"
            : "\(filed.count) organs filed for \(data.latest); \(gaps) filings missing over the years"
    }

    /// A value with its unit: `154 件`, `48.0%`.
    func quantity(_ value: Value, _ indicator: Indicator) -> String {
        let text = format.level(value.number, value.exact, indicator.unit)
        guard !indicator.unit.isPercent else { return text }
        return isChinese ? "\(text) \(indicator.unit.words.zh)" : text
    }
}
