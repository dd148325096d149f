import Filings

/// A printed figure that no count or amount can be.
package struct CountInvalid: Check {
    package let id = "count-invalid"
    package let name = Words("数字不合理", "impossible figure")
    package let page = CheckPage(
        whatItVerifies: Words(
            "件数是非负整数；金额不为负；除 2019 年表式的“本年增/减”外没有负数；没有大得不可能的数字；单元格里是数字。",
            "Counts are whole and not negative, amounts not negative, only the changes of the 2019 form may be; nothing is impossibly large; a cell holds a number."
        ),
        whyItMatters: Words(
            "负数、小数或天文数字进入合计后，所有比率都会失真。",
            "A negative, fractional or gigantic figure spoils every sum and rate in which it stands."),
        legalBasis: Words(
            "国办公开办函〔2019〕60号、〔2021〕30号附件：单位为件、项、万元。",
            "Annexes of 国办公开办函〔2019〕60号 and 〔2021〕30号: the units are cases, items and 万元."),
        example: Words("本年新收：自然人 -3；或予以公开：2.5。", "Received from natural persons: -3; or granted: 2.5."),
        whatToDo: Words("请该机关核对该单元格，更正并重新公布。", "Ask the organ to check the cell, correct and publish again."))

    /// No organ decides a thousand million cases a year: the largest real count seen is 11,398,889.
    private static let largestCount = ExactDecimal(1_000_000_000)
    /// 万元: ten million million yuan, above the revenue of the whole country from fees.
    private static let largestAmount = ExactDecimal(1_000_000_000)

    package init() {}

    package func findings(in set: FilingSet) -> [Finding] {
        set.filings.flatMap { filing -> [Finding] in
            guard let form = filing.form else { return [] }
            return AllForms.form(form).measures.compactMap { finding($0, filing) }
        }
    }

    private func finding(_ id: MeasureID, _ filing: Filing) -> Finding? {
        let reading = filing.readings[id]
        let measure = Measures[id]
        guard let fault = fault(reading, measure) else { return nil }
        let isDoubt = reading.state == .illegible
        let value = reading.value
        return Finding(
            rule: self.id, severity: isDoubt ? .warning : .error, verdict: isDoubt ? .doubtful : .violated,
            filing: filing,
            measures: [id], left: value.map { Finding.Side(text: "\(measure.line) \(measure.column)", value: $0) },
            cause: fault.cause,
            message: Words(
                "表\(measure.table.rawValue)“\(measure.line) \(measure.column)”印为“\(reading.text)”：\(fault.words.zh)",
                "table \(measure.table.english) prints “\(reading.text)” for \(measure.english): \(fault.words.en)"),
            evidence: [Citations.citation(reading, of: filing)])
    }

    private func fault(_ reading: Reading, _ measure: Measure) -> (cause: String, words: Words)? {
        if reading.state == .illegible { return ("no-number", Words("不是数字", "is no number")) }
        guard let value = reading.value else { return nil }
        if value < .zero, !measure.isSigned { return ("negative", Words("不能为负", "cannot be negative")) }
        if !value.isInteger, !measure.isMoney { return ("fractional", Words("件数应为整数", "a count is a whole number")) }
        let largest = measure.unit == "万元" ? Self.largestAmount : Self.largestCount
        let isYuan = measure.unit == "元"
        if !isYuan, value > largest { return ("absurd", Words("大得不合理", "is impossibly large")) }
        return nil
    }
}
