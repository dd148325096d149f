import ArgumentParser
import Charting
import Checks
import Filings
import Ingest
import Metrics
import Publishing

struct ListCommand: ParsableCommand {
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case measures, indicators, comparisons, checks, charts, reports, formats, districts
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "列出名称。Lists measures, indicators, comparisons, checks, charts, reports, formats, districts.")

    @Argument(help: "measures, indicators, comparisons, checks, charts, reports, formats or districts.")
    var kind: Kind

    @OptionGroup var definitions: DefinitionOptions
    @Option(help: "A YAML file with more indicators (indicators:).") var indicators: String?
    @Option(help: "Language: zh or en.") var language = Language.zh

    func run() throws {
        do {
            let rows = try rows()
            let widths = rows.map { EastAsianWidth.width($0.0) }.max() ?? 0
            writeOutput(rows.map { TextTable.padded($0.0, to: widths) + "  " + $0.1 + "\n" }.joined())
        } catch {
            throw ConsoleReporter(language: language, isQuiet: false).stopped(by: error)
        }
    }

    private func rows() throws(RunError) -> [(String, String)] {
        switch kind {
        case .measures:
            Measures.all.map {
                ($0.code, language == .zh ? "表\($0.table.rawValue) \($0.line) \($0.column)（\($0.unit)）" : $0.english)
            }
        case .indicators:
            try Definitions.indicators(indicators).map {
                ($0.id, "\($0.name[language])（\($0.unit.words[language])）")
            }
        case .comparisons:
            AllComparisons.all.map { ($0.id, $0.name[language] + Words("：", ": ")[language] + $0.meaning[language]) }
        case .checks: AllChecks.all.map { ($0.id, $0.name[language]) }
        case .charts: try Definitions.charts(definitions.definitions).definitions.map { ($0.name, $0.title[language]) }
        case .reports:
            try Definitions.reports(definitions.definitions).definitions.map { ($0.name, $0.title[language]) }
        case .formats:
            AllFormats.all.map { ($0.id, $0.name[language]) } + TableIntake.formats.map { ($0.id, $0.name[language]) }
        case .districts:
            DistrictRegistry().all.map {
                (
                    $0.code,
                    "\($0.name) \($0.province)\($0.prefecture.isEmpty ? "" : " " + $0.prefecture) \($0.firstYear.map(String.init) ?? "")-\($0.lastYear.map(String.init) ?? "")"
                )
            }
        }
    }
}
