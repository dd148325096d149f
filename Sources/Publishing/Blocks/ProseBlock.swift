import Filings
import Metrics

/// Plain sentences from the latest values: state, number, basis. No adjectives, no causes.
struct ProseBlock {
    let input: ReportInput
    let year: Int

    /// Pieces of text; those with an anchor are numbers that link to their evidence.
    struct Piece {
        var text: String
        var anchor: String?
    }

    func pieces(_ indicators: [Indicator], _ book: inout EvidenceBook) -> [Piece] {
        let format = ValueFormat(input.language)
        let series = MetricQuery(
            indicators, compare: [.level, .yearOverYear], where: input.subjectFilter, years: input.years,
            options: .published
        ).run(on: input.columns)
        let isChinese = input.language == .zh
        var pieces = [Piece(text: isChinese ? "\(year) 年，\(subject)" : "In \(year), \(subject): ")]
        for (index, indicator) in indicators.enumerated() {
            let own = series.filter { $0.indicator.id == indicator.id }
            guard let level = own.first(where: { $0.comparison.id == Comparison.level.id })?[year] else { continue }
            if index > 0 { pieces.append(Piece(text: isChinese ? "；" : "; ")) }
            pieces.append(Piece(text: indicator.name[input.language] + " "))
            pieces.append(Piece(text: quantity(level, indicator, format), anchor: book.anchor(level, indicator)))
            let change = own.first { $0.comparison.id == Comparison.yearOverYear.id }?[year]
            if let words = change.flatMap({ format.changeInWords($0, of: indicator) }) {
                pieces.append(Piece(text: isChinese ? "，比上年\(words)" : ", \(words) on last year"))
            }
        }
        pieces.append(Piece(text: isChinese ? "。" : "."))
        return pieces
    }

    private var subject: String { input.scope.subject?.name ?? Words("所选报告", "the selected filings")[input.language] }

    private func quantity(_ value: Value, _ indicator: Indicator, _ format: ValueFormat) -> String {
        let text = format.level(value.number, value.exact, indicator.unit)
        guard value.number != nil, !indicator.unit.isPercent else { return text }
        return "\(text) \(indicator.unit.words[input.language])"
    }
}
