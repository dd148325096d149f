import Filings

/// （一） to （六） add up to （七）总计, in every applicant column.
package struct RequestsResolvedSum: IdentityCheck {
    package let id = "requests-resolved-sum"
    package let name = Words("办理结果合计", "sum of outcomes")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表三每一列：（一）至（六）各项之和等于（七）总计。", "Every column of table three: the outcomes （一） to （六） add up to （七）."),
        whyItMatters: Words(
            "公开率、不予公开率等比率都以（七）总计为分母；合计不符时不计算比率。",
            "Every rate of outcomes has （七） as its denominator; where the sum fails no rate is computed."),
        legalBasis: Words(
            "表三结构，国办公开办函〔2019〕60号、〔2021〕30号附件。",
            "The structure of table three; annexes of 国办公开办函〔2019〕60号 and 〔2021〕30号."),
        example: Words("分项合计 27，（七）总计印为 21：相差 6。", "The outcomes add up to 27, （七） prints 21: off by 6."),
        whatToDo: Words("请该机关核对各项件数，更正并重新公布。", "Ask the organ to check its outcomes, correct and publish again."))

    package init() {}
    func subject(_ identity: Identity) -> Words {
        Words("表三“\(identity.subject)”列", "table three, column \(identity.subject)")
    }
}
