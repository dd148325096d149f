import Filings

/// Where the definitions come from, named once.
enum Sources {
    static let tableTwo = Words(
        "政府信息公开工作年度报告统计表（表二 主动公开政府信息情况）；条例第二十条", "annual statistical form, table two; Regulation art. 20")
    static let tableThree = Words(
        "政府信息公开工作年度报告统计表（表三 收到和处理政府信息公开申请情况）；条例第五十条", "annual statistical form, table three; Regulation art. 50")
    static let tableFour = Words(
        "政府信息公开工作年度报告统计表（表四 行政复议、行政诉讼情况）；条例第五十条", "annual statistical form, table four; Regulation art. 50")
    static let prose = Words("年度报告正文所载数字", "a number stated in the text of the filing")
}
