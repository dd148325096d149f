import Filings

// The texts of comparisons; those of levels, changes, ranks and shares are in `ValueFormat`.
extension ValueFormat {
    func comparison(_ detail: Value.Detail, _ number: Double, _ value: Value, _ indicator: Indicator) -> String {
        switch detail {
        case .span(let span): text(span, number, value, indicator)
        case .peers(let peers): text(peers, number, value, indicator)
        case .band(let band): text(band)
        case .part(let part): text(part, number)
        case .without(let without): text(without, number, indicator)
        case .effects(let effects): text(effects, number, indicator)
        case .difference(let difference): text(difference, number)
        case .trend(let trend): text(trend, number, indicator)
        case .concentration(let concentration):
            pick(
                "\(DecimalText.fixed(number, 3))（\(concentration.organs) 个机关）",
                "\(DecimalText.fixed(number, 3)) (\(concentration.organs) organs)")
        case .funnel(let funnel): text(funnel, number)
        case .mean(let mean): text(mean, number, indicator)
        case .none, .change, .rank, .share: level(number, value.exact, indicator.unit)
        }
    }

    private func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// A change in the indicator's unit: `+1.2 个百分点`, `+3.50`.
    private func change(_ number: Double, _ unit: Unit, decimals: Int? = nil) -> String {
        let text = DecimalText.signed(number, decimals ?? unit.decimals)
        return unit.isPercent ? text + pick(" 个百分点", " pp") : text
    }

    private func percent(_ number: Double) -> String { DecimalText.signed(number, 1) + "%" }

    private func years(_ years: ClosedRange<Int>) -> String {
        pick("\(years.lowerBound)—\(years.upperBound)年", "\(years.lowerBound)–\(years.upperBound)")
    }

    private func text(_ span: Value.Span, _ number: Double, _ value: Value, _ indicator: Indicator) -> String {
        switch span.kind {
        case .index:
            let text = DecimalText.fixed(number, 1)
            return pick("\(text)（\(span.years.lowerBound)年=100）", "\(text) (\(span.years.lowerBound) = 100)")
        case .growth:
            return pick(
                "年均 \(percent(number))（\(years(span.years))）", "\(percent(number)) a year (\(years(span.years)))")
        case .pooled:
            let text = level(value.number, value.exact, indicator.unit)
            return pick("\(text)（\(years(span.years))）", "\(text) (\(years(span.years)))")
        }
    }

    /// The number of robust deviations, a percentile, or the distance from the median.
    private func text(_ peers: Value.Peers, _ number: Double, _ value: Value, _ indicator: Indicator) -> String {
        switch peers.kind {
        case .percentile:
            return pick(
                "第 \(DecimalText.fixed(number, 0)) 百分位（共 \(peers.count) 个）",
                "percentile \(DecimalText.fixed(number, 0)) (of \(peers.count))")
        case .outlier:
            let isFar = abs(number) > Value.Peers.outlierLimit
            return pick(
                "z = \(DecimalText.signed(number, 2))（\(isFar ? "离群，" : "")共 \(peers.count) 个）",
                "z = \(DecimalText.signed(number, 2)) (\(isFar ? "outlier, " : "")of \(peers.count))")
        case .distance:
            let isWhole =
                !indicator.unit.isPercent && number == number.rounded() && peers.median == peers.median.rounded()
            let distance = isWhole ? DecimalText.signed(number, 0) : change(number, indicator.unit)
            let median = isWhole ? DecimalText.fixed(peers.median, 0) : level(peers.median, nil, indicator.unit)
            return pick(
                "\(distance)（中位数 \(median)，共 \(peers.count) 个）", "\(distance) (median \(median), of \(peers.count))")
        }
    }

    private func text(_ band: Value.Band) -> String {
        let bounds = band.bounds.map { DecimalText.fixed($0, 2) }
        return pick(
            "第 \(band.band) 组（共 \(band.bounds.count + 1) 组，界限 \(bounds.joined(separator: "、"))）",
            "band \(band.band) of \(band.bounds.count + 1) (bounds \(bounds.joined(separator: ", ")))")
    }

    private func text(_ part: Value.Part, _ number: Double) -> String {
        let points = DecimalText.signed(number, 1) + pick(" 个百分点", " pp")
        guard let change = part.change, let totalChange = part.totalChange, let total = part.total else {
            let total = part.total.map { DecimalText.signed($0, 1) } ?? "—"
            return pick("\(points)（合并 \(total)）", "\(points) (pooled \(total))")
        }
        let rest = "\(DecimalText.signed(totalChange))\(pick("，", ", "))\(percent(total))"
        return pick(
            "\(points)（\(DecimalText.signed(change))，合计 \(rest)）",
            "\(points) (\(DecimalText.signed(change)), total \(rest))")
    }

    private func text(_ without: Value.Without, _ number: Double, _ indicator: Indicator) -> String {
        let show = { (number: Double) in indicator.isSum ? percent(number) : change(number, indicator.unit) }
        let turns = without.reverses(number) ? pick("，方向相反", ", reversed") : ""
        return pick(
            "\(show(number))（全部 \(show(without.total))\(turns)）", "\(show(number)) (all \(show(without.total))\(turns))"
        )
    }

    private func text(_ effects: Value.Effects, _ number: Double, _ indicator: Indicator) -> String {
        let decimals = indicator.unit.decimals
        let parts = [effects.within, effects.mix, effects.total].map { DecimalText.signed($0, decimals) }
        return change(number, indicator.unit)
            + pick(
                "（自身 \(parts[0])，结构 \(parts[1])；合并 \(parts[2])）",
                " (within \(parts[0]), mix \(parts[1]); pooled \(parts[2]))")
    }

    private func text(_ difference: Value.Difference, _ number: Double) -> String {
        let bounds = [difference.interval.lowerBound, difference.interval.upperBound].map { DecimalText.signed($0, 1) }
        let p = probability(difference.adjustedP)
        return pick(
            "\(DecimalText.signed(number, 1)) 个百分点（95% 区间 \(bounds[0])—\(bounds[1])，\(p)）",
            "\(DecimalText.signed(number, 1)) pp (95% \(bounds[0]) to \(bounds[1]), \(p))")
    }

    /// Three decimals, `p < 0.001` below.
    private func probability(_ p: Double) -> String { p < 0.001 ? "p < 0.001" : "p = " + DecimalText.fixed(p, 3) }

    private func text(_ trend: Value.Trend, _ number: Double, _ indicator: Indicator) -> String {
        let slope = change(number, indicator.unit, decimals: 2)
        let rest = "\(years(trend.years))\(pick("，", ", "))\(probability(trend.p))"
        return pick("每年 \(slope)（\(rest)）", "\(slope) a year (\(rest))")
    }

    private func text(_ funnel: Value.Funnel, _ number: Double) -> String {
        let percent = { (number: Double) in DecimalText.fixed(number, 1) + "%" }
        let range = { (range: ClosedRange<Double>) in percent(range.lowerBound) + "—" + percent(range.upperBound) }
        let zone =
            switch funnel.zone(number) {
            case .inside: pick("界内", "inside")
            case .beyondInner: pick("95% 界外", "beyond 95%")
            case .beyondOuter: pick("99.8% 界外", "beyond 99.8%")
            }
        return pick(
            "\(percent(number))（合并 \(percent(funnel.center))，95% 界限 \(range(funnel.inner))，99.8% 界限 \(range(funnel.outer))，\(zone)）",
            "\(percent(number)) (pooled \(percent(funnel.center)), 95% limits \(range(funnel.inner)), 99.8% limits \(range(funnel.outer)), \(zone))"
        )
    }

    private func text(_ mean: Value.Mean, _ number: Double, _ indicator: Indicator) -> String {
        let pooled = level(mean.pooled, nil, indicator.unit)
        return pick(
            "\(level(number, nil, indicator.unit))（\(mean.organs) 个机关；合并 \(pooled)）",
            "\(level(number, nil, indicator.unit)) (\(mean.organs) organs; pooled \(pooled))")
    }
}
