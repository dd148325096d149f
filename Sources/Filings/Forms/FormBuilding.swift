/// What the generations of the form have in common, and the identities that follow from any form's lines.
enum FormBuilding {
    static func line(
        _ key: String, _ label: String, words: [String], group: OutcomeGroup? = nil
    ) -> TableThreeLine {
        TableThreeLine(
            key: key, label: label, words: words, group: group,
            measures: ApplicantColumn.allCases.map { Measures.known("requests.\(key).\($0.rawValue)") })
    }

    static func tableTwoLine(
        _ label: String, synonyms: [String] = [], _ columns: [(String, String)]
    ) -> TableTwoLine {
        TableTwoLine(
            label: label, synonyms: synonyms,
            columns: columns.map { (heading: $0.0, measure: Measures.known("proactive." + $0.1)) })
    }

    /// Lines one to （五）5 of table three, the same in every generation.
    static let commonLines: [TableThreeLine] = [
        line("received", "一、本年新收政府信息公开申请数量", words: ["本年新收", "新收政府信息"]),
        line("carriedOver", "二、上年结转政府信息公开申请数量", words: ["上年结转", "上年度结转"]),
        line("granted", "（一）予以公开", words: ["予以公开"]),
        line("partiallyGranted", "（二）部分公开", words: ["部分公开"]),
        line("refused.stateSecret", "1.属于国家秘密", words: ["国家秘密"], group: .refused),
        line("refused.prohibitedByLaw", "2.其他法律行政法规禁止公开", words: ["禁止公开"], group: .refused),
        line("refused.security", "3.危及“三安全一稳定”", words: ["三安全", "一稳定"], group: .refused),
        line("refused.thirdParty", "4.保护第三方合法权益", words: ["第三方"], group: .refused),
        line("refused.internalAffairs", "5.属于三类内部事务信息", words: ["内部事务"], group: .refused),
        line("refused.deliberative", "6.属于四类过程性信息", words: ["过程性"], group: .refused),
        line("refused.enforcementFile", "7.属于行政执法案卷", words: ["执法案卷"], group: .refused),
        line("refused.administrativeInquiry", "8.属于行政查询事项", words: ["行政查询"], group: .refused),
        line("unavailable.notHeld", "1.本机关不掌握相关政府信息", words: ["不掌握"], group: .unavailable),
        line("unavailable.needsCreation", "2.没有现成信息需要另行制作", words: ["另行制作", "没有现成"], group: .unavailable),
        line("unavailable.unclear", "3.补正后申请内容仍不明确", words: ["仍不明确", "补正后"], group: .unavailable),
        line("notProcessed.petition", "1.信访举报投诉类申请", words: ["信访举报", "举报投诉"], group: .notProcessed),
        line("notProcessed.repeated", "2.重复申请", words: ["重复申请"], group: .notProcessed),
        line("notProcessed.publication", "3.要求提供公开出版物", words: ["公开出版物", "出版物"], group: .notProcessed),
        line("notProcessed.excessive", "4.无正当理由大量反复申请", words: ["大量反复", "反复申请"], group: .notProcessed),
        line(
            "notProcessed.confirmation", "5.要求行政机关确认或重新出具已获取信息", words: ["确认或重新出具", "重新出具"],
            group: .notProcessed),
    ]

    static let closingLines: [TableThreeLine] = [
        line("resolved", "（七）总计", words: ["总计"]),
        line("carriedForward", "四、结转下年度继续办理", words: ["结转下年", "结转下一年", "继续办理"]),
    ]

    static let tableFour: [TableFourBlock] = [
        block("reconsideration", "行政复议", words: ["行政复议"]),
        block("litigationDirect", "行政诉讼 未经复议直接起诉", words: ["未经复议", "直接起诉"]),
        block("litigationAfterReview", "行政诉讼 复议后起诉", words: ["复议后起诉", "经复议后"]),
    ]

    private static func block(_ key: String, _ label: String, words: [String]) -> TableFourBlock {
        TableFourBlock(
            key: key, label: label, words: words,
            measures: ReviewColumn.allCases.map { Measures.known("review.\(key).\($0.rawValue)") })
    }

    /// The sums printed in the form: per column the balance and the outcomes, per line the applicants, per block.
    static func identities(tableThree: [TableThreeLine], tableFour: [TableFourBlock]) -> [Identity] {
        balances(tableThree) + outcomes(tableThree) + applicants(tableThree) + reviews(tableFour)
    }

    private static func balances(_ lines: [TableThreeLine]) -> [Identity] {
        let byKey = Dictionary(uniqueKeysWithValues: lines.map { ($0.key, $0.measures) })
        return ApplicantColumn.allCases.enumerated().map { index, column in
            Identity(
                rule: "requests-balance",
                left: [byKey["received"]![index], byKey["carriedOver"]![index]],
                right: [byKey["resolved"]![index], byKey["carriedForward"]![index]],
                leftText: "一 + 二", rightText: "三（七） + 四", subject: column.label)
        }
    }

    private static func outcomes(_ lines: [TableThreeLine]) -> [Identity] {
        let parts = lines.filter { $0.group != nil || $0.key == "granted" || $0.key == "partiallyGranted" }
        let total = lines.first { $0.key == "resolved" }!
        return ApplicantColumn.allCases.enumerated().map { index, column in
            Identity(
                rule: "requests-resolved-sum", left: parts.map { $0.measures[index] },
                right: [total.measures[index]], leftText: "（一）至（六）各项之和", rightText: "（七）总计",
                subject: column.label)
        }
    }

    private static func applicants(_ lines: [TableThreeLine]) -> [Identity] {
        lines.map { line in
            Identity(
                rule: "requests-applicant-sum", left: Array(line.measures.dropLast()),
                right: [line.measures.last!], leftText: "自然人与法人或其他组织各列之和", rightText: "总计列",
                subject: line.label)
        }
    }

    private static func reviews(_ blocks: [TableFourBlock]) -> [Identity] {
        blocks.map { block in
            Identity(
                rule: "review-sum", left: Array(block.measures.dropLast()), right: [block.measures.last!],
                leftText: "维持 + 纠正 + 其他 + 尚未审结", rightText: "总计", subject: block.label)
        }
    }

    /// Cases carried over into this year are those carried forward out of the last, in every column and generation.
    static let carryOver: [YearChain] = ApplicantColumn.allCases.map { column in
        YearChain(
            rule: "carry-over",
            current: [term("requests.carriedOver.\(column.rawValue)")],
            previous: [term("requests.carriedForward.\(column.rawValue)")],
            currentText: "本年“上年结转”（\(column.label)）", previousText: "上年“结转下年度继续办理”（\(column.label)）",
            crossesForms: true)
    }

    static func term(_ code: String, _ sign: Int = 1) -> YearChain.Term {
        YearChain.Term(measure: Measures.known(code), sign: sign)
    }
}
