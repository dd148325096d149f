import ArgumentParser
import Checks
import FilingInterchange
import Filings

extension Severity: ExpressibleByArgument {}

struct CheckCommand: FilingCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, csv }
    enum Threshold: String, CaseIterable, ExpressibleByArgument {
        case error, warning, never

        /// Whether a finding of this severity makes the exit status 1.
        func includes(_ severity: Severity) -> Bool {
            switch self {
            case .error: severity == .error
            case .warning: severity <= .warning
            case .never: false
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "核查勾稽关系与跨年衔接。Checks arithmetic, prose and the carry between years.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "Only these rules, separated by commas.")
    var rules: String?

    @Option(help: "text, json, jsonl or csv.")
    var format = Format.text

    @Option(help: "From which severity on the exit status is 1: error, warning or never.")
    var failOn = Threshold.error

    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let rules = try chosenRules()
        let result = try pipeline.readFilings()
        let findings = pipeline.findings(in: FilingSet(result.filings), rules: rules)
        write(findings)
        pipeline.console.report(result.summary)
        return findings.contains { failOn.includes($0.severity) } ? .findings : .done
    }

    private func chosenRules() throws(RunError) -> [any Check] {
        guard let rules else { return AllChecks.all }
        let ids = try listed(rules, option: "--rules")
        let valid = AllChecks.all.map(\.id)
        let unknown = ids.filter { !valid.contains($0) }
        guard unknown.isEmpty else { throw .arguments(unknown.map { Unknown.word($0, Words("规则", "rule"), valid) }) }
        return AllChecks.all.filter { ids.contains($0.id) }
    }

    private func write(_ findings: [Finding]) {
        switch format {
        case .text: writeOutput(FindingText.text(of: findings, language: common.language))
        case .json: writeOutput(FindingJSON.document(findings).pretty)
        case .jsonl: writeOutput(findings.map { FindingJSON.value($0).compact + "\n" }.joined())
        case .csv: writeOutput(FindingText.csv(of: findings))
        }
    }
}
