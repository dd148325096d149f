import ArgumentParser
import ChartGrammar
import Charting

/// How charts look and what they are written as.
struct ChartStyleOptions: ParsableArguments {
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

    /// The canvas: the whole chart with head and foot, or the plot alone as pages and slides set it.
    enum SizeName: String, CaseIterable, ExpressibleByArgument {
        case chart, slide
        case a4Figure = "a4"
        case webWide = "web-wide"
        case webNarrow = "web-narrow"

        var size: ChartSize? {
            switch self {
            case .chart: nil
            case .slide: .slide
            case .a4Figure: .a4Figure
            case .webWide: .webWide
            case .webNarrow: .webNarrow
            }
        }
    }

    /// Whether the text of an SVG is drawn as outlines, the same everywhere, or stays text that can be searched.
    enum SVGText: String, CaseIterable, ExpressibleByArgument { case outlines, live }

    @Option(help: "light, dark or print.")
    var theme = ThemeName.light

    @Option(
        help: """
            chart, slide (a page of 16:9 with up to three numbers), a4, web-wide or web-narrow (the plot alone, without \
            head and foot). Each is laid out anew.
            """)
    var size = SizeName.chart

    @Option(help: "Pixels per point of a PNG.")
    var scale = 2.0

    @Option(help: "Text of an SVG: outlines, or live (searchable, needs the fonts where it is read).")
    var svgText = SVGText.outlines

    var isSlide: Bool { size == .slide }

    func validate() throws {
        guard (0.5...8).contains(scale) else { throw ValidationError("--scale takes 0.5 to 8, not \(scale).") }
    }

    /// The chart at the size that was asked for.
    func fitted(_ chart: DrawableChart) -> DrawableChart {
        var chart = chart
        if let size = size.size { chart.spec.size = chart.fitted(size) }
        return chart
    }
}
