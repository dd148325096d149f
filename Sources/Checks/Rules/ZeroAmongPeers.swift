import Filings

/// A printed zero where nearly all organs of the same function and level have large figures. A note.
package struct ZeroAmongPeers: Check {
    package let id = "zero-among-peers"
    package let name = Words("同类均有而本机关为零", "zero among peers")
    package let page = CheckPage(
        whatItVerifies: Words(
            "同年、同级、同职能的机关（至少十家）九成以上不为零且中位数在 100 以上，而本机关印为零。",
            "Nine tenths of the organs of its year, level and function (ten at least) have a figure, with a median of 100 or more, and this one prints zero."
        ),
        whyItMatters: Words(
            "常见原因是职能已划转而未说明，或者整行漏填。",
            "Often a function was transferred and nobody says so, or a whole line was not filled in."),
        legalBasis: Words(
            "条例第二十条第（五）（六）项；国办公开办函〔2021〕30号。", "Article 20 (5) and (6) of the Regulations; 国办公开办函〔2021〕30号."),
        example: Words(
            "同级市场监管机关许可均在数千件，本机关为 0。", "Market regulators of its level have thousands of licences each, this one 0."),
        whatToDo: Words("核实职能是否划转；漏填的补报。", "Check whether the function was transferred; fill in what was forgotten."))

    private static let fewestPeers = 10
    private static let share = 0.9
    private static let median = 100.0

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        PeerGroups.all(in: set).flatMap { group in ComparedMeasures.all.flatMap { findings($0, group) } }
    }

    private func findings(_ id: MeasureID, _ group: PeerGroup) -> [Finding] {
        let known = group.filings.filter { $0.readings.value(of: id) != nil }
        let values = known.map { $0.readings.value(of: id)!.double }
        let middle = RobustScale.median(of: values)
        guard known.count >= Self.fewestPeers, middle >= Self.median,
            Double(values.count { $0 > 0 }) >= Self.share * Double(values.count)
        else { return [] }
        let label = ComparedMeasures.label(id)
        let typical = RobustScale.printable(middle)
        return known.filter { $0.readings.value(of: id)!.isZero }.map { filing in
            Finding(
                rule: self.id, severity: .note, verdict: .violated, filing: filing, measures: [id],
                left: Finding.Side(text: "本机关", value: .zero), right: Finding.Side(text: "同类中位数", value: typical),
                message: Words(
                    "“\(label.zh)”为 0，而\(group.words.zh)中位数为 \(typical)",
                    "\(label.en) is 0, while the median is \(typical) among \(group.words.en)"),
                evidence: [Citations.citation(filing.readings[id], of: filing)])
        }
    }
}
