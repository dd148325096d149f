import Filings

/// An amount in yuan under the heading 万元, told by the organ's other years or by its peers.
package struct FeesUnit: Check {
    package let id = "fees-unit"
    package let name = Words("收费金额单位", "unit of the fees")
    package let page = CheckPage(
        whatItVerifies: Words(
            "本年收费金额与该机关前后年度的比值不接近一万；没有其他年度可比时，与同级同类机关的最大值相比，只作提示。",
            "The fees are not about ten thousand times those of the organ's neighbouring years; without other years they are compared with the largest of its peers, for a note."
        ),
        whyItMatters: Words(
            "把元填进“万元”栏，一个机关的数字就会超过全市合计。", "Yuan entered under 万元 make one organ larger than the whole city."),
        legalBasis: Words("国办公开办函〔2021〕30号附件：本年收费金额（单位：万元）。", "Annex of 国办公开办函〔2021〕30号: fees of the year, in 万元."),
        example: Words("上年 41.36，本年 436700，下年 45.1。", "41.36 the year before, 436700 this year, 45.1 the next."),
        whatToDo: Words("请该机关核对单位，除以一万后更正。", "Ask the organ to check the unit, divide by ten thousand and correct."))

    private static let measure = Measures.known("proactive.fees.amount")
    /// Nearer to 10,000 than to the largest honest change. Fees rise and fall up to a hundredfold with a new levy or one
    /// large project (a factor of 6 is common, 24252 -> 4166 within five years); a wrong unit is 10,000 times, blurred
    /// by an ordinary change. The bound lies half-way between on the scale of ratios: 10^((2 + 4) / 2).
    private static let least = 1_000.0
    private static let most = 100_000.0
    private static let fewestPeers = 8

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        let versions = Dictionary(uniqueKeysWithValues: set.duplicates.map { ($0.last!, $0) })
        let own = set.series.flatMap { positions in
            ownHistory(
                positions.map { position in
                    Charged(
                        filing: set.filings[position],
                        versions: (versions[position] ?? [position]).map { set.filings[$0] })
                })
        }
        let known = Set(own.flatMap { [$0.source] + $0.sources })
        return own + PeerGroups.all(in: set).flatMap(amongPeers).filter { !known.contains($0.source) }
    }

    /// Each year against the years before and after for which fees are printed.
    private func ownHistory(_ years: [Charged]) -> [Finding] {
        let charged = years.filter { amount($0.filing) > 0 }
        return charged.indices.compactMap { index in
            let near = [index - 1, index + 1].filter(charged.indices.contains).map { charged[$0].filing }
            let filing = charged[index].filing
            let value = amount(filing)
            guard let other = near.first(where: { isUnit(value / amount($0)) }), isYuan(filing) else { return nil }
            // Between two years that both speak, both must: a lone neighbour may be the odd one itself.
            guard near.allSatisfy({ isUnit(value / amount($0)) || isSameScale(value / amount($0)) }) else { return nil }
            return finding(charged[index].holding(filing.readings.value(of: Self.measure)), other)
        }
    }

    /// The filing in force for a year, among all of that year.
    private struct Charged {
        let filing: Filing
        let versions: [Filing]

        /// The versions that print an amount, the first of them first: a figure that a second file repeats is one finding.
        func holding(_ value: ExactDecimal?) -> [Filing] {
            versions.filter { $0.readings.value(of: FeesUnit.measure) == value }
        }
    }

    private func amount(_ filing: Filing) -> Double { filing.readings.value(of: Self.measure)?.double ?? 0 }
    private func isUnit(_ ratio: Double) -> Bool { ratio >= Self.least && ratio <= Self.most }
    /// The neighbour has the wrong unit too.
    private func isSameScale(_ ratio: Double) -> Bool { ratio > 1 / Self.least && ratio < Self.least }

    /// Yuan have no more than two decimals; 万元 often have four.
    private func isYuan(_ filing: Filing) -> Bool { (filing.readings.value(of: Self.measure)?.scale ?? 0) <= 2 }

    private func finding(_ versions: [Filing], _ other: Filing) -> Finding {
        let filing = versions[0]
        let (value, before) = (filing.readings[Self.measure], other.readings[Self.measure])
        let factor = Int64((value.value!.double / before.value!.double).rounded())
        return Finding(
            rule: id, severity: .error, verdict: .violated, filing: filing,
            sources: (versions.dropFirst() + [other]).map(\.source), measures: [Self.measure],
            left: Finding.Side(text: "本年收费金额", value: value.value!),
            right: Finding.Side(text: "\(other.year!) 年收费金额", value: before.value!),
            message: Words(
                "本年收费金额印为 \(value.text)（万元），是 \(other.year!) 年 \(before.text) 的 \(factor) 倍，疑似以元为单位",
                "fees printed as \(value.text) (万元) are \(factor) times the \(before.text) of \(other.year!): they seem to be yuan"
            ),
            evidence: [Citations.citation(value, of: filing), Citations.citation(before, of: other)])
    }

    /// Organs without another year: against the largest of their peers.
    private func amongPeers(_ group: PeerGroup) -> [Finding] {
        let charged = group.filings.filter { amount($0) > 0 }.sorted { amount($0) < amount($1) }
        guard charged.count > Self.fewestPeers, let top = charged.last else { return [] }
        let next = charged[charged.count - 2]
        guard isUnit(amount(top) / amount(next)), isYuan(top) else { return [] }
        var finding = finding([top], next)
        finding.severity = .note
        finding.verdict = .doubtful
        finding.message = Words(
            "本年收费金额印为 \(top.readings[Self.measure].text)（万元），是同类机关最大值 \(next.readings[Self.measure].text) 的一千倍以上，疑似以元为单位",
            "fees printed as \(top.readings[Self.measure].text) (万元) are over a thousand times the largest of its peers, \(next.readings[Self.measure].text): they may be yuan"
        )
        return [finding]
    }
}
