import Filings

/// Residue of a word processor or a template in the published text.
package struct TemplateResidue: Check {
    package let id = "template-residue"
    package let name = Words("编辑残留", "editing residue")
    package let page = CheckPage(
        whatItVerifies: Words(
            "正文没有书签、占位符、“示例”、未填的空格，也没有从外省范文带来的省名（引用外省的法规、规范）。",
            "The text holds no bookmarks, placeholders, “示例” (sample) or unfilled blanks, and does not cite the rules of another province from a model text."
        ),
        whyItMatters: Words("说明公布前未经校对。", "It shows that the text was not proofread."),
        legalBasis: Words("国办公开办函〔2021〕30号关于报告质量的要求。", "The quality required by 国办公开办函〔2021〕30号."),
        example: Words("正文中出现“[bookmark: _GoBack]”。", "“[bookmark: _GoBack]” stands in the text."),
        whatToDo: Words("请该机关清理后重新公布。", "Ask the organ to clean the text and publish again."))

    private static let placeholders = [
        "（示例）", "(示例)", "示例：", "____", "＿＿", "XX年", "XX月", "XX条", "XX件", "X年X月", "×年×月", "（此处", "请填写", "待填", "某某局",
        "XXX",
    ]
    private static let placeholderBytes = placeholders.map { Array($0.utf8) }
    private static let titleMark = [Array("《".utf8)]
    private static let rules = ["条例", "规定", "规范", "办法", "细则"]
    private static let provinces: [String] = Set(
        Vocabulary.rows(of: "districts.tsv").filter { $0[2] == "province" }.map { $0[1] }
    ).sorted()

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing in
            filing.notes.filter { $0.kind == .templateResidue }.map { note in
                finding(filing, Words(note.chinese, note.english), note.evidence, cause: "residue")
            } + placeholder(filing) + foreign(filing)
        }
    }

    private func finding(_ filing: Filing, _ message: Words, _ evidence: Evidence, cause: String) -> Finding {
        Finding(
            rule: id, severity: .note, verdict: .violated, filing: filing, cause: cause, message: message,
            evidence: [Finding.Citation(source: filing.source, evidence: evidence)])
    }

    /// What the reader has not noticed itself: blanks and samples in the sentences.
    private func placeholder(_ filing: Filing) -> [Finding] {
        guard !filing.notes.contains(where: { $0.kind == .templateResidue }),
            filing.sections.contains(where: { FilingText.holds($0.text, anyOf: Self.placeholderBytes) })
        else { return [] }
        for sentence in FilingText.sentences(of: filing) {
            let text = sentence.text
            guard let mark = Self.placeholders.first(where: text.contains) else { continue }
            return [
                finding(
                    filing, Words("正文留有模板占位“\(mark)”", "the placeholder “\(mark)” of a template stands in the text"),
                    sentence.quote, cause: "placeholder")
            ]
        }
        return []
    }

    /// Rules of another province than the organ's own.
    private func foreign(_ filing: Filing) -> [Finding] {
        guard let own = filing.area.district?.province, !own.isEmpty,
            filing.sections.contains(where: { FilingText.holds($0.text, anyOf: Self.titleMark) })
        else { return [] }
        for sentence in FilingText.sentences(of: filing) where sentence.scalars.contains("《") {
            let text = sentence.text
            for province in Self.provinces where province != own && text.holds("《" + province) {
                let title = text.components(after: "《" + province)
                guard Self.rules.contains(where: title.holds) else { continue }
                return [
                    finding(
                        filing,
                        Words(
                            "正文引用外省文件“\(province)\(title)”，疑似套用外地范文",
                            "the text cites a rule of another province: “\(province)\(title)”"),
                        sentence.quote, cause: "other-place")
                ]
            }
        }
        return []
    }
}

extension String {
    /// What stands between some words and the title's closing mark.
    fileprivate func components(after words: String) -> String {
        guard let start = firstRange(of: words)?.upperBound else { return "" }
        return String(self[start...].prefix { $0 != "》" })
    }
}
