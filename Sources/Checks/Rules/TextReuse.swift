import Filings

/// Narrative taken over from the year before, or from another organ.
package struct TextReuse: Check {
    package let id = "text-reuse"
    package let name = Words("文字雷同", "narrative taken over")
    package let page = CheckPage(
        whatItVerifies: Words(
            "把年份和数字放在一边，第一、五、六部分的句子有三分之二以上（按句数和字数都是）与上年报告相同，或者八成以上（且不少于八句少见的句子）与另一机关相同。",
            "With years and figures set aside, two thirds or more of the sentences (and of the characters) of sections one, five and six stand in the year before, or four fifths of them (eight rare ones at least) in another organ's filing."
        ),
        whyItMatters: Words(
            "年年照抄的报告没有说明当年做了什么；内容雷同要追究责任。",
            "A text copied year after year does not say what was done in the year; look-alike reports are sanctioned."),
        legalBasis: Words(
            "国办公开办函〔2021〕30号：内容雷同的，依照条例第四十七条处理。",
            "By 国办公开办函〔2021〕30号 look-alike reports are dealt with under article 47 of the Regulations."),
        example: Words(
            "2024 年报告 18 句中有 16 句与 2023 年相同，只改了年份。",
            "16 of the 18 sentences for 2024 are those for 2023, with another year."),
        whatToDo: Words("请该机关按当年实际情况重写。", "Ask the organ to write down what was done in the year."))

    /// Habit keeps up to three fifths of the wording from year to year; a text that was written over keeps four fifths.
    private static let ownShare = 2.0 / 3
    /// Fewer sentences than these are no narrative.
    private static let fewest = 5

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        // One filing repeats nobody.
        guard set.filings.count > 1 else { return [] }
        var index = ReuseIndex()
        var found: [Finding] = []
        for positions in set.series {
            var before: (filing: Filing, profile: TextProfile)?
            for position in positions {
                let filing = set.filings[position]
                let profile = TextProfile(FilingText.sentences(of: filing, sections: TextProfile.sections))
                index.add(profile, of: filing, at: position)
                if let before, before.filing.year! + 1 == filing.year! {
                    let taken = profile.taken(from: before.profile)
                    if isReuse(taken, of: profile) {
                        found.append(finding(filing, before.filing, shared: taken.count, of: profile.keys.count))
                    }
                }
                before = (filing, profile)
            }
        }
        return found
            + index.copies().map {
                finding(set.filings[$0.later], set.filings[$0.earlier], shared: $0.shared, of: $0.count)
            }
    }

    /// Of the sentences and of their characters: one long sentence or many short ones are not the text.
    private func isReuse(_ taken: [Int], of profile: TextProfile) -> Bool {
        let all = profile.keys.reduce(0) { $0 + $1.shingles.count }
        let copied = taken.reduce(0) { $0 + profile.keys[$1].shingles.count }
        return profile.keys.count >= Self.fewest && Double(taken.count) >= Self.ownShare * Double(profile.keys.count)
            && Double(copied) >= Self.ownShare * Double(all)
    }

    private func finding(_ later: Filing, _ earlier: Filing, shared: Int, of count: Int) -> Finding {
        let isOwn = OrganKey(later) == OrganKey(earlier)
        let other =
            isOwn
            ? Words("上年报告", "the year before")
            : Words(
                "\(earlier.organ?.name ?? earlier.source) \(earlier.year!) 年报告",
                "\(earlier.organ?.name ?? earlier.source) for \(earlier.year!)")
        return Finding(
            rule: id, severity: .warning, verdict: .violated, filing: later, sources: [earlier.source],
            left: Finding.Side(text: "相同的句子", value: ExactDecimal(Int64(shared))),
            right: Finding.Side(text: "全部句子", value: ExactDecimal(Int64(count))),
            cause: isOwn ? "own-past" : "other-organ",
            subject: "\(earlier.organ?.name ?? "") \(earlier.year!)",
            message: Words(
                "第一、五、六部分 \(count) 句中有 \(shared) 句与\(other.zh)相同（不计年份和数字），占 \(shared * 100 / count)%",
                "\(shared) of \(count) sentences of sections one, five and six stand in \(other.en), years and figures aside: \(shared * 100 / count)%"
            ),
            evidence: ReusedPassages.citations(later, earlier))
    }
}
