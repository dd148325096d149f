import FilingTable
import Filings
import Metrics

/// Collects what stands behind the numbers of a page, so that each can link to its calculation and characters.
struct EvidenceBook {
    struct Entry {
        var id: String
        /// The calculation: formula, then figures.
        var calculation: String
        /// File, place, characters and digest of the cells, the largest first.
        var cells: [String]
        var rest: Int
    }

    /// Cells listed per number; the rest is counted, and all are in `data/filings.jsonl`.
    private static let cellLimit = 8

    private let input: ReportInput
    private let current: [Filing]
    private(set) var entries: [Entry] = []

    init(_ input: ReportInput) {
        self.input = input
        current = input.everything.current
    }

    /// The anchor of a value's evidence.
    mutating func anchor(_ value: Value, _ indicator: Indicator) -> String {
        let id = "e\(entries.count + 1)"
        let format = ValueFormat(input.language)
        let isChinese = input.language == .zh
        var calculation = indicator.name[input.language] + (isChinese ? "：" : ": ") + indicator.formula.description
        if let fraction = format.fraction(value) { calculation += isChinese ? "；\(fraction)" : "; \(fraction)" }
        calculation += isChinese ? "；报告 \(value.filingCount) 份" : "; \(value.filingCount) filings"
        if !value.leftOut.isEmpty {
            calculation += isChinese ? "，另 \(value.leftOut.count) 份未计" : ", \(value.leftOut.count) left out"
        }
        let cells = cells(value, indicator)
        entries.append(
            Entry(
                id: id, calculation: calculation, cells: Array(cells.prefix(Self.cellLimit)),
                rest: max(0, cells.count - Self.cellLimit)))
        return id
    }

    private func cells(_ value: Value, _ indicator: Indicator) -> [String] {
        var cells: [(value: ExactDecimal, text: String)] = []
        for row in value.rows {
            let filing = current[input.columns.inputPositions[row]]
            for measure in indicator.formula.measures {
                guard let figure = filing.figure(measure), !figure.value.isZero else { continue }
                let reading = filing.readings[measure]
                let place = reading.place.map { ":\($0.line):\($0.column)" } ?? ""
                let how = figure.basis == .derived ? (input.language == .zh ? "（推算）" : " (derived)") : ""
                cells.append(
                    (
                        figure.value,
                        "\(filing.source)\(place)  \(reading.text.isEmpty ? figure.value.description : reading.text)\(how)  sha256 \(filing.digest.prefix(12))"
                    ))
            }
        }
        return cells.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }.map(
            \.element.text)
    }
}
