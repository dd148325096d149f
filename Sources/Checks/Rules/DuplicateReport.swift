import Filings

/// Two filings of one organ for one year. Reported on each of the files.
package struct DuplicateReport: Check {
    package let id = "duplicate-report"
    package let name = Words("同年重复报告", "second filing for a year")
    package let page = CheckPage(
        whatItVerifies: Words(
            "同一机关同一年度只有一份报告；有多份的，比较字节和数字，并指明采用哪一份。",
            "One organ has one filing a year; of several, bytes and figures are compared and the one in force is named."
        ),
        whyItMatters: Words(
            "公布后改动是第三方评估反复指出的问题；重复计数会使合计虚增。",
            "Changes after publication are a known fault; counting twice inflates sums."),
        legalBasis: Words("条例第四十九条。", "Article 49 of the Regulations."),
        example: Words("2024 与 2024-2 两份，行政强制 13 与 9。", "2024 and 2024-2, with 13 and 9 acts of coercion."),
        whatToDo: Words("保留有效的一份；确为更正的，请注明更正说明。", "Keep the one in force; a correction should say that it is one."))

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.duplicates.flatMap { positions -> [Finding] in
            let filings = positions.map { set.filings[$0] }
            return filings.map { finding($0, among: filings) }
        }
    }

    private func finding(_ filing: Filing, among filings: [Filing]) -> Finding {
        let others = filings.filter { $0.source != filing.source }
        let inForce = filings.last!
        let different = Measures.all.map(\.id).filter { id in
            Set(filings.map { $0.readings.value(of: id) }).count > 1
        }
        let same = Set(filings.map(\.digest)).count == 1
        let zh = same ? "内容逐字节相同" : different.isEmpty ? "文件不同而数字相同" : "有 \(different.count) 个数字不同（\(names(different))）"
        let en =
            same
            ? "the same bytes"
            : different.isEmpty ? "other bytes, the same figures" : "\(different.count) figures differ"
        return Finding(
            rule: id, severity: .warning, verdict: .violated, filing: filing, sources: others.map(\.source),
            measures: different,
            cause: same
                ? "same-bytes"
                : different.isEmpty ? "same-figures" : filing.source == inForce.source ? "in-force" : "superseded",
            subject: same ? "same-bytes" : different.isEmpty ? "same-figures" : "differing",
            message: Words(
                "同一机关同一年度有 \(filings.count) 份报告，\(zh)；采用 \(inForce.source)",
                "\(filings.count) filings of one organ for one year, \(en); \(inForce.source) is used"),
            evidence: filings.flatMap { other in
                different.prefix(1).map { Citations.citation(other.readings[$0], of: other) }
            })
    }

    private func names(_ measures: [MeasureID]) -> String {
        let shown = measures.prefix(3).map { "\(Measures[$0].line)·\(Measures[$0].column)" }.joined(separator: "、")
        return measures.count > 3 ? shown + " 等" : shown
    }
}
