import Filings

/// A year without a filing between two years with one.
package struct YearGap: Check {
    package let id = "year-gap"
    package let name = Words("年度缺失", "missing year")
    package let page = CheckPage(
        whatItVerifies: Words(
            "同一机关前后年度都有报告而中间年度缺失。只凭手头的文件不能断定没有公布，所以只作提示；有登记表时由 coverage 断定。",
            "An organ filed before and after a year, but not for it. The files at hand do not show that it never appeared, so a note is made; against a register the rule coverage asserts it."
        ),
        whyItMatters: Words(
            "缺一年就不能计算该年及次年的同比，也无法核对结转。",
            "Without the year neither its change nor the next can be computed, nor the carry checked."),
        legalBasis: Words(
            "条例第四十九条：每年 1 月 31 日前公布。", "Article 49 of the Regulations: published every year by 31 January."),
        example: Words("有 2021、2023 年报告，没有 2022 年。", "Filings for 2021 and 2023, none for 2022."),
        whatToDo: Words("核实是否漏收；确未公布的，督促补报。", "Check whether it was missed; if it never appeared, ask for it."))

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.series.flatMap { positions in
            zip(positions, positions.dropFirst()).compactMap { earlier, later -> Finding? in
                let (before, after) = (set.filings[earlier], set.filings[later])
                guard after.year! > before.year! + 1 else { return nil }
                let years = (before.year! + 1..<after.year!).map(String.init).joined(separator: "、")
                return Finding(
                    rule: id, severity: .note, verdict: .violated, filing: after, sources: [before.source],
                    subject: years, message: Words("缺 \(years) 年报告", "no filing for \(years)"))
            }
        }
    }
}
