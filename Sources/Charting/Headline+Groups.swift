import FilingTable
import Filings
import Metrics

/// Findings about groups or indicators set side by side.
extension Headline {
    /// The level of the year before, from the same series.
    private func before(_ series: MetricSeries) -> Double? {
        guard !FormBreak.lies(between: data.latest - 1, and: data.latest) else { return nil }
        return series[data.latest - 1]?.number
    }

    private func isRanked(_ value: Value?, _ indicator: Indicator) -> Bool {
        guard let value, value.number != nil else { return false }
        return !indicator.isRatio || (value.n ?? 0) >= MetricOptions().minimumForRanking
    }

    /// The largest rise or fall among those that may be compared; the lowest fall is the exception.
    mutating func mostChanged() {
        let changes = data.series.compactMap { series -> (series: MetricSeries, change: Double)? in
            guard isRanked(series[data.latest], series.indicator), isRanked(series[data.latest - 1], series.indicator),
                let old = before(series), let now = series[data.latest]?.number
            else { return nil }
            return (series, now - old)
        }
        guard let most = changes.max(by: { abs($0.change) < abs($1.change) }), most.change != 0 else { return }
        let decimals = most.series.indicator.unit.isPercent ? 1 : 0
        let size = DecimalText.fixed(abs(most.change), decimals)
        let tied = changes.filter { DecimalText.fixed(abs($0.change), decimals) == size }
        guard tied.count == 1 else {
            text = changedAlike(tied.map(\.series), size)
            return
        }
        indicator = most.series.indicator
        // Of lines the whole one is meant, and not the point.
        if definition.mark.kind == .line {
            subject = most.series.key
        } else if !definition.by.isEmpty {
            alert = (most.series.key, data.latest)
        }
        let (isRate, measure) = (decimals == 1, measure(of: most.series))
        if isChinese {
            let verb = isRate ? (most.change > 0 ? "提高" : "下降") : (most.change > 0 ? "增加" : "减少")
            let unit = isRate ? "个百分点" : most.series.indicator.unit.words.zh
            text = "\(name(most.series))\(measure)比上年\(verb) \(size) \(unit)"
        } else {
            let verb = most.change > 0 ? "up" : "down"
            let of = measure.isEmpty ? "" : ": \(measure)"
            text = "\(name(most.series))\(of) \(verb) \(size)\(isRate ? " percentage points" : "") on last year"
        }
    }

    /// The largest rise or fall in per cent among counts that are not small.
    mutating func fastest() {
        let least = Double(MetricOptions().minimumForRanking)
        let changes = data.series.compactMap { series -> (series: MetricSeries, change: Double)? in
            guard !series.indicator.unit.isPercent, let old = before(series), old >= least,
                let now = series[data.latest]?.number
            else { return nil }
            return (series, 100 * (now - old) / old)
        }
        guard let most = changes.max(by: { abs($0.change) < abs($1.change) }), most.change != 0 else {
            return mostChanged()
        }
        let size = DecimalText.fixed(abs(most.change), 1)
        guard changes.count(where: { DecimalText.fixed(abs($0.change), 1) == size }) == 1 else { return mostChanged() }
        indicator = most.series.indicator
        if !definition.by.isEmpty { subject = most.series.key }
        let (who, measure) = (name(most.series), measure(of: most.series))
        if isChinese {
            text = "\(who)\(measure)比上年\(most.change > 0 ? "增长" : "下降") \(size)%"
        } else {
            let of = measure.isEmpty ? "" : ": \(measure)"
            text = "\(who)\(of) \(most.change > 0 ? "up" : "down") \(size)% on last year"
        }
    }

    /// Of groups divided into parts: the lowest sum of the parts that make up the headline's rate, against the whole.
    mutating func lowestOfParts() {
        guard let indicator = definition.headlineIndicator, let level = data.headline?.level, level.number != nil else {
            return
        }
        let parts = Set(definition.parts(of: indicator).map(\.id))
        var sums: [(series: MetricSeries, sum: Double)] = []
        for series in data.series where parts.contains(series.indicator.id) {
            guard isRanked(series[data.latest], series.indicator), let number = series[data.latest]?.number else {
                continue
            }
            if let index = sums.firstIndex(where: { $0.series.key == series.key }) {
                sums[index].sum += number
            } else {
                sums.append((series, number))
            }
        }
        guard sums.count > 1, let low = sums.min(by: { $0.sum < $1.sum }) else { return }
        let value = DecimalText.fixed(low.sum, 1)
        guard sums.count(where: { DecimalText.fixed($0.sum, 1) == value }) == 1 else { return }
        subject = low.series.key
        let (who, name, whole) = (self.name(low.series), indicator.name[scope.language], quantity(level, indicator))
        text =
            isChinese
            ? "\(who)\(name) \(value)%，低于合并值 \(whole)" : "\(who): \(name) \(value)%, below the pooled \(whole)"
    }

    private func measure(of series: MetricSeries) -> String {
        definition.by.isEmpty ? "" : series.indicator.name[scope.language]
    }

    /// Several that changed most and by as much, in whatever direction.
    private func changedAlike(_ series: [MetricSeries], _ size: String) -> String {
        let unit = series[0].indicator.unit
        let measure = measure(of: series[0])
        return isChinese
            ? "\(names(series))\(measure)比上年均变动 \(size) \(unit.isPercent ? "个百分点" : unit.words.zh)"
            : "\(names(series))\(measure.isEmpty ? "" : ": " + measure) changed by "
                + "\(size)\(unit.isPercent ? " percentage points" : "") each on last year"
    }

    /// The change of the total, and the largest part of it in the same direction.
    mutating func contribution() {
        let known = data.series.filter { before($0) != nil && $0[data.latest]?.number != nil }
        let changes = known.map { $0[data.latest]!.number! - before($0)! }
        let total = changes.reduce(0, +)
        let indicator = definition.indicators[0]
        guard total != 0, let index = changes.indices.max(by: { changes[$0] * total < changes[$1] * total }) else {
            return
        }
        subject = known[index].key
        let (name, unit) = (indicator.name[scope.language], indicator.unit.words[scope.language])
        let (sum, part) = (DecimalText.fixed(abs(total), 0), DecimalText.fixed(abs(changes[index]), 0))
        if isChinese {
            let verb = total > 0 ? "增加" : "减少"
            text = "\(name)比上年\(verb) \(sum) \(unit)，其中\(self.name(known[index]))\(verb) \(part) \(unit)"
        } else {
            let verb = total > 0 ? "up" : "down"
            text = "\(name) \(verb) \(sum) on last year, \(part) of it in \(self.name(known[index]))"
        }
    }

    /// How many values lie outside the 99.8 % limits.
    mutating func outside() {
        let values = data.series.compactMap { $0[data.latest] }.filter { $0.number != nil && ($0.n ?? 0) > 0 }
        guard !values.isEmpty else { return }
        let count = values.count { FunnelCurve.isOutside($0, data) }
        let name = definition.indicators[0].name[scope.language]
        text =
            isChinese
            ? "\(values.count) 个机关中 \(count) 个的\(name)落在 99.8% 控制限以外"
            : "\(count) of \(values.count) organs lie outside the 99.8% limits of the \(name)"
    }

    /// Requests on hand, and how many of them were granted in full or in part.
    mutating func flow() {
        let sums = FlowTable.sums(data, scope)
        guard sums.count > 3, let received = sums[0], let over = sums[1], let full = sums[2], let part = sums[3] else {
            return
        }
        let (total, open) = (DecimalText.fixed(received + over, 0), DecimalText.fixed(full + part, 0))
        text =
            isChinese
            ? "\(data.latest) 年应办理 \(total) 件，\(open) 件予以公开或部分公开"
            : "\(open) of \(total) requests on hand in \(data.latest) were granted in full or in part"
    }

    /// Who stands first in the latest year, and where it stood the year before.
    mutating func first() {
        let best = leaders(data.series, largest: false)
        guard let one = best.first, let number = one[data.latest]?.number else { return }
        let (measure, place) = (definition.indicators[0].name[scope.language], Int(number))
        guard best.count == 1 else {
            text =
                isChinese
                ? "\(names(best))\(measure)并列第 \(place) 位" : "\(names(best)): tied \(Self.ordinal(place)) by \(measure)"
            return
        }
        subject = one.key
        let earlier = one[data.latest - 1]?.number.map { Int($0) }
        if isChinese {
            let before = earlier.map { $0 == place ? "，与上年相同" : "，上年第 \($0) 位" } ?? ""
            text = "\(name(one))\(measure)居第 \(place) 位" + before
        } else {
            let before = earlier.map { $0 == place ? ", as last year" : ", \(Self.ordinal($0)) last year" } ?? ""
            text = "\(name(one)): \(Self.ordinal(place)) by \(measure)" + before
        }
    }

    /// What the groups are.
    private var groupNoun: Words {
        if definition.by.contains(.organ) { return Words("机关", "organs") }
        let places: Set<Dimension> = [.district, .districtName, .city, .province, .area]
        return definition.by.contains(where: places.contains) ? Words("地区", "areas") : Words("组", "groups")
    }

    /// The middle value of the groups.
    mutating func median() {
        let values = data.series.compactMap { $0[data.latest]?.number }
        guard values.count > 1, let middle = OrderStatistics.median(values.sorted()) else { return }
        let indicator = definition.indicators[0]
        let places = indicator.unit.isPercent || middle != middle.rounded() ? 1 : 0
        let amount = DecimalText.fixed(middle, places) + (indicator.unit.isPercent ? "%" : "")
        let name = indicator.name[scope.language]
        let unit = indicator.unit.isPercent ? "" : " " + indicator.unit.words.zh
        text =
            isChinese
            ? "\(data.latest) 年 \(values.count) 个\(groupNoun.zh)\(name)的中位数为 \(amount)\(unit)"
            : "Median of \(name) over \(values.count) \(groupNoun.en) in \(data.latest): \(amount)"
    }

    /// The fewest groups that make up half of the sum.
    mutating func half() {
        let known = data.series.filter { $0[data.latest]?.number != nil }
            .sorted { $0[data.latest]!.number! > $1[data.latest]!.number! }
        let values = known.map { $0[data.latest]!.number! }
        let total = values.reduce(0, +)
        guard values.count > 1, total > 0, data.leftOut == 0 else { return }
        var (sum, count) = (0.0, 0)
        while sum < total / 2 { (sum, count) = (sum + values[count], count + 1) }
        subject = known[count - 1].key
        let name = definition.indicators[0].name[scope.language]
        let share = DecimalText.fixed(100 * sum / total, 1) + "%"
        text =
            isChinese
            ? "\(values.count) 个\(groupNoun.zh)中的 \(count) 个占\(name)的 \(share)"
            : "\(count) of \(values.count) \(groupNoun.en) make up \(share) of \(name)"
    }

    /// The largest of several indicators.
    mutating func greatest() {
        let most = leaders(data.series, largest: true)
        guard let one = most.first, let value = one[data.latest] else { return }
        indicator = one.indicator
        let amount = quantity(value, one.indicator)
        // Of several years the one that is meant is named.
        let (isLong, many) = (data.years.count > 1, most.count > 1)
        if isChinese {
            let year = isLong ? "\(data.latest) 年" : ""
            text = "\(year)\(names(most))\(many ? "各" : "")占 \(amount)，\(many ? "并列" : "为各项")最高"
        } else {
            let year = isLong ? " in \(data.latest)" : ""
            text = "\(names(most)): \(amount)\(many ? " each" : "")\(year), the largest part"
        }
    }
}
