import Filings

/// The title's year is not the year of the period that the text states.
package struct YearMismatch: NoteCheck {
    package let id = "year-mismatch"
    package let name = Words("年份不一致", "year mismatch")
    package let page = CheckPage(
        whatItVerifies: Words("标题年份与正文统计期的年份一致。", "The title's year is that of the period in the text."),
        whyItMatters: Words(
            "多为套用旧稿所致；归错年份会污染两年的数据。", "Usually an old text was reused; a wrong year spoils the data of two."),
        legalBasis: Words("条例第四十九条。", "Article 49 of the Regulations."),
        example: Words("标题 2023 年，统计期 2024 年 1 月 1 日至 12 月 31 日。", "Title 2023, period 1 January to 31 December 2024."),
        whatToDo: Words("请该机关更正标题。", "Ask the organ to correct the title."))
    let kinds: Set<ReadingNote.Kind> = [.yearMismatch]
    let severity = Severity.error
    let verdict = Verdict.violated

    package init() {}
}
