import FilingInterchange
import FilingTable
import Filings
import Metrics
import Publishing

/// Metric series as rows for people and programs.
struct MetricRows {
    private let answer: MetricQuery.Answer
    private let language: Language
    private let data: MetricData
    private let notes: [String]
    private var format: ValueFormat { ValueFormat(language) }

    init(_ answer: MetricQuery.Answer, _ choices: ResolvedChoices, language: Language, data: MetricData) {
        self.answer = answer
        self.language = language
        self.data = data
        notes = MetricNotes(choices: choices, language: language).lines(answer)
    }

    func text(_ format: MetricFormat) -> String {
        switch format {
        case .csv: MetricCSV.text(answer.series, language: language)
        case .json: json.pretty
        case .table, .markdown: table.text(format.table ?? .terminal)
        }
    }

    /// Aligned columns with flags, and what the flags mean.
    private var table: TextTable {
        let header =
            language == .zh
            ? ["分组", "年度", "指标", "比较", "数值", "单位", "95% 区间", "分子÷分母", "报告", "标记"]
            : [
                "group", "year", "indicator", "comparison", "value", "unit", "95% interval", "fraction", "filings",
                "flags",
            ]
        var rows: [[String]] = []
        for one in answer.series {
            for point in one.points {
                let interval = point.value.interval(of: one.indicator).map {
                    DecimalText.fixed($0.lowerBound, 1) + "–" + DecimalText.fixed($0.upperBound, 1)
                }
                rows.append([
                    one.key.label[language], String(point.year), one.indicator.name[language],
                    one.comparison.name[language], format.text(point.value, of: one.indicator), one.unit[language],
                    interval ?? "", format.fraction(point.value) ?? "", String(point.value.filingCount),
                    point.value.flags.codes + reason(point.value),
                ])
            }
        }
        return TextTable(header: header, rows: rows, right: [1, 4, 6, 7, 8], notes: notes)
    }

    private func reason(_ value: Value) -> String { value.reason.map { " " + $0.words[language] } ?? "" }

    private var json: JSONValue {
        .members([
            ("schema", .string("tongjian.metrics/1")), ("notes", .strings(notes)),
            ("series", .array(answer.series.map(series))),
        ])
    }

    private func series(_ one: MetricSeries) -> JSONValue {
        .members([
            ("indicator", .string(one.indicator.id)), ("version", .integer(one.indicator.version)),
            ("comparison", .string(one.comparison.id)), ("unit", .string(one.unit.zh)),
            ("key", .members(one.key.parts.map { ($0.dimension.rawValue, JSONValue.optional($0.value)) })),
            ("label", .string(one.key.label[language])), ("breaks", .array(one.breaks.map(JSONValue.integer))),
            ("points", .array(one.points.map { point($0, one.indicator) })),
        ])
    }

    private func point(_ point: MetricPoint, _ indicator: Indicator) -> JSONValue {
        let value = point.value
        let interval = value.interval(of: indicator)
        let figure = [("year", .integer(point.year))] + DetailJSON.members(Value.Figure(value))
        return .members(
            figure + [
                ("low", .optional(interval?.lowerBound)), ("high", .optional(interval?.upperBound)),
                ("state", .string(value.state.rawValue)), ("flags", .string(value.flags.codes)),
                ("reason", .optional(value.reason?.words[language])),
                ("text", .string(format.text(value, of: indicator))),
                ("detail", DetailJSON.value(value.detail)),
                ("sources", .strings(value.rows.map(data.columns.source(at:)))),
            ])
    }
}
