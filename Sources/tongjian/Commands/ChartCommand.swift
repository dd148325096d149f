import ArgumentParser
import ChartGrammar
import Charting
import Filings
import Foundation
import Publishing

struct ChartCommand: FilingCommand {
    enum ThemeName: String, CaseIterable, ExpressibleByArgument {
        case light, dark, print

        var theme: Theme {
            switch self {
            case .light: .light
            case .dark: .dark
            case .print: .print
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "画一张图。Draws one chart as PNG, SVG or PDF, by the ending of --output.")

    @Argument(help: "A shipped chart's name, or a definition file (.yml), then files, folders or parsed filings.")
    var arguments: [String]

    @Option(help: "The file to write: .png, .svg or .pdf.")
    var output: String

    @Option(help: "light, dark or print.")
    var theme = ThemeName.light

    @Option(help: "Pixels per point of a PNG.")
    var scale = 2.0

    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { Array(arguments.dropFirst()) }

    func validate() throws {
        guard arguments.count >= 2 else { throw ValidationError("Name a chart and at least one input.") }
        guard (0.5...8).contains(scale) else { throw ValidationError("--scale takes 0.5 to 8, not \(scale).") }
        guard ["png", "svg", "pdf"].contains(ending) else {
            throw ValidationError("--output must end in .png, .svg or .pdf, not “\(output)”.")
        }
    }

    private var ending: String { output.split(separator: ".").last.map { $0.lowercased() } ?? "" }

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let definition = try definition(arguments[0])
        let (filter, years) = try selection.parsed()
        let columns = pipeline.columns(of: FilingSet(try pipeline.readFilings().filings))
        let scope = ChartScope(
            filings: columns, filter: filter, years: years, subject: ChartScope.mainArea(of: columns, filter: filter),
            language: common.language)
        guard let chart = ChartBuilder(definition, over: scope).chart(theme: theme.theme) else {
            throw .output(Words("所选报告中没有可画的数据", "the selected filings hold nothing that this chart could show"))
        }
        try write(chart)
        return .done
    }

    private func definition(_ name: String) throws(RunError) -> ChartDefinition {
        guard name.hasSuffix(".yml") || name.hasSuffix(".yaml") else {
            let library = try Definitions.charts(definitions.definitions)
            guard let found = library.definition(name) else {
                throw .arguments([Unknown.word(name, Words("图", "chart"), library.definitions.map(\.name))])
            }
            return found
        }
        let text = try Definitions.text(of: name)
        do {
            return try ChartDefinition(text: text, file: name)
        } catch {
            throw .configuration(error)
        }
    }

    private func write(_ chart: DrawableChart) throws(RunError) {
        do {
            let painter = try ChartPainter()
            let scene = try painter.scene(chart)
            let bytes: [UInt8] =
                switch ending {
                case "png": try painter.png(scene, scale: scale)
                case "svg": try painter.svg(scene)
                default: try painter.pdf(scene)
                }
            try AtomicFile.write(bytes, to: output)
        } catch {
            throw .output(error.words)
        }
    }
}
