import ArgumentParser
import ChartGrammar
import Charting
import Filings
import Foundation
import Publishing

struct ChartCommand: FilingCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "画一张图。Draws one chart as PNG, SVG, PDF or Vega-Lite, by the ending of --output."
    )

    @Argument(help: "A shipped chart's name, or a definition file (.yml), then files, folders or parsed filings.")
    var arguments: [String]

    @Option(help: "The file to write: .png, .svg, .pdf or .vl.json (Vega-Lite).")
    var output: String

    @Option(help: "What to write, whatever the ending: png, svg, pdf or vega-lite.")
    var format: ChartFormat?

    @OptionGroup var style: ChartStyleOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    var inputs: [String] { Array(arguments.dropFirst()) }

    func validate() throws {
        guard arguments.count >= 2 else { throw ValidationError("Name a chart and at least one input.") }
        guard format ?? ChartFormat(file: output) != nil else {
            throw ValidationError("--output must end in .png, .svg, .pdf or .vl.json, not “\(output)”.")
        }
    }

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let definition = try definition(arguments[0])
        let scope = try pipeline.chartScope(selection, common.language)
        guard let chart = ChartBuilder(definition, over: scope).chart(theme: style.theme.theme, isSlide: style.isSlide)
        else {
            throw .output(Words("所选报告中没有可画的数据", "the selected filings hold nothing that this chart could show"))
        }
        try write(style.fitted(chart))
        return .done
    }

    private func definition(_ name: String) throws(RunError) -> ChartDefinition {
        guard Definitions.isFile(name) else {
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
            let bytes = try ChartPainter().file(
                chart, as: format ?? ChartFormat(file: output) ?? .png, scale: style.scale,
                hasLiveText: style.svgText == .live)
            try AtomicFile.write(bytes, to: output)
        } catch {
            throw .output(error.words)
        }
    }
}
