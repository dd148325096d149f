import ArgumentParser
import FilingInterchange
import FilingTable
import Filings
import Metrics

struct TraceCommand: FilingCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "把一个数字追到原文。A number back to its formula, cells, files, lines and characters.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "One indicator.")
    var indicator: String

    @Option(help: "text or json.")
    var format = Format.text

    @OptionGroup var choices: MetricChoices
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let choices = try choices.resolved()
        let indicators = try choices.named(indicator)
        guard indicators.count == 1 else {
            throw .arguments([Words("--indicator 只能有一个指标", "--indicator takes one indicator")])
        }
        let (filter, years) = try selection.parsed()
        let data = try pipeline.metricData(for: indicators, choices)
        let answer = MetricQuery(
            indicators, where: filter, years: years, geography: choices.geography(data.registry),
            options: choices.options
        ).answer(on: data.columns, register: data.register)
        guard let series = answer.series.first else {
            throw .output(Words("没有报告符合 --where 和 --years 的条件", "no filing satisfies --where and --years"))
        }
        let trace = MetricTrace(series, data, common.language)
        switch format {
        case .text: writeOutput(trace.text)
        case .json: writeOutput(trace.json.pretty)
        }
        return .done
    }
}
