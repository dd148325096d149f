/// A series and its role; the role decides the colour in every theme.
package struct SeriesSpec: Hashable, Sendable {
    /// The value of the colour field.
    package var name: String
    /// What is printed; nil: the name.
    package var label: String?
    package var role: PaletteRole

    package init(_ name: String, role: PaletteRole, label: String? = nil) {
        self.name = name
        self.label = label
        self.role = role
    }
}

package enum PaletteRole: Hashable, Sendable {
    /// The subject of the chart: accent colour, strong line.
    case subject
    /// Grey company.
    case context
    case accent
    case alert
    case total
    /// A fourth line colour, when accent, alert and total are taken.
    case second
    /// 0...5: 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理.
    case outcome(Int)
    case increase
    case decrease
    case carriedForward
}

/// A change of the form between two years: no line, no change computed across it.
package struct FormBreak: Hashable, Sendable {
    /// The last year before the break; the break lies between it and the next.
    package var after: Int
    /// "2021 年启用新表式"
    package var label: String

    package init(after: Int, label: String = "") {
        self.after = after
        self.label = label
    }
}

package struct ReferenceLine: Hashable, Sendable {
    package var value: Double
    /// With its value: "全市 52.2%".
    package var label: String

    package init(value: Double, label: String) {
        self.value = value
        self.label = label
    }
}

/// Where the values of a funnel plot lie by chance alone at one denominator, in the unit of the axis.
package struct ControlLimits: Hashable, Sendable {
    package var n: Int
    /// 95 %.
    package var inner: ClosedRange<Double>
    /// 99.8 %.
    package var outer: ClosedRange<Double>

    package init(n: Int, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
        self.n = n
        self.inner = inner
        self.outer = outer
    }
}

/// A bracket at the last column of a stack over some of its first series, with their sum: 公开率 48.0%.
package struct Bracket: Hashable, Sendable {
    package var series: [String]
    package var label: String
    package var value: String

    package init(series: [String], label: String, value: String) {
        self.series = series
        self.label = label
        self.value = value
    }
}

/// Canvas and type scale. Redraw at a size, never scale a finished picture.
package struct ChartSize: Hashable, Sendable {
    package var width: Double
    package var height: Double
    /// Factor on the type sizes of the 1200 x 700 chart.
    package var textScale: Double
    /// Without head and foot: on a page they are text of the page.
    package var isPlotOnly: Bool
    /// A page of 16:9 with large type, the chart left and at most three numbers beside it.
    package var isSlide: Bool

    package init(
        width: Double, height: Double, textScale: Double = 1, isPlotOnly: Bool = false, isSlide: Bool = false
    ) {
        self.width = width
        self.height = height
        self.textScale = textScale
        self.isPlotOnly = isPlotOnly
        self.isSlide = isSlide
    }

    package static let standard = ChartSize(width: 1200, height: 700)
    package static let bars = ChartSize(width: 1200, height: 640)
    package static let heatmap = ChartSize(width: 1200, height: 760)
    package static let webWide = ChartSize(width: 820, height: 420, textScale: 0.92, isPlotOnly: true)
    package static let webNarrow = ChartSize(width: 358, height: 360, textScale: 0.84, isPlotOnly: true)
    package static let slide = ChartSize(width: 1280, height: 720, textScale: 1.32, isSlide: true)
    package static let a4Figure = ChartSize(width: 640, height: 331, textScale: 0.88, isPlotOnly: true)
}
