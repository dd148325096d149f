import Filings

/// A statutory table that is not there.
package struct TableMissing: NoteCheck {
    package let id = "table-missing"
    package let name = Words("缺少表格", "missing table")
    package let page = CheckPage(
        whatItVerifies: Words("表二、表三、表四都在。", "Tables two, three and four are there."),
        whyItMatters: Words("缺表的指标只能标为缺失。", "Indicators of a missing table can only be marked as missing."),
        legalBasis: Words("条例第五十条；年度报告格式不得遗漏。", "Article 50; the form may not be shortened."),
        example: Words("第四部分只有一句话，没有表格。", "Section four holds a sentence and no table."),
        whatToDo: Words("核对原件；确无表格的，督促补报。", "Check the original; if there is none, ask for it."))
    let kinds: Set<ReadingNote.Kind> = [.tableMissing]
    let severity = Severity.error
    let verdict = Verdict.violated

    package init() {}
}
