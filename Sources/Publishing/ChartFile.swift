import CairoDrawing
import ChartGrammar
import Charting

extension ChartPainter {
    /// A chart as the bytes of a file.
    package func file(
        _ chart: DrawableChart, as format: ChartFormat, scale: Double, hasLiveText: Bool
    ) throws(PublishingError) -> [UInt8] {
        if format == .vegaLite { return Array(VegaLite.text(chart).utf8) }
        let scene = try scene(chart)
        return switch format {
        case .png: try png(scene, scale: scale)
        case .svg where hasLiveText: Array(SVGTextRenderer(idPrefix: chart.name).render(scene).utf8)
        case .svg: try svg(scene)
        case .pdf, .vegaLite: try pdf(scene)
        }
    }
}
