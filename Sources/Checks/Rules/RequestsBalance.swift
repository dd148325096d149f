import Filings

/// 一 + 二 = 三（七） + 四, in every applicant column.
package struct RequestsBalance: IdentityCheck {
    package let id = "requests-balance"
    package let name = Words("申请收支平衡", "balance of requests")
    package let page = CheckPage(
        whatItVerifies: Words(
            "表三每一列：本年新收加上年结转，等于办理结果总计加结转下年度。",
            "Every column of table three: received plus carried over equals resolved plus carried forward."),
        whyItMatters: Words(
            "只核对“总计”列会漏掉相互抵消的差错；各列都核对才知道哪类申请人的数字不符。",
            "Errors that cancel out leave the total column in balance; only the columns show whose figures are off."),
        legalBasis: Words(
            "表三表头所印勾稽关系，国办公开办函〔2019〕60号、〔2021〕30号附件。",
            "The note printed in the head of table three; annexes of 国办公开办函〔2019〕60号 and 〔2021〕30号."),
        example: Words(
            "新收 76、结转 0，办结 75、结转下年 0：相差 1。", "Received 76, carried over 0; resolved 75, carried forward 0: off by 1."),
        whatToDo: Words("请该机关核对台账后更正并重新公布。", "Ask the organ to check its register, correct and publish again."))

    package init() {}
    func subject(_ identity: Identity) -> Words {
        Words("表三“\(identity.subject)”列", "table three, column \(identity.subject)")
    }
}
