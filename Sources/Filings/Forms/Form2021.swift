/// The form of 国办公开办函〔2021〕30号 (2021-09-26): reports from 2021 on.
///
/// Table two counts documents issued, repealed and in force, decisions, and fees in 万元; （六）其他处理 of table
/// three has three lines.
package enum Form2021 {
    private static let lines =
        FormBuilding.commonLines
        + [
            FormBuilding.line(
                "otherHandling.uncorrected", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                words: ["逾期不补正"], group: .otherHandling),
            FormBuilding.line(
                "otherHandling.unpaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                words: ["收费通知", "缴纳费用", "逾期未按"], group: .otherHandling),
            FormBuilding.line("otherHandling.other", "3.其他", words: ["其他", "其它"], group: .otherHandling),
        ]
        + FormBuilding.closingLines

    package static let form = StatutoryForm(
        id: .form2021,
        instrument: "国办公开办函〔2021〕30号",
        tableTwo: [
            documents("规章", "regulations"),
            documents("行政规范性文件", "normativeDocuments", synonyms: ["规范性文件", "其他规范性文件"]),
            decisions("行政许可", "licensing", synonyms: ["行政许可事项"]),
            decisions("行政处罚", "penalties", synonyms: ["行政处罚事项"]),
            decisions("行政强制", "coercion", synonyms: ["行政强制措施", "行政强制事项"]),
            FormBuilding.tableTwoLine(
                "行政事业性收费", synonyms: ["行政事业性收费项目"], [("本年收费金额", "fees.amount")]),
        ],
        tableThree: lines,
        tableFour: FormBuilding.tableFour,
        identities: FormBuilding.identities(tableThree: lines, tableFour: FormBuilding.tableFour),
        chains: FormBuilding.carryOver + ["regulations", "normativeDocuments"].map(stock))

    private static func documents(_ label: String, _ key: String, synonyms: [String] = []) -> TableTwoLine {
        FormBuilding.tableTwoLine(
            label, synonyms: synonyms,
            [
                ("本年制发件数", "\(key).issued"), ("本年废止件数", "\(key).repealed"),
                ("现行有效件数", "\(key).inForce"),
            ])
    }

    private static func decisions(_ label: String, _ key: String, synonyms: [String]) -> TableTwoLine {
        FormBuilding.tableTwoLine(label, synonyms: synonyms, [("本年处理决定数量", "\(key).decisions")])
    }

    /// Stock and flow; a warning only, and never out of the 2019 form, whose total counts something else.
    private static func stock(_ key: String) -> YearChain {
        YearChain(
            rule: "stock-flow",
            current: [
                FormBuilding.term("proactive.\(key).inForce"), FormBuilding.term("proactive.\(key).issued", -1),
                FormBuilding.term("proactive.\(key).repealed"),
            ],
            previous: [FormBuilding.term("proactive.\(key).inForce")],
            currentText: "本年“现行有效” − “制发” + “废止”", previousText: "上年“现行有效”", crossesForms: false)
    }
}
