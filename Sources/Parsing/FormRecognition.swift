import Filings

/// Tells the generation of a form by its content; the year decides only where the content does not.
enum FormRecognition {
    private static let marks: [(form: FormID, words: [[UInt8]])] = [
        (
            .form2019,
            ["本年新制作", "新制作数量", "对外公开总数", "上一年项目", "采购项目", "采购总金额", "政府集中采购", "其他对外管理服务"].map(\.utf8Bytes)
        ),
        (
            .form2021,
            ["本年制发", "制发件数", "本年废止", "现行有效", "收费金额", "逾期不补正", "未按收费通知", "缴纳费用"].map(\.utf8Bytes)
        ),
    ]

    /// The form whose words stand in the document's cells, else the form prescribed for the year.
    static func form(of rows: [TableRow], year: Int?) -> FormID? {
        var scores: [FormID: Int] = [:]
        for text in rows.flatMap(\.cells).compactMap(\.words) where text.approximateLength < 80 || hasTableLabels(text) {
            for mark in marks {
                scores[mark.form, default: 0] += mark.words.count { text.contains($0) }
            }
        }
        let old = scores[.form2019] ?? 0
        let new = scores[.form2021] ?? 0
        if old != new { return old > new ? .form2019 : .form2021 }
        return year.flatMap(FormID.prescribed)
    }

    private static func hasTableLabels(_ text: NormalisedText) -> Bool {
        text.contains("信息内容".utf8Bytes) || text.contains("第二十条第".utf8Bytes)
    }
}
