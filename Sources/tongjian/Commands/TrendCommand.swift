import ArgumentParser
import Filings
import Metrics

struct TrendCommand: MetricCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend", abstract: "一个机关或地区的逐年变化。One organ or district over the years.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "An organ or district by name or code; NAME@CODE where a name is in several places.")
    var of: String

    @Option(help: "Indicators, separated by commas, or all.")
    var indicator = "all"

    @Option(help: "table, csv, json or markdown.")
    var format = MetricFormat.table

    @OptionGroup var metrics: MetricArguments

    func write(_ question: MetricQuestion) throws(RunError) {
        let subjects = try Subject.list(of, in: question.data.columns)
        guard subjects.count == 1 else {
            throw .arguments([
                Words("--of 只能有一个机关或地区；并列请用 compare", "--of takes one organ or district; for several use compare")
            ])
        }
        let answer = question.answer([.level, .yearOverYear, .trend], for: subjects[0])
        if let form = format.table {
            writeOutput(table(answer, question.choices).text(form))
        } else {
            let rows = MetricRows(answer, question.choices, language: common.language, data: question.data)
            writeOutput(rows.text(format))
        }
    }

    /// Years across; the first year of a new form carries the mark of a break.
    private func table(_ answer: MetricQuery.Answer, _ choices: ResolvedChoices) -> TextTable {
        let language = common.language
        let format = ValueFormat(language)
        let years = answer.series.first?.points.map(\.year) ?? []
        let breaks = answer.series.first?.breaks ?? []
        let header =
            [Words("指标", "indicator")[language], Words("单位", "unit")[language]]
            + years.map { String($0) + (breaks.contains($0) ? "[b]" : "") }
            + [Words("比上年", "on last year")[language], Words("趋势", "trend")[language], Words("标记", "flags")[language]]
        var rows: [[String]] = []
        for start in stride(from: 0, to: answer.series.count, by: 3) {
            let (level, change, trend) = (answer.series[start], answer.series[start + 1], answer.series[start + 2])
            guard level.points.contains(where: { !$0.value.rows.isEmpty }) else { continue }
            let flags = level.points.map(\.value).flags
            rows.append(
                [level.indicator.name[language], level.indicator.unit.words[language]]
                    + level.points.map { format.text($0.value, of: level.indicator) }
                    + [change, trend].map { series in
                        series.points.last.map { format.text($0.value, of: series.indicator) } ?? "—"
                    }
                    + [flags.codes])
        }
        var notes = MetricNotes(choices: choices, language: language).lines(answer)
        if !breaks.isEmpty, !notes.contains(where: { $0.hasPrefix("[b]") }) {
            notes.insert(contentsOf: Value.Flags.formBreak.notes(language), at: 0)
        }
        return TextTable(header: header, rows: rows, right: Set(2..<header.count - 1), notes: notes)
    }
}
