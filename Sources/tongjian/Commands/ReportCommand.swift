import ArgumentParser
import Checks
import Filings
import Foundation
import Publishing

struct ReportCommand: FilingCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "生成成果包：页面、图、表、数据与清单。Writes a summary bundle: page, charts, tables, data, manifest.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "A shipped report's name, or a definition file (.yml).")
    var report = "annual-oversight"

    @Option(help: "The bundle's folder.")
    var output = "bundle"

    @Flag(help: "Replace an existing folder even if it is no bundle.")
    var force = false

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--output takes a folder.") }
    }

    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let library = try Definitions.reports(definitions.definitions)
        let definition = try definition(in: library)
        let (filter, years) = try selection.parsed()
        guard !coversInput else {
            throw .output(
                Words(
                    "输出文件夹 \(output) 包含输入，写出会覆盖原始报告；请换一个路径",
                    "the output \(output) holds the inputs and would replace them; choose another path"))
        }
        let writer = BundleWriter(target: output, force: force)
        do { try writer.verify() } catch { throw .output(error.words) }

        let read = try pipeline.readFilings(withSections: true)
        let set = FilingSet(read.filings)
        let findings = pipeline.findings(in: set, rules: AllChecks.all(register: read.settings.register))
        let columns = pipeline.columns(of: set)
        pipeline.console.remark(on: filter, over: columns)
        let input = ReportInput(
            set: set, columns: columns, findings: findings, filter: filter, years: years, language: common.language)
        guard !input.set.filings.isEmpty else { throw .nothingSelected }
        let options = [
            ("where", selection.condition ?? ""), ("years", selection.years ?? ""),
            ("language", common.language.rawValue),
        ]
        let result: ReportBuilder.Result
        do {
            result = try ReportBuilder(definition, library: library, input: input, options: options).build()
            try writer.write(result.files)
        } catch {
            throw .output(error.words)
        }
        say(read.summary, findings, result, pipeline.console)
        return .done
    }

    /// A shipped report by name, or a definition file.
    private func definition(in library: ReportLibrary) throws(RunError) -> ReportDefinition {
        guard Definitions.isFile(report) else {
            guard let found = library.definition(report) else {
                throw .arguments([Unknown.word(report, Words("报告", "report"), library.definitions.map(\.name))])
            }
            return found
        }
        let text = try Definitions.text(of: report)
        do {
            return try ReportDefinition(text: text, file: report, charts: library.charts.definitions.map(\.name))
        } catch {
            throw .configuration(error)
        }
    }

    /// Whether an input lies in the folder that would be replaced.
    private var coversInput: Bool {
        func path(_ text: String) -> String {
            URL(fileURLWithPath: text).standardizedFileURL.resolvingSymlinksInPath().path
        }
        let target = path(output)
        return inputs.contains { path($0) == target || path($0).hasPrefix(target + "/") }
    }

    private func say(
        _ summary: ReadSummary, _ findings: [Finding], _ result: ReportBuilder.Result, _ console: ConsoleReporter
    ) {
        console.report(summary)
        let counts = Severity.allCases.map { severity in findings.count { $0.severity == severity } }
        console.say(
            Words(
                "核查：不符 \(counts[0]) 项，断点 \(counts[1]) 项，提示 \(counts[2]) 项",
                "checks: \(counts[0]) contradictions, \(counts[1]) breaks, \(counts[2]) hints"))
        console.say(
            Words(
                "写出 \(result.files.count) 个文件，其中图 \(result.chartCount) 幅",
                "wrote \(result.files.count) files with \(result.chartCount) charts"))
        console.say(Words("成果包标识 \(result.digest)", "bundle \(result.digest)"))
        let page = URL(fileURLWithPath: output + "/index.html").standardizedFileURL.path
        console.say(Words("打开：\(page)", "open: \(page)"))
    }
}
