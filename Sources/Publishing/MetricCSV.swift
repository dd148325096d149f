import FilingInterchange
import FilingTable
import Filings
import Metrics

/// Metric series as tidy CSV: one value a row. `low` and `high` bound proportions with 95 % (Wilson), `text` is the value
/// as people read it.
package enum MetricCSV {
    package static func text(_ series: [MetricSeries], language: Language) -> String {
        let dimensions = series.first?.key.parts.map(\.dimension.rawValue) ?? []
        var header = ["indicator", "comparison"]
        header += dimensions
        header += dimensions.map { $0 + "Label" }
        header += ["year", "value", "unit", "numerator", "denominator", "filings", "state", "flags"]
        header += ["low", "high", "text"]
        var rows = [header]
        for one in series {
            for point in one.points { rows.append(row(one, point, language)) }
        }
        return CSVText.text(rows)
    }

    private static func row(_ series: MetricSeries, _ point: MetricPoint, _ language: Language) -> [String] {
        let value = point.value
        let number = value.exact?.description ?? value.number.map { String($0) } ?? ""
        var row = [series.indicator.id, series.comparison.id]
        row += series.key.parts.map { $0.value ?? "" }
        row += series.key.parts.map { $0.label[language] }
        row += [String(point.year), number, series.unit.zh]
        row += [value.numerator?.description ?? "", value.denominator?.description ?? ""]
        row += [String(value.filingCount), value.state.rawValue, value.flags.codes]
        let interval = value.interval(of: series.indicator)
        row += [interval.map { String($0.lowerBound) } ?? "", interval.map { String($0.upperBound) } ?? ""]
        return row + [ValueFormat(language).text(value, of: series.indicator)]
    }
}

/// What the flags beside values mean.
package enum ValueFlags {
    package static func legend(_ used: Value.Flags, _ language: Language) -> [String] {
        Value.Flags.marks.filter { used.contains($0.flag) }.map { "\($0.mark[language]) \($0.meaning[language])" }
    }
}
