import ArgumentParser
import Charting
import Checks
import Filings
import Foundation
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
            ConsoleReporter(language: language, isQuiet: false).complain(error.lines(language))
            throw ExitCode(error.exitStatus.rawValue)
        }
    }

    private func rows() throws(RunError) -> [(String, String)] {
        switch kind {
        case .measures:
            Measures.all.map {
                ($0.code, language == .zh ? "表\($0.table.rawValue) \($0.line) \($0.column)（\($0.unit)）" : $0.english)
            }
        case .indicators:
            (AllIndicators.all + (try indicators.map(MetricChoices.file)?.indicators ?? [])).map {
                ($0.id, "\($0.name[language])（\($0.unit.words[language])）")
            }
        case .comparisons:
            AllComparisons.all.map { ($0.id, $0.name[language] + Words("：", ": ")[language] + $0.meaning[language]) }
        case .checks: AllChecks.all.map { ($0.id, $0.name[language]) }
        case .charts: try Definitions.charts(definitions.definitions).definitions.map { ($0.name, $0.title[language]) }
        case .reports:
            try Definitions.reports(definitions.definitions).definitions.map { ($0.name, $0.title[language]) }
        case .formats: AllFormats.all.map { ($0.id, $0.name[language]) }
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

/// Loads the definitions of a run, with their mistakes as what stops it.
enum Definitions {
    /// The text of a definition file named on the command line.
    static func text(of path: String) throws(RunError) -> String {
        do {
            return String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
        } catch {
            throw .unreadable(path: path, reason: error.message)
        }
    }

    private static func verify(_ folder: String?) throws(RunError) {
        guard let folder else { return }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .unreadable(path: folder, reason: Words("没有这个定义文件夹", "no such folder of definitions"))
        }
    }

    static func charts(_ folder: String?) throws(RunError) -> ChartLibrary {
        try verify(folder)
        do { return try ChartLibrary(folder: folder) } catch { throw .configuration(error) }
    }

    static func reports(_ folder: String?) throws(RunError) -> ReportLibrary {
        try verify(folder)
        do { return try ReportLibrary(folder: folder) } catch { throw .configuration(error) }
    }
}
