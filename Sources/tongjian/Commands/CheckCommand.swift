import ArgumentParser
import Checks
import FilingInterchange
import Filings
import Foundation
import Publishing

extension Severity: ExpressibleByArgument {}

struct CheckCommand: FilingCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl, csv, sarif }
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
        commandName: "check", abstract: "核查报告内部、年度之间与机关之间的问题。Checks within filings, between years and between organs.",
        discussion: """
            Findings a waiver dismisses or explains are kept, marked, and do not count for the exit status. \
            tongjian explain RULE tells what a rule verifies; tongjian list checks lists them.
            """)

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "Only these rules, separated by commas.")
    var rules: String?

    @Option(help: "text, json, jsonl, csv or sarif (SARIF 2.1.0).")
    var format = Format.text

    @Option(help: "From which severity on the exit status is 1: error, warning or never.")
    var failOn = Threshold.error

    @Option(help: "Who must file: a CSV with the columns organ, district, function, from, to.")
    var register: String?

    @Option(help: "What people decided about findings: a YAML file with waivers.")
    var waivers: String?

    @Option(
        name: .customLong("on"),
        help: "The day, as 2026-03-01, on which expiry of waivers is judged; today unless given.")
    var day: String?

    @Option(help: "A folder for lists of what each organ has to put right, as CSV and page.")
    var rectification: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let day, !CalendarDay.isWellFormed(day) {
            throw ValidationError("--on takes a day as 2026-03-01, not \(day).")
        }
    }

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let rules = try givenRules()
        let writer = rectification.map { BundleWriter(target: $0, force: false) }
        do { try writer?.verify() } catch { throw .output(error.words) }
        let given = (
            register: try register.map { path throws(RunError) in try SettingsLoader.register(path: path) },
            waivers: try givenWaivers()
        )
        let result = try pipeline.readFilings(withSections: true)
        let set = FilingSet(result.filings)
        let register = given.register ?? result.settings.register
        var waivers = result.settings.waivers
        waivers.add(given.waivers)
        let outcome = waivers.apply(
            to: pipeline.findings(in: set, rules: chosenRules(rules, register)), on: day ?? Self.today)
        write(outcome.findings)
        try writeLists(outcome.findings, writer)
        pipeline.console.report(result.summary)
        if let register { pipeline.console.say(FilingCoverage(of: register, in: set).summary) }
        pipeline.console.report(outcome, isWhole: rules == nil)
        return outcome.findings.contains { failOn.includes($0.severity) && !$0.isSettled } ? .findings : .done
    }

    private func givenWaivers() throws(RunError) -> Waivers {
        guard let waivers else { return Waivers() }
        return try SettingsLoader.waivers(path: waivers, name: SettingsLoader.publicName(waivers))
    }

    /// The local calendar's day; only the expiry of waivers is compared with it.
    private static var today: String {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(parts.year!)-\(two(parts.month!))-\(two(parts.day!))"
    }

    private func givenRules() throws(RunError) -> [String]? {
        guard let rules else { return nil }
        return try listed(rules, option: "--rules", Words("规则", "rule"), among: AllChecks.all.map(\.id))
    }

    private func chosenRules(_ ids: [String]?, _ register: Register?) -> [any Check] {
        AllChecks.all(register: register).filter { ids?.contains($0.id) ?? true }
    }

    private func write(_ findings: [Finding]) {
        switch format {
        case .text:
            writeOutput(FindingText.text(of: findings, language: common.language, width: TerminalText.terminalWidth))
        case .json: writeOutput(FindingJSON.document(findings).pretty)
        case .jsonl: writeOutput(findings.map { FindingJSON.value($0).compact + "\n" }.joined())
        case .csv: writeOutput(FindingText.csv(of: findings))
        case .sarif:
            writeOutput(FindingSARIF.document(findings, rules: AllChecks.all, language: common.language).pretty)
        }
    }

    private func writeLists(_ findings: [Finding], _ writer: BundleWriter?) throws(RunError) {
        guard let writer else { return }
        let library: ReportLibrary
        do { library = try ReportLibrary() } catch { throw .configuration(error) }
        do {
            try writer.write(RectificationList(findings, language: common.language, library: library).files())
        } catch {
            throw .output(error.words)
        }
    }
}
