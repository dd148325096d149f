import Filings

/// 上年结转 of a year equals 结转下年度 of the year before, in every applicant column.
package struct CarryOver: ChainCheck {
    package let id = "carry-over"
    package let name = Words("跨年结转", "carry-over between years")
    package let page = CheckPage(
        whatItVerifies: Words(
            "本年“上年结转”各列等于上年报告“结转下年度继续办理”各列；两区合并的，与合并各方之和比较。不符的注明原因类别：原因不明、上年或本年报告自身勾稽不符、合并不能解释。",
            "Every column carried over equals what the filing of the year before carried forward; after a merger, the sum of the merged organs'. A break says its class: unexplained, one of the years' own sums fail, or the merger does not explain it."
        ),
        whyItMatters: Words(
            "结转数不衔接，说明有申请在年度之间丢失或重复统计。",
            "A carry that does not connect means that requests were lost or counted twice between the years."),
        legalBasis: Words(
            "条例第四十九条、第五十条；表三第二项与第四项。", "Articles 49 and 50 of the Regulations; lines two and four of table three."),
        example: Words("2024 年上年结转 5 件，2023 年结转下年度 2 件。", "Carried over in 2024: 5; carried forward in 2023: 2."),
        whatToDo: Words(
            "请该机关说明差额（转办、撤并、更正），或更正其中一年。",
            "Ask the organ to explain the difference (transfers, mergers, corrections) or to correct one year."))
    let severity = Severity.error

    let followsMergers = true

    package init() {}
}
