/// The form of 国办公开办函〔2019〕60号, marked 试行: reports for 2019 and 2020.
///
/// Table two counts documents made and disclosed, and items of business with their change; （六）其他处理 of
/// table three is one line.
package enum Form2019 {
    private static let lines =
        FormBuilding.commonLines
        + [FormBuilding.line("otherHandling.other", "（六）其他处理", words: ["其他处理"], group: .otherHandling)]
        + FormBuilding.closingLines

    package static let form = StatutoryForm(
        id: .form2019,
        instrument: "国办公开办函〔2019〕60号",
        tableTwo: [
            documents("规章", "regulations"),
            documents("规范性文件", "normativeDocuments", synonyms: ["行政规范性文件"]),
            business("行政许可", "licensing"),
            business("其他对外管理服务事项", "otherServices", synonyms: ["其他对外管理服务", "其它对外管理服务事项", "其它对外管理服务"]),
            business("行政处罚", "penalties"),
            business("行政强制", "coercion"),
            FormBuilding.tableTwoLine(
                "行政事业性收费", [("上一年项目数量", "fees.itemsLastYear"), ("本年增/减", "fees.itemsChange")]),
            FormBuilding.tableTwoLine(
                "政府集中采购", [("采购项目数量", "procurement.items"), ("采购总金额", "procurement.amount")]),
        ],
        tableThree: lines,
        tableFour: FormBuilding.tableFour,
        identities: FormBuilding.identities(tableThree: lines, tableFour: FormBuilding.tableFour),
        chains: FormBuilding.carryOver + itemChains + disclosureChains)

    private static func documents(_ label: String, _ key: String, synonyms: [String] = []) -> TableTwoLine {
        FormBuilding.tableTwoLine(
            label, synonyms: synonyms,
            [
                ("本年新制作数量", "\(key).newlyMade"), ("本年新公开数量", "\(key).newlyDisclosed"),
                ("对外公开总数量", "\(key).disclosedTotal"),
            ])
    }

    private static func business(_ label: String, _ key: String, synonyms: [String] = []) -> TableTwoLine {
        FormBuilding.tableTwoLine(
            label, synonyms: synonyms,
            [
                ("上一年项目数量", "\(key).itemsLastYear"), ("本年增/减", "\(key).itemsChange"),
                ("处理决定数量", "\(key).decisions"),
            ])
    }

    private static let itemChains = ["licensing", "otherServices", "penalties", "coercion", "fees"].map { key in
        YearChain(
            rule: "form-chain",
            current: [FormBuilding.term("proactive.\(key).itemsLastYear")],
            previous: [
                FormBuilding.term("proactive.\(key).itemsLastYear"), FormBuilding.term("proactive.\(key).itemsChange"),
            ],
            currentText: "本年“上一年项目数量”", previousText: "上年“上一年项目数量” + “本年增/减”", crossesForms: false)
    }

    private static let disclosureChains = ["regulations", "normativeDocuments"].map { key in
        YearChain(
            rule: "form-chain",
            current: [
                FormBuilding.term("proactive.\(key).disclosedTotal"),
                FormBuilding.term("proactive.\(key).newlyDisclosed", -1),
            ],
            previous: [FormBuilding.term("proactive.\(key).disclosedTotal")],
            currentText: "本年“对外公开总数量” − “本年新公开数量”", previousText: "上年“对外公开总数量”",
            crossesForms: false)
    }
}
