import Filings

/// The date under the filing lies before the year had closed.
package struct SignedEarly: Check {
    package let id = "signed-early"
    package let name = Words("落款过早", "signed before the year closed")
    package let page = CheckPage(
        whatItVerifies: Words("落款日期在报告年度结束之后。", "The printed date lies after the end of the reporting year."),
        whyItMatters: Words("年度未结束就定稿，全年数字可能不完整。", "A text closed before the year ended may not hold the whole year."),
        legalBasis: Words("条例第四十九条：报告上一年度的情况。", "Article 49: the report is on the past year."),
        example: Words("2023 年度报告落款 2023 年 12 月 31 日。", "The filing for 2023 is dated 31 December 2023."),
        whatToDo: Words("核实数据截止日期。", "Check to what date the figures run."))

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.compactMap { filing in
            guard let signature = filing.signature, let year = filing.year, signature.year <= year else { return nil }
            return Finding(
                rule: id, severity: .warning, verdict: .violated, filing: filing,
                message: Words(
                    "落款日期 \(signature.evidence.text) 早于 \(year) 年度结束",
                    "dated \(signature.evidence.text), before \(year) had closed"),
                evidence: [Finding.Citation(source: filing.source, evidence: signature.evidence)])
        }
    }
}
