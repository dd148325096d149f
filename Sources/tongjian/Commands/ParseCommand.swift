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
        var isFirst = true
        let summary = try pipeline.forEachFilings { filings in
            write(filings, isFirst: isFirst, jobs: pipeline.options.jobs)
            isFirst = isFirst && filings.isEmpty
        }
        if format == .json { writeOutput("\n]\n") }
        pipeline.console.remark(on: summary, isVerbose: common.verbose)
        return .done
    }

    /// So many filings are written at once.
    private static let batch = 256

    /// Each filing with the findings that concern it alone.
    private func write(_ filings: [Filing], isFirst: Bool, jobs: Int) {
        guard !filings.isEmpty else { return }
        if format == .csv {
            if isFirst { writeOutput(FilingCSV.header(detail: detail)) }
            return writeOutput(FilingCSV.rows(of: filings, detail: detail))
        }
        for start in stride(from: 0, to: filings.count, by: Self.batch) {
            let count = min(Self.batch, filings.count - start)
            let lines = ConcurrentMap.values(count: count, jobs: jobs) { line(of: filings[start + $0]) }
            for (index, line) in lines.enumerated() {
                let front = format == .jsonl ? "" : isFirst && start + index == 0 ? "[\n" : ",\n"
                writeOutput(front + line + (format == .jsonl ? "\n" : ""))
            }
        }
    }

    private func line(of filing: Filing) -> String {
        let findings = AllChecks.findings(in: FilingSet([filing]))
        return FilingJSON.value(of: filing, findings: findings, detail: detail).compact
    }
}
