import Filings

/// A statutory section that is not there although its neighbours are.
package struct SectionMissing: Check {
    package let id = "section-missing"
    package let name = Words("缺少部分", "missing section")
    package let page = CheckPage(
        whatItVerifies: Words(
            "六个部分的标题都在；表格还在而标题不在的，不算缺少。一个标题都读不出的，只作提示。",
            "The headings of the six sections are there; a section whose table is there is not missing. Where no heading can be read only a note is made."
        ),
        whyItMatters: Words(
            "“存在的主要问题”等部分常被略去，读者看不到机关自己承认的不足。",
            "Sections such as the problems are left out at times, and with them what the organ admits."),
        legalBasis: Words(
            "条例第五十条；国办公开办函〔2021〕30号：内容不得遗漏。", "Article 50 of the Regulations; 国办公开办函〔2021〕30号: nothing may be left out."
        ),
        example: Words("第四部分之后直接是“六、其他需要报告的事项”。", "Section four is followed by section six."),
        whatToDo: Words("核对原件；确实缺少的，请该机关补充。", "Check the original; if it is not there, ask the organ to add it."))

    private static let names = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "复议、诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]
    private static let english = [
        "overview", "proactive disclosure", "requests", "reviews", "problems", "other matters",
    ]
    private static let tables: [Int: StatutoryTable] = [2: .two, 3: .three, 4: .four]
    /// With fewer headings than these the text has lost its headings, or they are worded freely.
    private static let fewest = 3

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing -> [Finding] in
            // Parsed filings without detail hold no text.
            guard filing.form != nil, !filing.sections.isEmpty else { return [] }
            let there = Set(filing.sections.map(\.number))
            let missing = (1...6).filter { !there.contains($0) && !hasTable($0, filing) }
            guard !missing.isEmpty else { return [] }
            if there.count < Self.fewest { return [unread(missing, filing)] }
            return missing.map { finding($0, filing) }
        }
    }

    private func hasTable(_ number: Int, _ filing: Filing) -> Bool {
        guard let table = Self.tables[number] else { return false }
        return !filing.notes.contains { $0.kind == .tableMissing && $0.table == table }
    }

    private func finding(_ number: Int, _ filing: Filing) -> Finding {
        let next = filing.sections.first { $0.number > number } ?? filing.sections.last!
        return Finding(
            rule: id, severity: .warning, verdict: .violated, filing: filing, subject: "section \(number)",
            message: Words(
                "缺第\(number)部分“\(Self.names[number - 1])”", "section \(number), \(Self.english[number - 1]), is missing"
            ),
            evidence: [
                Finding.Citation(source: filing.source, evidence: Evidence(text: next.heading, place: next.place))
            ])
    }

    private func unread(_ missing: [Int], _ filing: Filing) -> Finding {
        Finding(
            rule: id, severity: .note, verdict: .doubtful, filing: filing, subject: "headings",
            message: Words(
                "只读到 \(6 - missing.count) 个部分的标题，可能是提取时丢失",
                "only \(6 - missing.count) section headings were read; the others may have been lost in extraction"))
    }
}
