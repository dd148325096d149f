import Filings

/// A statutory table that is not there.
package struct TableMissing: NoteCheck {
    package let id = "table-missing"
    package let name = Words("缺少表格", "missing table")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表二、表三、表四都在。2019 年以前没有法定表格，只作说明。",
            "Tables two, three and four are there. Before 2019 no tables were prescribed, which is only said."),
        whyItMatters: Words("缺表的指标只能标为缺失。", "Indicators of a missing table can only be marked as missing."),
        legalBasis: Words("条例第五十条；年度报告格式不得遗漏。", "Article 50; the form may not be shortened."),
        example: Words("第四部分只有一句话，没有表格。", "Section four holds a sentence and no table."),
        whatToDo: Words("核对原件；确无表格的，督促补报。", "Check the original; if there is none, ask for it."))
    let kinds: Set<ReadingNote.Kind> = [.tableMissing]
    let severity = Severity.error
    let verdict = Verdict.violated

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        noted(in: set) + set.filings.compactMap(beforeTheForm)
    }

    /// A filing of a year for which no form was prescribed, and that has none.
    private func beforeTheForm(_ filing: Filing) -> Finding? {
        guard filing.form == nil, let year = filing.year, FormID.prescribed(for: year) == nil else { return nil }
        let evidence = filing.evidence.first { $0.field == .year }?.evidence ?? Evidence(text: String(year), place: nil)
        return Finding(
            rule: id, severity: .note, verdict: .notAssessable, filing: filing, cause: "before-2019", subject: "form",
            message: Words(
                "\(year) 年报告：2019 年以前没有法定表格，表格和勾稽关系不核查",
                "filing for \(year): no tables were prescribed before 2019; tables and their sums are not assessed"),
            evidence: [Finding.Citation(source: filing.source, evidence: evidence)])
    }
}
