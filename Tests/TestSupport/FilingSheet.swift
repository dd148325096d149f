import Filings

/// A filing as rows of printed cells, before it is laid out: where mutations are made.
package struct FilingSheet: Sendable {
    package struct Row: Sendable {
        /// Cells in front of the figures; merged ones are empty.
        package var labels: [String]
        package var cells: [String]
        package var isHeading: Bool

        package init(labels: [String], cells: [String], isHeading: Bool = false) {
            self.labels = labels
            self.cells = cells
            self.isHeading = isHeading
        }
    }

    package var title: String
    /// Paragraphs of section one.
    package var opening: [String]
    package var two: [Row]
    package var three: [Row]
    package var four: [Row]
    package var closing: [String]
    /// The tables in the order in which they are printed; one may come twice.
    package var order = [2, 3, 4]

    package func table(_ number: Int) -> [Row] { number == 2 ? two : number == 3 ? three : four }

    /// The positions of table three's lines among its rows.
    package var lines: [Int] { three.indices.filter { !three[$0].isHeading } }

    package init(_ filing: Filing) {
        let form = AllForms.form(filing.form!)
        let year = filing.year!
        func print(_ ids: [MeasureID]) -> [String] { ids.map { filing.readings[$0].text } }
        title = "\(filing.organ!.name)\(year)年政府信息公开工作年度报告"
        opening = ["本报告所列数据的统计期限为\(year)年1月1日至\(year)年12月31日。通过微信公众号发布信息126条。"]
        two = Self.tableTwo(form, print)
        three =
            Self.headings
            + form.tableThree.map { Row(labels: Self.labels(of: $0, in: form), cells: print($0.measures)) }
        let outcomes = ReviewColumn.allCases.map(\.label)
        func spread(_ words: [String]) -> [String] { words.flatMap { [$0, "", "", "", ""] } }
        four = [
            Row(labels: [], cells: spread(["行政复议", "行政诉讼", ""]), isHeading: true),
            Row(labels: [], cells: spread(["", "未经复议直接起诉", "复议后起诉"]), isHeading: true),
            Row(labels: [], cells: outcomes + outcomes + outcomes, isHeading: true),
            Row(labels: [], cells: print(form.tableFour.flatMap(\.measures))),
        ]
        closing = ["五、存在的主要问题及改进情况", "公开内容有待丰富。", "六、其他需要报告的事项", "无其他需要报告的事项。", "\(year + 1)年1月20日"]
    }

    private static func tableTwo(_ form: StatutoryForm, _ print: ([MeasureID]) -> [String]) -> [Row] {
        form.tableTwo.flatMap { line in
            [
                Row(labels: ["信息内容"], cells: line.columns.map(\.heading), isHeading: true),
                Row(labels: [line.label], cells: print(line.measures)),
            ]
        }
    }

    private static let headings: [Row] = [
        Row(
            labels: ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", ""],
            cells: ["申请人情况", "", "", "", "", "", ""], isHeading: true),
        Row(labels: ["", "", ""], cells: ["自然人", "法人或其他组织", "", "", "", "", "总计"], isHeading: true),
        Row(labels: ["", "", ""], cells: ["", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""], isHeading: true),
    ]

    /// The three label cells of a line: 三、本年度办理结果, the group, the line.
    private static func labels(of line: TableThreeLine, in form: StatutoryForm) -> [String] {
        guard let group = line.group, line.label.first != "（" else {
            let isOutcome = line.label.first == "（"
            let note = line.key == "partiallyGranted" ? "（区分处理的，只计这一情形，不计其他情形）" : ""
            return isOutcome
                ? [line.key == "granted" ? "三、本年度办理结果" : "", line.label + note, ""] : [line.label, "", ""]
        }
        let isFirst = form.tableThree.first { $0.group == group }?.key == line.key
        let number = ["三", "四", "五", "六"][OutcomeGroup.allCases.firstIndex(of: group)!]
        return ["", isFirst ? "（\(number)）\(group.heading)" : "", line.label]
    }
}
