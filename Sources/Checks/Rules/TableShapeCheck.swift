import Filings

/// The shape of a table is damaged and its reading rests on more than position: our doubt, not the organ's error.
package struct TableShapeCheck: NoteCheck {
    package let id = "table-shape"
    package let name = Words("表格形状受损", "damaged table")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表格的行列与法定格式一致；缺列、缺行名、数字过多的，说明判读所依据的次序或勾稽关系。",
            "The table has the form's lines and columns; where columns, labels or cells are lost or repeated, it says what the reading rests on."
        ),
        whyItMatters: Words(
            "这是文件提取造成的损坏，不是机关的差错；引用前应看一眼原件。",
            "This is damage of extraction and no fault of the organ; look at the original before quoting."),
        legalBasis: Words("国办公开办函〔2021〕30号附件的格式。", "The form in the annex of 国办公开办函〔2021〕30号."),
        example: Words(
            "申请人列“其他”从表头消失，每行少一个数字。", "The column 其他 is gone from the head, and every line is one figure short."),
        whatToDo: Words("尽量换用原始文件（HTML、Word、PDF）再读。", "Read the original file (HTML, Word, PDF) where it can be had."))
    let kinds: Set<ReadingNote.Kind> = [.tableShape]
    let severity = Severity.note
    let verdict = Verdict.doubtful

    package init() {}
}
