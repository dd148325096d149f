import Filings

/// The applicant columns of a line add up to its total.
package struct RequestsApplicantSum: IdentityCheck {
    package let id = "requests-applicant-sum"
    package let name = Words("申请人合计", "sum of applicants")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表三每一行：自然人与法人或其他组织五列之和等于总计列。",
            "Every line of table three: natural persons and the five columns of organisations add up to the total."),
        whyItMatters: Words("申请人结构的各项占比以总计为分母。", "The shares of applicants have the total as their denominator."),
        legalBasis: Words(
            "表三结构，国办公开办函〔2019〕60号、〔2021〕30号附件。",
            "The structure of table three; annexes of 国办公开办函〔2019〕60号 and 〔2021〕30号."),
        example: Words(
            "部分公开：自然人 7、商业企业 1，总计印为 11。", "Partially granted: 7 natural persons, 1 enterprise, total printed 11."),
        whatToDo: Words("请该机关核对该行各列，更正并重新公布。", "Ask the organ to check the line, correct and publish again."))

    package init() {}
    func subject(_ identity: Identity) -> Words {
        Words("表三“\(identity.subject)”行", "table three, line \(identity.subject)")
    }
}
