import CairoDrawing
import ChartGrammar
import Charting
import Filings

/// Lays charts out with the fonts that will draw them, and draws them. One thread at a time.
package final class ChartPainter {
    private let renderer: Renderer
    private let measurer: PangoTextMeasurer
    /// Of this machine: those of official documents where they are installed.
    package let fonts: OfficialFonts

    /// Fails with the package to install when a font family is missing.
    package init(installed: [String] = InstalledFamilies.names()) throws(PublishingError) {
        fonts = OfficialFonts(installed: installed)
        do {
            renderer = try Renderer(families: fonts.chartFamilies)
            measurer = try PangoTextMeasurer(families: fonts.chartFamilies)
        } catch {
            throw .drawing(Words(error.zh, error.en))
        }
    }

    package func scene(_ chart: DrawableChart) throws(PublishingError) -> Scene {
        do {
            return try compile(chart.spec, chart.table, measurer: measurer)
        } catch {
            let zh = error.errors.map(\.zh).joined(separator: "；")
            let en = error.errors.map(\.en).joined(separator: "; ")
            throw .drawing(Words("图 \(chart.name)：\(zh)", "chart \(chart.name): \(en)"))
        }
    }

    package func png(_ scene: Scene, scale: Double = 2) throws(PublishingError) -> [UInt8] {
        do { return try renderer.png(scene, scale: scale) } catch { throw .drawing(Words(error.zh, error.en)) }
    }

    package func svg(_ scene: Scene) throws(PublishingError) -> [UInt8] {
        do { return try renderer.svg(scene) } catch { throw .drawing(Words(error.zh, error.en)) }
    }

    package func pdf(_ scene: Scene) throws(PublishingError) -> [UInt8] {
        do { return try renderer.pdf(scene) } catch { throw .drawing(Words(error.zh, error.en)) }
    }
}
