import Filings
import Metrics

/// The figures at the top of the page: level, change in words, basis.
struct TilesBlock {
    let input: ReportInput
    let year: Int

    func tiles(_ indicators: [Indicator], _ book: inout EvidenceBook) -> [[String: Any]] {
        let format = ValueFormat(input.language)
        let query = MetricQuery(
            indicators, compare: [.level, .yearOverYear], where: input.subjectFilter, years: input.years,
            options: .published)
        let series = query.run(on: input.columns)
        return indicators.compactMap { indicator in
            let own = series.filter { $0.indicator.id == indicator.id }
            guard let level = own.first(where: { $0.comparison.id == Comparison.level.id })?[year] else { return nil }
            let change = own.first { $0.comparison.id == Comparison.yearOverYear.id }?[year]
            let text = format.level(level.number, level.exact, indicator.unit)
            let isPercent = text.hasSuffix("%")
            return [
                "label": indicator.name[input.language],
                "value": isPercent ? String(text.dropLast()) : text,
                "unit": level.number == nil ? "" : isPercent ? "%" : indicator.unit.words[input.language],
                "anchor": book.anchor(level, indicator),
                "change": changeText(change, indicator, format),
                "basis": basis(level, change, indicator, format),
            ]
        }
    }

    private func changeText(_ change: Value?, _ indicator: Indicator, _ format: ValueFormat) -> String {
        guard let change else { return "" }
        if change.flags.contains(.formBreak) { return Words("表式变化，不比较", "new form, not compared")[input.language] }
        guard let words = format.changeInWords(change, of: indicator) else {
            return Words("无可比上年", "no comparable year")[input.language]
        }
        return Words("比上年\(words)", "\(words) on last year")[input.language]
    }

    /// `71÷148` for a rate, `上年 218 件` for a count.
    private func basis(_ level: Value, _ change: Value?, _ indicator: Indicator, _ format: ValueFormat) -> String {
        if indicator.isRatio, let fraction = format.fraction(level) { return fraction }
        guard case .change(let detail) = change?.detail, detail.previous.number != nil else { return "" }
        let previous = format.level(detail.previous.number, detail.previous.exact, indicator.unit)
        let unit = indicator.unit.words[input.language]
        return Words("上年 \(previous) \(unit)", "last year \(previous)")[input.language]
    }
}
