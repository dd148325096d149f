import ArgumentParser
import FilingTable
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

    @OptionGroup var choices: MetricChoices
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let choices = try choices.resolved()
        var query = try query(choices)
        let data = try pipeline.metricData(for: query.indicators, choices)
        query.geography = choices.geography(data.registry)
        for unmatched in query.filter.unmatchedValues(in: data.columns) {
            pipeline.console.say(Words("没有报告符合条件“\(unmatched.value)”", "no filing matches “\(unmatched.value)”"))
        }
        let rows = MetricRows(query.answer(on: data.columns, register: data.register), choices, language: common.language, data: data)
        writeOutput(rows.text(format))
        if common.verbose { pipeline.console.report(data.summary) }
        return .done
    }

    private func query(_ choices: ResolvedChoices) throws(RunError) -> MetricQuery {
        let (filter, years) = try selection.parsed()
        let dimensions = try by.map { text throws(RunError) in try listed(text, option: "--by") } ?? []
        let comparisons = compare == "all" ? AllComparisons.all.map(\.id) : try listed(compare, option: "--compare")
        let indicators = try choices.named(indicator)
        do {
            return MetricQuery(
                indicators, by: try MetricQuery.dimensions(dimensions),
                compare: try MetricQuery.comparisons(comparisons), where: filter, years: years, peers: choices.peers,
                options: choices.options)
        } catch {
            throw .arguments(error.entries.map { Unknown.word($0.found, error.kind, error.valid) })
        }
    }
}
