import Filings
import Foundation

/// A figure far from the organ's own other years. A note: a jump alone is no error.
package struct Jump: Check {
    package let id = "jump"
    package let name = Words("数字突变", "jump")
    package let page = CheckPage(
        whatItVerifies: Words(
            "与本机关其他各年（至少三年）的中位数相比，相差五倍以上，且超出该机关自身波动的三倍半；小数字按偶然波动放宽。",
            "A figure is five times or a fifth of the median of the organ's other years (three at least) and lies 3.5 spreads of its own history away; small numbers are given their chance variation."
        ),
        whyItMatters: Words(
            "突变可能是职能划转、专项行动，也可能是错行、错位或单位错误。",
            "A jump may be a transfer of functions or a campaign, or a shifted line or a wrong unit."),
        legalBasis: Words("国办公开办函〔2021〕30号关于数据准确的要求。", "The accuracy required by 国办公开办函〔2021〕30号."),
        example: Words("行政处罚各年约 30 件，本年 412 件。", "About 30 penalties in every year, 412 in this one."),
        whatToDo: Words("向该机关了解原因；确属填错的更正。", "Ask the organ for the reason; correct what was entered wrongly."))

    private static let fewestYears = 3
    private static let factor = 5.0
    private static let distance = 3.5
    /// Below this a figure may grow many times by chance.
    private static let smallest = 20.0

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.series.flatMap { positions -> [Finding] in
            let filings = positions.map { set.filings[$0] }
            return ComparedMeasures.all.flatMap { findings($0, filings) }
        }
    }

    private func findings(_ id: MeasureID, _ filings: [Filing]) -> [Finding] {
        let known = filings.filter { $0.readings.value(of: id) != nil }
        guard known.count > Self.fewestYears else { return [] }
        let values = known.map { $0.readings.value(of: id)!.double }
        return known.indices.compactMap { index in
            var others = values
            others.remove(at: index)
            let middle = RobustScale.median(of: others)
            guard isJump(values[index], others, middle) else { return nil }
            return finding(id, known[index], middle, known.filter { $0.source != known[index].source })
        }
    }

    private func isJump(_ value: Double, _ others: [Double], _ middle: Double) -> Bool {
        guard max(value, middle) >= Self.smallest else { return false }
        let ratio = (value + 1) / (middle + 1)
        guard ratio >= Self.factor || ratio <= 1 / Self.factor else { return false }
        let scale = RobustScale(others.map { log1p($0) })
        // A count of n varies by chance with a relative spread of 1 / sqrt(n).
        let chance = 1 / sqrt(min(value, middle) + 1)
        return abs(scale.distance(of: log1p(value), least: max(chance, 0.1))) >= Self.distance
    }

    private func finding(_ id: MeasureID, _ filing: Filing, _ middle: Double, _ others: [Filing]) -> Finding {
        let reading = filing.readings[id]
        let label = ComparedMeasures.label(id)
        let typical = RobustScale.printable(middle)
        return Finding(
            rule: self.id, severity: .note, verdict: .violated, filing: filing, sources: others.map(\.source),
            measures: [id],
            left: Finding.Side(text: "本年", value: reading.value!), right: Finding.Side(text: "其他各年中位数", value: typical),
            message: Words(
                "“\(label.zh)”本年 \(reading.value!)，其他各年中位数 \(typical)",
                "\(label.en): \(reading.value!), against a median of \(typical) in the other years"),
            evidence: ([filing] + others).map { Citations.citation($0.readings[id], of: $0) })
    }
}
