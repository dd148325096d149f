import ArgumentParser
import FilingInterchange
import FilingTable
import Filings
import Metrics

struct QueryCommand: FilingCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case table, csv, json }

    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "计算指标与比较。Indicators and comparisons, as a table, CSV or JSON.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "Indicators, separated by commas; see: tongjian list indicators.")
    var indicator: String

    @Option(help: "Dimensions to group by, separated by commas: organ, district, city, area, function, level ...")
    var by: String?

    @Option(help: "Comparisons, separated by commas; see: tongjian list comparisons.")
    var compare = "level"

    @Option(help: "table, csv or json.")
    var format = Format.table

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let query = try query()
        let result = try pipeline.readFilings()
        let columns = pipeline.columns(of: FilingSet(result.filings))
        for unmatched in query.filter.unmatchedValues(in: columns) {
            pipeline.console.say(Words("没有报告符合条件“\(unmatched.value)”", "no filing matches “\(unmatched.value)”"))
        }
        let series = query.run(on: columns)
        let rows = MetricRows(series, language: common.language, columns: columns)
        switch format {
        case .table: writeOutput(rows.table)
        case .csv: writeOutput(rows.csv)
        case .json: writeOutput(rows.json.pretty)
        }
        if common.verbose || result.summary.isNoteworthy { pipeline.console.report(result.summary) }
        return .done
    }

    private func query() throws(RunError) -> MetricQuery {
        let (filter, years) = try selection.parsed()
        let indicators = try listed(indicator, option: "--indicator")
        let dimensions = try by.map { text throws(RunError) in try listed(text, option: "--by") } ?? []
        let comparisons = try listed(compare, option: "--compare")
        do {
            return MetricQuery(
                try MetricQuery.indicators(indicators), by: try MetricQuery.dimensions(dimensions),
                compare: try MetricQuery.comparisons(comparisons), where: filter, years: years)
        } catch {
            throw .arguments(error.entries.map { Unknown.word($0.found, error.kind, error.valid) })
        }
    }
}
