import ArgumentParser
import FilingTable
import Filings
import Metrics

struct CompareCommand: FilingCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "并列两个以上的机关或地区。Two or more organs or districts side by side, with what is comparable and what not.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(
        help: "Organs or districts by name or code, separated by commas; NAME@CODE where a name is in several places.")
    var of: String

    @Option(help: "Indicators, separated by commas, or all.")
    var indicator = "all"

    @Option(help: "table, csv, json or markdown.")
    var format = MetricFormat.table

    @OptionGroup var choices: MetricChoices
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let choices = try choices.resolved()
        let indicators = try choices.named(indicator)
        let (filter, years) = try selection.parsed()
        let data = try pipeline.metricData(for: indicators, choices)
        let subjects = try Subject.list(of, in: data.columns, language: common.language)
        guard subjects.count > 1 else {
            throw .arguments([Words("--of 需要两个以上的机关或地区", "--of needs two organs or districts or more")])
        }
        let comparison = SideBySide(subjects, indicators, data, choices, filter: filter, years: years)
        guard comparison.year != nil else {
            throw .output(Words("所列机关或地区没有共同的年度", "there is no year that all of them have"))
        }
        if let table = format.table {
            writeOutput(comparison.table(common.language).text(table))
        } else {
            writeOutput(comparison.json(common.language).pretty)
        }
        return .done
    }
}
