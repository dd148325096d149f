import ArgumentParser
import FilingTable
import Metrics

/// The options that all commands share which compute metrics.
struct MetricArguments: ParsableArguments {
    @OptionGroup var choices: MetricChoices
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions
}

/// A command that answers a question about some indicators: reads the arguments, then the filings, and leaves the
/// answer to the command.
protocol MetricCommand: FilingCommand {
    var indicator: String { get }
    var metrics: MetricArguments { get }
    /// Refuses indicators that the command cannot take, before anything is read.
    func verify(_ indicators: [Indicator]) throws(RunError)
    func write(_ question: MetricQuestion) throws(RunError)
}

extension MetricCommand {
    var common: CommonOptions { metrics.common }

    func verify(_ indicators: [Indicator]) throws(RunError) {}

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let choices = try metrics.choices.resolved()
        let indicators = try choices.named(indicator)
        try verify(indicators)
        let (filter, years) = try metrics.selection.parsed()
        let data = try pipeline.metricData(for: indicators, choices)
        try write(
            MetricQuestion(
                indicators: indicators, choices: choices, filter: filter, years: years, data: data))
        pipeline.console.remark(on: data.summary, isVerbose: common.verbose)
        return .done
    }
}

/// What was asked about the filings that were read.
struct MetricQuestion {
    let indicators: [Indicator]
    let choices: ResolvedChoices
    let filter: RowFilter
    let years: YearSelection?
    let data: MetricData

    /// The series over all filings selected, or over those of one subject.
    func answer(_ comparisons: [Comparison] = [.level], for subject: Subject? = nil) -> MetricQuery.Answer {
        MetricQuery(
            indicators, compare: comparisons, where: RowFilter(filter.conditions + (subject?.filter.conditions ?? [])),
            years: years, geography: choices.geography(data.registry), options: choices.options
        ).answer(on: data.columns, register: data.register)
    }
}
