import FilingTable
import Filings
import Metrics

/// A table of indicators by year, or by group in the latest year; flags in a column of their own.
struct TableBlock {
    let input: ReportInput
    let year: Int
    let definition: ReportDefinition.Table

    struct Row {
        var head: String
        var cells: [String]
        var flags: String
        var isLatest: Bool
    }

    /// The header and the rows.
    func content() -> (header: [String], rows: [Row], used: Value.Flags) {
        let series = MetricQuery(
            definition.indicators, by: definition.by, where: input.subjectFilter, years: input.years,
            options: .published
        ).run(on: input.columns)
        let header =
            [definition.isLatestOnly ? Words("分组", "group")[input.language] : Words("年度", "year")[input.language]]
            + definition.indicators.map { $0.name[input.language] + unit($0) } + [Words("标记", "flags")[input.language]]
        var used: Value.Flags = []
        var rows: [Row] = []
        if definition.isLatestOnly {
            for key in keys(series) {
                let values = definition.indicators.map { indicator in
                    series.first { $0.key == key && $0.indicator.id == indicator.id }?[year]
                }
                rows.append(row(key.label[input.language], values, isLatest: false, &used))
            }
        } else {
            for point in series.first?.points ?? [] {
                let values = definition.indicators.map { indicator in
                    series.first { $0.indicator.id == indicator.id }?[point.year]
                }
                let label = Words("\(point.year) 年", "\(point.year)")[input.language]
                rows.append(row(label, values, isLatest: point.year == year, &used))
            }
        }
        return (header, rows, used)
    }

    private func unit(_ indicator: Indicator) -> String {
        let unit = indicator.unit.isPercent ? "%" : indicator.unit.words[input.language]
        return Words("（\(unit)）", " (\(unit))")[input.language]
    }

    private func keys(_ series: [MetricSeries]) -> [SeriesKey] {
        var keys: [SeriesKey] = []
        for one in series where !keys.contains(one.key) && !(one[year]?.rows.isEmpty ?? true) { keys.append(one.key) }
        return keys
    }

    private func row(_ head: String, _ values: [Value?], isLatest: Bool, _ used: inout Value.Flags) -> Row {
        let format = ValueFormat(input.language)
        var flags: Value.Flags = []
        let cells = zip(values, definition.indicators).map { value, indicator -> String in
            guard let value else { return "—" }
            flags.formUnion(value.flags)
            let text = format.level(value.number, value.exact, indicator.unit)
            return text.hasSuffix("%") ? String(text.dropLast()) : text
        }
        used.formUnion(flags)
        return Row(head: head, cells: cells, flags: flags.text(input.language), isLatest: isLatest)
    }
}
