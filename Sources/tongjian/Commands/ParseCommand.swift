import ArgumentParser
import Checks
import FilingInterchange
import Filings

struct ParseCommand: FilingCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, json, csv }

    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "年度报告转为数据。Filings as data, in the order of inputs.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "jsonl, json or csv.")
    var format = Format.jsonl

    @Flag(help: "Add cells with state, characters and place, sections and evidence.")
    var detail = false

    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let result = try pipeline.readFilings()
        if format == .csv {
            writeOutput(FilingCSV.text(of: result.filings, detail: detail))
        } else {
            write(result.filings)
        }
        pipeline.console.remark(on: result.summary, isVerbose: common.verbose)
        return .done
    }

    /// Each filing with the findings that concern it alone.
    private func write(_ filings: [Filing]) {
        if format == .json { writeOutput("[\n") }
        for (index, filing) in filings.enumerated() {
            let findings = AllChecks.findings(in: FilingSet([filing]))
            let line = FilingJSON.value(of: filing, findings: findings, detail: detail).compact
            let isLast = index == filings.count - 1
            writeOutput(line + (format == .json && !isLast ? ",\n" : "\n"))
        }
        if format == .json { writeOutput("]\n") }
    }
}
