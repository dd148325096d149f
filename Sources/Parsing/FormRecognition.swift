import Filings

/// How many words of each generation's form a text holds.
struct FormMarks: Sendable {
    var form2019 = 0
    var form2021 = 0

    /// Shorter texts are cells.
    static let cellLength = 80

    private static let words2019 = ["本年新制作", "新制作数量", "对外公开总数", "上一年项目", "采购项目", "采购总金额", "政府集中采购", "其他对外管理服务"].map(
        \.utf8Bytes)
    private static let words2021 = ["本年制发", "制发件数", "本年废止", "现行有效", "收费金额", "逾期不补正", "未按收费通知", "缴纳费用"].map(\.utf8Bytes)

    init() {}

    /// Prose names the words of either form freely: only what stands in tables counts.
    init(_ text: NormalisedText, isTable: Bool) {
        guard isTable else { return }
        form2019 = Self.words2019.count { text.contains($0) }
        form2021 = Self.words2021.count { text.contains($0) }
    }
}

/// Tells the generation of a form by its content; the year decides only where the content does not.
enum FormRecognition {
    /// The form whose words stand in the document's cells, else the form prescribed for the year.
    static func form(of rows: [TableRow], year: Int?) -> (form: FormID?, isPrinted: Bool) {
        var marks = FormMarks()
        for row in rows {
            for cell in row.cells {
                guard let words = cell.words else { continue }
                marks.form2019 += words.formMarks.form2019
                marks.form2021 += words.formMarks.form2021
            }
        }
        if marks.form2019 != marks.form2021 { return (marks.form2019 > marks.form2021 ? .form2019 : .form2021, true) }
        return otherHandlingIsOneLine(rows) ? (.form2019, true) : (year.flatMap(FormID.prescribed), false)
    }

    /// Whether the figures of 其他处理 stand right above those of all outcomes: the later form has three lines below it.
    private static func otherHandlingIsOneLine(_ rows: [TableRow]) -> Bool {
        let filled = rows.filter { $0.valueCount >= leastFigures }
        return zip(filled, filled.dropFirst()).contains { row, next in
            row.label == .group(.otherHandling) && next.label == .requestLine("resolved")
        }
    }

    /// A line of table three has that many at least.
    private static let leastFigures = 5
}
