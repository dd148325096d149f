import Filings

/// 现行有效 of a year against last year's, what was issued and what was repealed. A warning only.
package struct StockFlow: ChainCheck {
    package let id = "stock-flow"
    package let name = Words("文件存量与流量", "stock and flow of documents")
    package let page = CheckPage(
        whatItVerifies: Words(
            "规章、行政规范性文件：本年现行有效件数等于上年现行有效加本年制发减本年废止；不跨 2020 与 2021 年。",
            "Regulations and normative documents: in force equals last year's in force plus issued minus repealed; never from 2020 to 2021."
        ),
        whyItMatters: Words(
            "差额可能来自清理、重新登记或统计范围变化，应当有说明。",
            "A residual can come from a clean-up, late registration or another scope, and should be explained."),
        legalBasis: Words("条例第二十条第（一）项；表二。", "Article 20 (1) of the Regulations; table two."),
        example: Words(
            "上年 698、制发 77、废止 132，应为 643，印为 470。", "698 last year, 77 issued, 132 repealed: 643 expected, 470 printed."),
        whatToDo: Words("请该机关说明差额的来源。", "Ask the organ where the difference comes from."))
    let severity = Severity.warning

    let followsMergers = true

    package init() {}
}
