import FilingTable
import Filings
import Metrics

/// Subtitle, notes and source of a chart, from what it shows.
struct TitleBuilder {
    let definition: ChartDefinition
    let data: ChartData
    let scope: ChartScope

    init(_ definition: ChartDefinition, _ data: ChartData, _ scope: ChartScope) {
        self.definition = definition
        self.data = data
        self.scope = scope
    }

    private var isChinese: Bool { scope.language == .zh }

    /// Area, measure, period, unit and denominator.
    var subtitle: String {
        let title = definition.title[scope.language]
        let area = definition.scope == .subject ? scope.subject?.name ?? "" : ""
        let unit = unitText
        return isChinese
            ? "\(area)\(title)，\(period)\(unit)" : "\(area)\(area.isEmpty ? "" : ": ")\(title), \(period)\(unit)"
    }

    private var period: String {
        guard let first = data.years.first, let last = data.years.last else { return "" }
        let range = first == last ? "\(first)" : "\(first)\(isChinese ? "—" : "–")\(last)"
        return isChinese ? range + " 年" : range
    }

    private var unitText: String {
        let indicator = definition.indicators[0]
        if let unit = definition.unit { return isChinese ? "（\(unit.zh)）" : " (\(unit.en))" }
        switch definition.mark.kind {
        case .table where definition.indicators.count > 1: return ""
        case .flow: return isChinese ? "（件）" : " (requests)"
        case .change where indicator.unit.isPercent: return isChinese ? "（个百分点）" : " (percentage points)"
        default: break
        }
        if definition.comparison.id == Comparison.rank.id { return isChinese ? "（位）" : " (place)" }
        if indicator.unit.isPercent {
            let n = commonDenominator.map { (isChinese ? "，" : ", ") + "n=" + DecimalText.grouped($0) } ?? ""
            return isChinese ? "（%\(n)）" : " (%\(n))"
        }
        // What is counted stands in the title; Chinese has a measure word for it.
        if !isChinese, [.cases, .entries, .items].contains(indicator.unit) { return " (number)" }
        return isChinese ? "（\(indicator.unit.words.zh)）" : " (\(indicator.unit.words.en))"
    }

    /// The denominator of all rows, where no column of the chart gives it.
    private var commonDenominator: ExactDecimal? {
        guard definition.mark.orientation == .horizontal, !definition.mark.showsDenominator else { return nil }
        let all = Set(data.series.map { $0[data.latest]?.denominator })
        return all.count == 1 ? all.first ?? nil : nil
    }

    /// Definitions, breaks, what is left out, what is invented.
    var notes: [String] {
        var notes: [String] = definition.notes.map { $0[scope.language] }
        if definition.mark.kind == .flow, let equation = FlowTable.equation(data, scope) {
            notes.append(equation[scope.language])
        }
        for year in data.breaks {
            notes.append(
                isChinese
                    ? "\(year + 1) 年起使用新表式，\(year) 与 \(year + 1) 年之间不连线、不计算增减。"
                    : "A new form is used from \(year + 1); no change is computed from \(year).")
        }
        if data.leftOut > 0 {
            let isByDenominator = definition.order == .denominator
            notes.append(
                isChinese
                    ? "按最近年度的\(isByDenominator ? "分母" : "数值")排列，另有 \(data.leftOut) 个未列出。"
                    : "Ordered by the latest \(isByDenominator ? "denominator" : "value"); \(data.leftOut) more are not shown."
            )
        }
        if panelChanged {
            notes.append(
                isChinese ? "前后年度报告机关不完全相同，增减含机关变动。" : "The organs differ between the years; changes include that.")
        }
        if wholeAreaLeftOut {
            notes.append(isChinese ? "汇总报告不与所辖机关相加。" : "A whole area's filing is not added to the organs inside it.")
        }
        if hasFictionalPlaces {
            notes.append(
                isChinese ? "含虚构地区（代码 9 开头），数值仅作示例。" : "Includes invented places (codes from 900000), for illustration."
            )
        }
        return notes
    }

    private var panelChanged: Bool {
        data.headlineChange?.flags.contains(.panelChanged) ?? false
    }

    private var wholeAreaLeftOut: Bool {
        data.series.contains { $0.points.contains { $0.value.flags.contains(.wholeAreaLeftOut) } }
    }

    private var hasFictionalPlaces: Bool {
        data.series.flatMap(\.points).flatMap(\.value.rows).contains { row in
            scope.filings.value(.district, at: row)?.hasPrefix("9") ?? false
        }
    }

    var source: String {
        let tables = Set(definition.indicators.flatMap { $0.formula.measures }.map { Measures.table(of: $0) })
        let names = StatutoryTable.allCases.filter(tables.contains).map {
            isChinese ? "表\($0.rawValue)" : "table \($0.english)"
        }
        let facts = definition.indicators.contains { !$0.formula.facts.isEmpty }
        let parts = names + (facts ? [isChinese ? "正文" : "narrative"] : [])
        let years = period.replacing(" 年", with: "")
        return isChinese
            ? "各机关政府信息公开工作年度报告（\(years)），\(parts.joined(separator: "、"))。"
            : "Annual reports on information disclosure (\(years)), \(parts.joined(separator: ", "))."
    }
}

/// A chart in words: the finding, then the figures.
enum AlternativeText {
    /// Figures beyond so many series are in the data table only.
    private static let seriesLimit = 12

    static func text(headline: String, subtitle: String, _ data: ChartData, _ language: Language) -> String {
        let format = ValueFormat(language)
        let lines = data.series.prefix(seriesLimit).map { series in
            let values = data.years.compactMap { year in
                series[year].map { "\(year) \(format.text($0, of: series.indicator))" }
            }
            let name = series.key.parts.isEmpty ? series.indicator.name[language] : series.key.label[language]
            return name + (language == .zh ? "：" : ": ") + values.joined(separator: language == .zh ? "，" : ", ")
        }
        let stop = language == .zh ? "。" : ". "
        return headline + stop + subtitle + stop + lines.joined(separator: language == .zh ? "；" : "; ") + stop
    }
}

/// The figures of a chart as rows for CSV and the page.
enum DataRows {
    static func rows(_ data: ChartData, _ language: Language) -> [[String]] {
        let header =
            language == .zh
            ? ["分组", "年度", "指标", "数值", "分子", "分母", "报告数", "标记"]
            : ["group", "year", "indicator", "value", "numerator", "denominator", "filings", "flags"]
        let format = ValueFormat(language)
        return [header]
            + data.series.flatMap { series in
                data.years.compactMap { year -> [String]? in
                    guard let value = series[year] else { return nil }
                    return [
                        series.key.label[language], String(year), series.indicator.name[language],
                        format.text(value, of: series.indicator), value.numerator?.description ?? "",
                        value.denominator?.description ?? "", String(value.filingCount), value.flags.text(language),
                    ]
                }
            }
    }
}
