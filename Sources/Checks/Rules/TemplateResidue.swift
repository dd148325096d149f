import Filings

/// Residue of a word processor or a template in the published text.
package struct TemplateResidue: NoteCheck {
    package let id = "template-residue"
    package let name = Words("编辑残留", "editing residue")
    package let page = CheckPage(
        whatItVerifies: Words("正文没有书签、占位符等编辑残留。", "The text holds no bookmarks or placeholders."),
        whyItMatters: Words("说明公布前未经校对。", "It shows that the text was not proofread."),
        legalBasis: Words("国办公开办函〔2021〕30号关于报告质量的要求。", "The quality required by 国办公开办函〔2021〕30号."),
        example: Words("正文中出现“[bookmark: _GoBack]”。", "“[bookmark: _GoBack]” stands in the text."),
        whatToDo: Words("请该机关清理后重新公布。", "Ask the organ to clean the text and publish again."))
    let kinds: Set<ReadingNote.Kind> = [.templateResidue]
    let severity = Severity.note
    let verdict = Verdict.violated

    package init() {}
}
