import Filings

/// Filings that a register asks for and that are not there.
package struct CoverageCheck: Check {
    package let id = "coverage"
    package let name = Words("应报未报", "not filed")
    package let page = CheckPage(
        whatItVerifies: Words(
            "登记表（--register，CSV：organ、district、function、from、to）列出的机关，在所读年份范围内每年都有报告：已报、零申请、缺报、逾期。没有登记表时不核查。",
            "Every organ of the register (--register, a CSV with organ, district, function, from, to) filed for every year that the filings span: filed, nil, missing, late. Without a register nothing is checked."
        ),
        whyItMatters: Words(
            "没有申请也要报告；谁没有报，只有对照名单才看得出来。",
            "An organ without a request must file too; who did not is seen only against a list."),
        legalBasis: Words(
            "条例第四十九条：县级以上人民政府部门每年 1 月 31 日前提交并公布。",
            "Article 49 of the Regulations: departments at county level and above file every year by 31 January."),
        example: Words(
            "登记表列有区民政局 2019 年起，2022 年没有报告。",
            "The register has the district's civil affairs bureau from 2019 on; there is no filing for 2022."),
        whatToDo: Words("核实是否漏收；确未公布的，督促补报。", "Check whether it was missed; if it never appeared, ask for it."))

    private let register: Register?

    package init(register: Register? = nil) { self.register = register }

    package func findings(in set: FilingSet) -> [Finding] {
        guard let register else { return [] }
        return FilingCoverage(of: register, in: set).lines.filter { $0.status == .missing }.map { line in
            let place = Place(line: line.entry.line, column: 1)
            return Finding(
                rule: id, severity: .error, verdict: .violated, source: register.file, organ: line.entry.organ,
                district: line.entry.district, year: line.year,
                message: Words(
                    "登记应报 \(line.year) 年报告，未见报告", "the register asks for a filing for \(line.year); there is none"),
                evidence: [
                    Finding.Citation(source: register.file, evidence: Evidence(text: line.entry.organ, place: place))
                ])
        }
    }
}
