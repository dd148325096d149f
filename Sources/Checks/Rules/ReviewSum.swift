import Filings

/// The outcomes of each block of table four add up to its total.
package struct ReviewSum: IdentityCheck {
    package let id = "review-sum"
    package let name = Words("复议诉讼合计", "sum of reviews")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表四每一组：结果维持、结果纠正、其他结果、尚未审结之和等于总计。",
            "Every block of table four: upheld, corrected, other and pending add up to the total."),
        whyItMatters: Words(
            "纠错率以审结件数为分母；合计不符时不计算。",
            "Correction rates have the settled cases as denominator; where the sum fails none is computed."),
        legalBasis: Words(
            "表四结构，国办公开办函〔2019〕60号、〔2021〕30号附件。",
            "The structure of table four; annexes of 国办公开办函〔2019〕60号 and 〔2021〕30号."),
        example: Words("维持 3、纠正 0、其他 0、未结 1，总计印为 3。", "Upheld 3, corrected 0, other 0, pending 1; total printed 3."),
        whatToDo: Words("请该机关核对复议、诉讼案件数，更正并重新公布。", "Ask the organ to check its cases, correct and publish again."))

    package init() {}
    func subject(_ identity: Identity) -> Words { Words("表四“\(identity.subject)”", "table four, \(identity.subject)") }
}
