import FilingInterchange
import FilingTable
import Filings
import Metrics
import Publishing

/// Metric series as rows for people and programs.
struct MetricRows {
    private let series: [MetricSeries]
    private let language: Language
    private let columns: FilingColumns
    private var format: ValueFormat { ValueFormat(language) }

    init(_ series: [MetricSeries], language: Language, columns: FilingColumns) {
        self.series = series
        self.language = language
        self.columns = columns
    }

    /// Aligned columns with flags, and what the flags mean.
    var table: String {
        let header =
            language == .zh ? ["分组", "年度", "指标", "比较", "数值", "单位", "分子÷分母", "报告", "标记"]
            : ["group", "year", "indicator", "comparison", "value", "unit", "fraction", "filings", "flags"]
        var rows: [[String]] = []
        var used: Value.Flags = []
        for one in series {
            for point in one.points {
                used.formUnion(point.value.flags)
                rows.append([
                    one.key.label[language], String(point.year), one.indicator.name[language],
                    one.comparison.name[language], format.text(point.value, of: one.indicator),
                    one.indicator.unit.words[language], format.fraction(point.value) ?? "",
                    String(point.value.filingCount), point.value.flags.text(language),
                ])
            }
        }
        let legend = ValueFlags.legend(used, language)
        return TerminalTable.text(header: header, rows: rows, right: [1, 4, 6, 7])
            + (legend.isEmpty ? "" : "\n" + legend.joined(separator: "\n") + "\n")
    }

    var csv: String { MetricCSV.text(series, language: language) }

    var json: JSONValue {
        .members([
            ("schema", .string("tongjian.metrics/1")),
            (
                "series",
                .array(
                    series.map { one in
                        .members([
                            ("indicator", .string(one.indicator.id)), ("comparison", .string(one.comparison.id)),
                            ("unit", .string(one.indicator.unit.rawValue)),
                            (
                                "key",
                                .members(one.key.parts.map { ($0.dimension.rawValue, JSONValue.optional($0.value)) })
                            ),
                            ("points", .array(one.points.map(point))),
                        ])
                    })
            ),
        ])
    }

    private func point(_ point: MetricPoint) -> JSONValue {
        let value = point.value
        return .members([
            ("year", .integer(point.year)),
            ("value", value.exact.map(JSONValue.number) ?? value.number.map(JSONValue.double) ?? .null),
            ("numerator", .optional(value.numerator)), ("denominator", .optional(value.denominator)),
            ("state", .string(value.state.rawValue)), ("flags", .string(value.flags.text(language))),
            ("sources", .strings(value.rows.map(columns.source(at:)))),
        ])
    }
}
