import ArgumentParser
import Filings

struct CompareCommand: MetricCommand {
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

    @OptionGroup var metrics: MetricArguments

    func write(_ question: MetricQuestion) throws(RunError) {
        let subjects = try Subject.list(of, in: question.data.columns)
        guard subjects.count > 1 else {
            throw .arguments([Words("--of 需要两个以上的机关或地区", "--of needs two organs or districts or more")])
        }
        let comparison = SideBySide(subjects, question)
        guard comparison.year != nil else {
            throw .output(Words("所列机关或地区没有共同的年度", "there is no year that all of them have"))
        }
        if let table = format.table {
            writeOutput(comparison.table(common.language).text(table))
        } else {
            writeOutput(comparison.json(common.language).pretty)
        }
    }
}
