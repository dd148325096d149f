import Filings

/// The 2019 form's own chains: items and documents of last year with their change. A note only.
package struct FormChain: ChainCheck {
    package let id = "form-chain"
    package let name = Words("2019 年表式内部衔接", "chains of the 2019 form")
    package let page = CheckPage(
        whatItVerifies: Words(
            "2020 年“上一年项目数量”等于 2019 年“上一年项目数量”加“本年增/减”；对外公开总数量等于上年总数加本年新公开。",
            "Items of last year in 2020 equal those of 2019 with their change; documents disclosed in total equal last year's plus the newly disclosed."
        ),
        whyItMatters: Words(
            "试行表式口径不一，差额只作提示。",
            "The trial form was filled in differently from place to place; a difference is only a hint."),
        legalBasis: Words("国办公开办函〔2019〕60号附件。", "Annex of 国办公开办函〔2019〕60号."),
        example: Words("2019 年总数 0，2020 年新公开 0、总数 7。", "Total 0 in 2019; newly disclosed 0 and total 7 in 2020."),
        whatToDo: Words("引用存量数字时注明来源年份。", "Name the year when you quote a stock."))
    let severity = Severity.note

    package init() {}
}
