import Filings

/// Section five names the same problem as last year. A note.
package struct ProblemRepeated: Check {
    package let id = "problem-repeated"
    package let name = Words("问题年年相同", "problem named again")
    package let page = CheckPage(
        whatItVerifies: Words(
            "第五部分列出的主要问题，与上年报告列出的问题不同；用词略有出入的也算相同。",
            "The problems of section five are not those of the year before; a word or two may differ."),
        whyItMatters: Words(
            "同一个问题连年出现，说明上年的改进措施没有落实。", "A problem that returns shows that last year's remedies were not carried out."),
        legalBasis: Words(
            "条例第五十条第（四）项：存在的主要问题及改进情况。",
            "Article 50 (4) of the Regulations: the main problems and what was done about them."),
        example: Words("2023、2024 两年都写“部分栏目内容更新偏慢”。", "Both 2023 and 2024 say that some columns are updated slowly."),
        whatToDo: Words("督促该机关说明上年措施的效果和本年的新情况。", "Ask the organ what last year's remedies achieved and what is new."))

    /// Behind these words a text turns from problems to remedies.
    private static let turns = ["下一步", "改进措施", "改进情况", "改进的办法", "整改措施", "整改情况", "为此", "今后", "下步", "改进方向", "针对"]
    private static let marks = Set("，,；;：:。！？".unicodeScalars)
    private static let ordinals = ["一是", "二是", "三是", "四是", "五是", "六是", "第一", "第二", "第三", "第四", "首先", "其次"]
    private static let covered = 0.8

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.series.filter { $0.count > 1 }.flatMap { positions -> [Finding] in
            var before: (filing: Filing, problems: [Problem])?
            return positions.compactMap { position -> Finding? in
                let filing = set.filings[position]
                let problems = Self.problems(of: filing)
                defer { before = (filing, problems) }
                guard let before, before.filing.year! + 1 == filing.year! else { return nil }
                return finding(filing, problems, before.filing, before.problems)
            }
        }
    }

    private struct Problem {
        var text: String
        var key: SentenceKey
        var quote: Evidence
    }

    /// The clauses of section five before it turns to remedies, without their ordinals.
    private static func problems(of filing: Filing) -> [Problem] {
        var problems: [Problem] = []
        for sentence in FilingText.sentences(of: filing, sections: [5]) {
            for clause in clauses(of: sentence) {
                let text = withoutOrdinal(clause.text)
                if turns.contains(where: { text.hasPrefix($0) || text.hasSuffix($0) || text.holds("）" + $0) }) {
                    return problems
                }
                // 存在的问题主要是： names none.
                guard clause.end != "：", clause.end != ":", let key = SentenceKey(Array(text.unicodeScalars)) else {
                    continue
                }
                problems.append(Problem(text: text, key: key, quote: sentence.quote))
            }
        }
        return problems
    }

    /// The parts between marks, each with the mark behind it.
    private static func clauses(of sentence: Sentence) -> [(text: String, end: Unicode.Scalar?)] {
        var clauses: [(text: String, end: Unicode.Scalar?)] = []
        var start = 0
        for (index, scalar) in sentence.scalars.enumerated() where marks.contains(scalar) {
            clauses.append((String(scalars: sentence.scalars[start..<index]), scalar))
            start = index + 1
        }
        clauses.append((String(scalars: sentence.scalars[start...]), nil))
        return clauses
    }

    private static func withoutOrdinal(_ clause: String) -> String {
        ordinals.first { clause.hasPrefix($0) }.map { String(clause.dropFirst($0.count)) } ?? clause
    }

    private func finding(_ later: Filing, _ problems: [Problem], _ earlier: Filing, _ past: [Problem]) -> Finding? {
        let repeated = problems.compactMap { problem in past.first { isSame(problem.key, $0.key) }.map { (problem, $0) }
        }
        guard !repeated.isEmpty else { return nil }
        let texts = repeated.map { "“\($0.0.text)”" }.joined(separator: "、")
        return Finding(
            rule: id, severity: .note, verdict: .violated, filing: later, sources: [earlier.source],
            left: Finding.Side(text: "与上年相同的问题", value: ExactDecimal(Int64(repeated.count))),
            right: Finding.Side(text: "本年所列问题", value: ExactDecimal(Int64(problems.count))),
            subject: repeated.map { String($0.0.key.hash, radix: 16) }.joined(separator: " "),
            message: Words(
                "第五部分与上年列出同样的问题：\(texts)",
                "section five names \(repeated.count) of last year's problems again: \(texts)"),
            evidence: repeated.flatMap {
                [
                    Finding.Citation(source: later.source, evidence: $0.0.quote),
                    Finding.Citation(source: earlier.source, evidence: $0.1.quote),
                ]
            })
    }

    private func isSame(_ a: SentenceKey, _ b: SentenceKey) -> Bool {
        if a.hash == b.hash { return true }
        let others = Set(b.shingles)
        return Double(a.shingles.count { others.contains($0) }) >= Self.covered
            * Double(max(a.shingles.count, b.shingles.count))
    }
}
