import ArgumentParser
import Filings
import Metrics

struct TraceCommand: MetricCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "把一个数字追到原文。A number back to its formula, cells, files, lines and characters.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "One indicator.")
    var indicator: String

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var metrics: MetricArguments

    func verify(_ indicators: [Indicator]) throws(RunError) {
        guard indicators.count == 1 else {
            throw .arguments([Words("--indicator 只能有一个指标", "--indicator takes one indicator")])
        }
    }

    func write(_ question: MetricQuestion) throws(RunError) {
        guard let series = question.answer().series.first else { throw .nothingSelected }
        let trace = MetricTrace(series, question.data, common.language)
        switch format {
        case .text: writeOutput(trace.text)
        case .json: writeOutput(trace.json.pretty)
        }
    }
}
