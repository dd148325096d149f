import ArgumentParser
import ChartGrammar
import Charting
import Filings
import Foundation
import Publishing

struct GalleryCommand: FilingCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery",
        abstract: "画出全部图。Draws every chart that the filings can fill, one file each and format, into a folder.")

    @Argument(help: "Files, folders or parsed filings.")
    var inputs: [String]

    @Option(help: "The folder to write to; made if it is not there.")
    var output: String

    @Option(parsing: .upToNextOption, help: "png, svg, pdf, vega-lite; several are allowed.")
    var format = [ChartFormat.png]

    @OptionGroup var style: ChartStyleOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var common: CommonOptions

    func run(_ pipeline: Pipeline) throws(RunError) -> ExitStatus {
        let library = try Definitions.charts(definitions.definitions)
        let scope = try pipeline.chartScope(selection, common.language)
        let charts = library.definitions.compactMap {
            ChartBuilder($0, over: scope).chart(theme: style.theme.theme, isSlide: style.isSlide)
        }
        let drawn = Set(charts.map(\.name))
        let empty = library.definitions.map(\.name).filter { !drawn.contains($0) }
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        } catch {
            throw .output(Words("无法建立文件夹 \(output)", "the folder \(output) cannot be made"))
        }
        do throws(PublishingError) {
            let painter = try ChartPainter()
            for chart in charts.map(style.fitted) {
                for format in format {
                    let bytes = try painter.file(
                        chart, as: format, scale: style.scale, hasLiveText: style.svgText == .live)
                    try AtomicFile.write(bytes, to: "\(output)/\(chart.name).\(format.ending)")
                }
            }
        } catch {
            throw .output(error.words)
        }
        if !empty.isEmpty {
            let names = empty.joined(separator: ", ")
            pipeline.console.say(Words("没有数据可画：\(names)", "nothing to draw for: \(names)"))
        }
        return .done
    }
}

extension ChartFormat: ExpressibleByArgument {}
