import Filings

/// The parts that the prose states against the whole that it states.
package struct NarrativeSum: Check {
    package let id = "narrative-sum"
    package let name = Words("正文分项与总数", "parts and whole in the prose")
    package let page = CheckPage(
        whatItVerifies: Words(
            "正文中“共…条，其中…条、…条”的分项之和等于总数。“其中”只列一部分的，分项之和不大于总数即可；逐项累加的每一种读法都不等于总数，才认为矛盾。",
            "Where the prose states a whole and its parts (共…条，其中…) they add up. A list that names only some parts may fall short; a contradiction is stated only when no reading of the list gives the whole."
        ),
        whyItMatters: Words(
            "同一句话里的数字都对不上，其余数字也难以取信。", "Where the figures of one sentence do not agree, the others are hard to believe."
        ),
        legalBasis: Words("条例第五十条；国办公开办函〔2021〕30号关于数据准确的要求。", "Article 50; the accuracy required by 国办公开办函〔2021〕30号."),
        example: Words(
            "政协提案 16 件，独办 1 件，主办 12 件，协办 4 件：合计 17 件。",
            "16 proposals: 1 alone, 12 as leader, 4 as partner, which make 17."),
        whatToDo: Words("请该机关核对总数与分项，更正其一。", "Ask the organ to check the whole and the parts and to correct one."))

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing -> [Finding] in
            var seen: Set<String> = []
            return passages(of: filing).flatMap { passage in
                StatedSum.all(in: passage.scalars).compactMap { finding($0, passage, filing) }
            }.filter { seen.insert($0.fingerprint).inserted }
        }
    }

    /// Sentences; one that begins with 其中 continues the one before.
    private func passages(of filing: Filing) -> [Sentence] {
        var passages: [Sentence] = []
        for sentence in FilingText.sentences(of: filing) {
            guard sentence.scalars.contains(where: { ("0"..."9").contains($0) }) else { continue }
            if sentence.scalars.starts(with: "其中".unicodeScalars), let last = passages.last,
                last.section == sentence.section
            {
                let joined = last.scalars.dropLast() + ["，"] + sentence.scalars
                passages[passages.count - 1] = Sentence(
                    section: last.section, scalars: Array(joined), quote: last.quote)
            } else {
                passages.append(sentence)
            }
        }
        return passages
    }

    private func finding(_ sum: StatedSum, _ passage: Sentence, _ filing: Filing) -> Finding? {
        guard let parts = sum.contradiction else { return nil }
        let unit = sum.whole.unit
        let addends = sum.parts.map(\.value.description).joined(separator: " + ")
        return Finding(
            rule: id, severity: .error, verdict: .violated, filing: filing,
            left: Finding.Side(text: addends, value: parts), right: Finding.Side(text: "总数", value: sum.whole.value),
            message: Words(
                "正文总数 \(sum.whole.value) \(unit)，分项 \(addends) = \(parts)，相差 \(signed(parts - sum.whole.value))",
                "the prose states \(sum.whole.value) \(unit) in all, its parts \(addends) = \(parts), difference \(signed(parts - sum.whole.value))"
            ),
            evidence: [Finding.Citation(source: filing.source, evidence: passage.quote)])
    }
}
