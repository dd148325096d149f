import Filings

/// The place in the organ's name is in no list of divisions: most often a character that was recognised wrongly.
package struct PlaceName: NoteCheck {
    package let id = "place-name"
    package let name = Words("地名存疑", "unknown place")
    package let page = CheckPage(
        whatItVerifies: Words(
            "机关名称中的地名在当年的行政区划名录（GB/T 2260）或项目文件中；不在的，列出字形相近的地名。",
            "The place in the organ's name is in that year's list of divisions (GB/T 2260) or in the project file; where it is not, names that look like it are listed."
        ),
        whyItMatters: Words(
            "扫描识别常把地名认错一个字；静默改正会把数字记到别的地方。",
            "Recognition engines often get one character of a name wrong; a silent correction would book the figures elsewhere."
        ),
        legalBasis: Words("GB/T 2260《中华人民共和国行政区划代码》。", "GB/T 2260, codes of administrative divisions."),
        example: Words("“平谭县卫生健康局”：名录中有“平潭县”。", "The title says 平谭县卫生健康局; the list has 平潭县."),
        whatToDo: Words(
            "核对原件后在 tongjian.yml 的 overrides 中写明机关与区划及理由。",
            "Look at the original, then state organ and district with a reason among the overrides of tongjian.yml."))
    let kinds: Set<ReadingNote.Kind> = [.unknownPlace]
    let severity = Severity.warning
    let verdict = Verdict.doubtful

    package init() {}
}
