import ArgumentParser
import Filings
import Metrics

struct QueryCommand: FilingCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "计算指标与比较。Indicators and comparisons, as a table, CSV, JSON or Markdown.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "Indicators, separated by commas, or all; see: tongjian list indicators.")
    var indicator: String

    @Option(
        help:
            "Dimensions to group by, separated by commas: organ, concept (organ across renamings), district, city, area, function, level ..."
    )
    var by: String?

    @Option(help: "Comparisons, separated by commas, or all; see: tongjian list comparisons.")
    var compare = "level"

    @Option(help: "table, csv, json or markdown.")
    var format = MetricFormat.table

    @OptionGroup var metrics: MetricArguments

    var common: CommonOptions { metrics.common }

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let choices = try metrics.choices.resolved()
        var query = try query(choices)
        let data = try pipeline.metricData(for: query.indicators, choices)
        query.geography = choices.geography(data.registry)
        pipeline.console.remark(on: query.filter, over: data.columns)
        let answer = query.answer(on: data.columns, register: data.register)
        let rows = MetricRows(answer, choices, language: common.language, data: data)
        writeOutput(rows.text(format))
        pipeline.console.remark(on: data.summary, isVerbose: common.verbose)
        return .done
    }

    private func query(_ choices: ResolvedChoices) throws(RunError) -> MetricQuery {
        let (filter, years) = try metrics.selection.parsed()
        let dimensions = try by.map { text throws(RunError) in try listed(text, option: "--by") } ?? []
        let comparisons = compare == "all" ? AllComparisons.all.map(\.id) : try listed(compare, option: "--compare")
        let indicators = try choices.named(indicator)
        do {
            return MetricQuery(
                indicators, by: try MetricQuery.dimensions(dimensions),
                compare: try MetricQuery.comparisons(comparisons), where: filter, years: years, peers: choices.peers,
                options: choices.options)
        } catch {
            throw .unknown(error)
        }
    }
}
