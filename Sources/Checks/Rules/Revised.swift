import Filings

/// The prose restates a figure of the year before, and not as it was published.
package struct Revised: Check {
    package let id = "revised"
    package let name = Words("上年数字被改写", "last year's figure restated")
    package let page = CheckPage(
        whatItVerifies: Words(
            "正文提到上年的申请、许可、处罚件数时，与上年报告的表格一致；新收、新收加结转、办结等口径逐一比较。",
            "Requests, licences and penalties of last year that the prose mentions are those of last year's tables; received, on hand and resolved are all tried."
        ),
        whyItMatters: Words(
            "悄悄改动过去的数字会改变同比，读者却无从得知。", "A past figure changed in silence changes the growth, and no reader can know."),
        legalBasis: Words("国办公开办函〔2021〕30号关于数据准确的要求。", "The accuracy required by 国办公开办函〔2021〕30号."),
        example: Words(
            "正文：2023 年收到申请 58 件；2023 年报告：新收 61 件。", "The prose: 58 requests in 2023; the filing for 2023: 61."),
        whatToDo: Words("请该机关说明更正的原因，并注明口径。", "Ask the organ why the figure changed and what it counts."))

    /// Words before a number that tell what it counts.
    private static let kinds: [(words: [String], kind: String)] = [
        (["行政许可"], "licensing.decisions"), (["行政处罚"], "penalties.decisions"), (["申请"], "requests.received"),
    ]
    /// A change, a carry or a review is no figure of last year.
    private static let otherThings = ["增", "减", "多", "少", "升", "降", "结转", "复议", "诉讼", "建议", "提案", "截至"]

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.neighbours.flatMap { earlier, later -> [Finding] in
            let names = OtherYear.names(before: later.year!)
            return FilingText.sentences(of: later, sections: [1, 3]).flatMap { sentence in
                StatedNumbers.all(in: sentence.scalars).compactMap { finding($0, sentence, names, earlier, later) }
            }
        }
    }

    private func finding(
        _ number: StatedNumber, _ sentence: Sentence, _ names: [String], _ earlier: Filing, _ later: Filing
    ) -> Finding? {
        let words = String(scalars: sentence.scalars[number.wordsStart..<number.start])
        // The year nearest to the number is the one it belongs to.
        guard let name = names.first(where: words.contains), !Self.otherThings.contains(where: words.contains),
            !words.contains("\(later.year!)年"), !words.contains("本年"), ["件", "宗", "起", "项"].contains(number.unit),
            let kind = Self.kinds.first(where: { $0.words.contains(where: words.contains) })?.kind
        else { return nil }
        let sums = NarrativeTable.sums(NarrativeTable.readings[kind] ?? []) { earlier.figure($0)?.value }
        guard let first = sums.first, !sums.contains(where: { $0.value == number.value }) else { return nil }
        return Finding(
            rule: id, severity: .warning, verdict: .violated, filing: later, sources: [earlier.source],
            measures: first.measures,
            left: Finding.Side(text: "正文所述上年数", value: number.value),
            right: Finding.Side(text: "上年报告", value: first.value),
            message: Words(
                "正文称\(name) \(number.value) \(number.unit)，而 \(earlier.year!) 年报告为 \(first.value)",
                "the prose says \(number.value) for \(earlier.year!), whose filing has \(first.value)"),
            evidence: [Finding.Citation(source: later.source, evidence: sentence.quote)]
                + Citations.cells(first.measures, of: earlier))
    }
}
