import Filings

/// Bytes of the file are no text: the file's damage, and no error of the organ's.
package struct TextDamaged: NoteCheck {
    package let id = "text-damaged"
    package let name = Words("文字受损", "damaged text")
    package let page = CheckPage(
        whatItVerifies: Words(
            "文件的每个字节都能按其编码（UTF-8、UTF-16、GB18030）解读为文字；少数不能的，以“\u{FFFD}”代替，其余照读。",
            "Every byte of the file is text in its encoding (UTF-8, UTF-16, GB18030); where a few are not, “\u{FFFD}” stands for them and the rest is read."
        ),
        whyItMatters: Words(
            "丢失的字符可能是行名或数字的一部分；附近的数字引用前应核对原件。",
            "What was lost may be part of a label or a figure; compare figures near it with the original before quoting."
        ),
        legalBasis: Words("无；属文件传输或转存的损坏。", "None; files are damaged when they are sent or saved anew."),
        example: Words("GB18030 文件第 40 行多出一个字节。", "Line 40 of a GB18030 file has one byte too many."),
        whatToDo: Words("重新下载或向发布机关索取原始文件。", "Download the file again or ask the publisher for the original."))
    let kinds: Set<ReadingNote.Kind> = [.lostCharacters]
    let severity = Severity.note
    let verdict = Verdict.doubtful

    package init() {}
}
