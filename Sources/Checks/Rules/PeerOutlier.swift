import Filings
import Foundation

/// A figure far from those of the organs of its function and level in the same year. A note.
package struct PeerOutlier: Check {
    package let id = "peer-outlier"
    package let name = Words("同类离群", "outlier among peers")
    package let page = CheckPage(
        whatItVerifies: Words(
            "与同年、同级、同职能的机关（至少十家）相比，数字离中位数超过五个稳健标准差（按对数计）。",
            "Among the organs of its year, level and function (ten at least) the figure lies five robust standard deviations of the logarithm from the median."
        ),
        whyItMatters: Words(
            "离群的数字会左右全地区的合计与排名，引用前应当核实。",
            "An outlier moves the sums and rankings of a whole area and should be verified before it is quoted."),
        legalBasis: Words("国办公开办函〔2021〕30号关于数据准确的要求。", "The accuracy required by 国办公开办函〔2021〕30号."),
        example: Words(
            "同级卫生健康机关许可中位数 600 件，本机关 980000 件。",
            "The median of licences among health organs is 600, this one has 980000."),
        whatToDo: Words(
            "核对原件与口径；确属实情的，引用时说明。", "Check the original and what was counted; if it is so, say so when you quote it."))

    private static let fewestPeers = 10
    private static let distance = 5.0
    /// Organs of one kind differ by half as much again as a matter of course.
    private static let leastSpread = 0.4
    private static let smallest = 20.0

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        PeerGroups.all(in: set).flatMap { group in ComparedMeasures.all.flatMap { findings($0, group) } }
    }

    private func findings(_ id: MeasureID, _ group: PeerGroup) -> [Finding] {
        let known = group.filings.filter { ($0.readings.value(of: id) ?? .zero) > .zero }
        guard known.count >= Self.fewestPeers else { return [] }
        let values = known.map { $0.readings.value(of: id)!.double }
        let scale = RobustScale(values.map { log1p($0) })
        let typical = RobustScale.printable(expm1(scale.median))
        return zip(known, values).compactMap { filing, value in
            guard max(value, expm1(scale.median)) >= Self.smallest,
                abs(scale.distance(of: log1p(value), least: Self.leastSpread)) >= Self.distance
            else { return nil }
            let label = ComparedMeasures.label(id)
            let reading = filing.readings[id]
            return Finding(
                rule: self.id, severity: .note, verdict: .violated, filing: filing, measures: [id],
                left: Finding.Side(text: "本机关", value: reading.value!),
                right: Finding.Side(text: "同类中位数", value: typical),
                message: Words(
                    "“\(label.zh)”\(reading.value!)，\(group.words.zh)的中位数为 \(typical)",
                    "\(label.en): \(reading.value!), against a median of \(typical) among \(group.words.en)"),
                evidence: [Citations.citation(reading, of: filing)])
        }
    }
}
