import Filings
import Foundation

/// Too many figures of an organ end in 0 or 5: estimates, not counts. A note.
package struct DigitHeaping: Check {
    package let id = "digit-heaping"
    package let name = Words("尾数堆积", "heaping of last digits")
    package let page = CheckPage(
        whatItVerifies: Words(
            "一个机关历年 10 以上的件数（至少 30 个），尾数为 0 或 5 的占比明显高于两成（偶然如此的可能性小于万分之一）。",
            "Of an organ's counts of 10 or more over the years (30 at least) far more than a fifth end in 0 or 5; by chance that happens less than once in ten thousand times."
        ),
        whyItMatters: Words(
            "真实计数的尾数大致均匀；堆积在 0 和 5 说明是估计数。",
            "Last digits of real counts are nearly even; heaps at 0 and 5 betray estimates."),
        legalBasis: Words("国办公开办函〔2021〕30号关于数据准确的要求。", "The accuracy required by 国办公开办函〔2021〕30号."),
        example: Words("历年 40 个数字中有 27 个以 0 或 5 结尾。", "27 of 40 figures over the years end in 0 or 5."),
        whatToDo: Words("请该机关说明数字是台账统计还是估计。", "Ask the organ whether the figures were counted or estimated."))

    private static let fewest = 30
    /// Standard deviations of a binomial count; beyond 3.7 lies one in ten thousand.
    private static let distance = 3.7

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.series.compactMap { positions in
            let filings = positions.map { set.filings[$0] }
            let figures = filings.flatMap(counts)
            let heaped = figures.filter { $0.value % 5 == 0 }
            let expected = Double(figures.count) / 5
            guard figures.count >= Self.fewest, let last = filings.last,
                Double(heaped.count) - expected > Self.distance * sqrt(expected * 0.8)
            else { return nil }
            return finding(heaped, of: figures.count, last, Array(filings.dropLast()))
        }
    }

    private typealias Count = (value: Int64, citation: Finding.Citation)

    /// Counts that are not sums of others.
    private func counts(_ filing: Filing) -> [Count] {
        Measures.all.filter { !$0.isMoney && !$0.code.hasSuffix(".total") && !$0.code.hasPrefix("requests.resolved") }
            .compactMap { measure in
                let reading = filing.readings[measure.id]
                guard let value = reading.value, value.isInteger, value.mantissa >= 10 else { return nil }
                return (value.mantissa, Citations.citation(reading, of: filing))
            }
            + filing.facts.filter {
                $0.value.isInteger && $0.value.mantissa >= 10 && $0.kind.hasPrefix("published.")
                    && $0.kind != "published.total"
            }
            .map { ($0.value.mantissa, Citations.citation($0, of: filing)) }
    }

    private func finding(_ heaped: [Count], of count: Int, _ last: Filing, _ others: [Filing]) -> Finding {
        let percent = heaped.count * 100 / count
        return Finding(
            rule: id, severity: .note, verdict: .violated, filing: last, sources: others.map(\.source),
            left: Finding.Side(text: "以 0 或 5 结尾", value: ExactDecimal(Int64(heaped.count))),
            right: Finding.Side(text: "10 以上的件数", value: ExactDecimal(Int64(count))),
            message: Words(
                "历年 \(count) 个 10 以上的数字中，\(heaped.count) 个以 0 或 5 结尾（\(percent)%，偶然约 20%）",
                "\(heaped.count) of \(count) counts of 10 or more over the years end in 0 or 5 (\(percent)%; 20% by chance)"
            ),
            evidence: heaped.suffix(6).map(\.citation))
    }
}
