import Filings
import Metrics

/// Several of a kind: what prints the same is not set above one another.
extension Headline {
    /// Those whose latest figure prints like the best one, in their order.
    func leaders(_ series: [MetricSeries], largest: Bool) -> [MetricSeries] {
        let known = series.filter { $0[data.latest]?.number != nil }
        let number = { (series: MetricSeries) in series[data.latest]!.number! }
        guard let best = known.max(by: { largest ? number($0) < number($1) : number($0) > number($1) }) else {
            return []
        }
        let text = quantity(best[data.latest]!, best.indicator)
        return known.filter { quantity($0[data.latest]!, $0.indicator) == text }
    }

    /// `甲区、乙区`; from four on the first two and how many there are.
    func names(_ series: [MetricSeries]) -> String {
        let names = series.map(name)
        if names.count > 3 {
            let first = names.prefix(2).joined(separator: isChinese ? "、" : ", ")
            return isChinese ? "\(first)等 \(names.count) 个" : "\(first) and \(names.count - 2) others"
        }
        if isChinese { return names.joined(separator: "、") }
        let head = names.dropLast().joined(separator: ", ")
        return head.isEmpty ? names.last ?? "" : "\(head) and \(names.last!)"
    }

    /// What a series is called: its group, or its indicator where there are no groups.
    func name(_ series: MetricSeries) -> String {
        definition.by.isEmpty ? PartName.of(series.indicator.name[scope.language]) : series.key.label[scope.language]
    }

    /// Whether chance alone may set the value so far from another: the 95 % interval holds both.
    func isNear(_ value: Value?, _ other: Double) -> Bool {
        guard let top = value?.numerator, let bottom = value?.denominator,
            let interval = WilsonInterval.interval(top.double, of: bottom.double)
        else { return false }
        return interval.contains(other / 100)
    }

    /// `1st`, `2nd`, `11th`.
    static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        return "\(number)" + (isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th")
    }
}
