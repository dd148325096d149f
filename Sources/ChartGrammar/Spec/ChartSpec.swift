/// What to draw from a `ChartTable`: mark, encoding, words, and the look.
package struct ChartSpec: Hashable, Sendable {
    package var mark: MarkSpec
    package var encoding: Encoding
    /// Done to the table in order before anything is drawn of it.
    package var transforms: [TransformSpec] = []
    package var titles: ChartTitles
    /// Series in drawing order with their roles; series of the table not listed follow in order of appearance.
    package var series: [SeriesSpec]
    package var breaks: [FormBreak]
    package var reference: ReferenceLine?
    package var bracket: Bracket?
    /// Of a funnel plot: its control limits, by ascending denominator.
    package var limits: [ControlLimits] = []
    /// Of a slide.
    package var sideFigures: [SideFigure] = []
    /// Rows with a smaller denominator are marked, and set apart where rows are ranked. Nil: no such limit.
    package var smallDenominator: Int?
    package var size: ChartSize
    package var theme: Theme
    package var language: ChartLanguage
    /// Title and description for those who do not see the picture; nil: headline, and subtitle with notes.
    package var alternative: TextAlternative?

    package init(
        mark: MarkSpec, encoding: Encoding, titles: ChartTitles, series: [SeriesSpec] = [], breaks: [FormBreak] = [],
        reference: ReferenceLine? = nil, bracket: Bracket? = nil, smallDenominator: Int? = nil,
        size: ChartSize = .standard, theme: Theme = .light, language: ChartLanguage = .zh,
        alternative: TextAlternative? = nil
    ) {
        self.mark = mark
        self.encoding = encoding
        self.titles = titles
        self.series = series
        self.breaks = breaks
        self.reference = reference
        self.bracket = bracket
        self.smallDenominator = smallDenominator
        self.size = size
        self.theme = theme
        self.language = language
        self.alternative = alternative
    }
}

package enum ChartLanguage: String, Hashable, Sendable, CaseIterable { case zh, en }

package struct TextAlternative: Hashable, Sendable {
    package var title: String
    package var description: String

    package init(title: String, description: String) {
        self.title = title
        self.description = description
    }
}

package struct MarkSpec: Hashable, Sendable {
    /// The last ones are composites: drawn from lines, bars, points and text.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case line, area, bar, point, cell, tile
        case slope, bump, facet, change, waterfall, funnel, flow, table
    }
    package enum Orientation: String, Hashable, Sendable, CaseIterable { case vertical, horizontal }
    package enum Stack: String, Hashable, Sendable, CaseIterable { case none, zero, normalize }

    package var kind: Kind
    package var orientation: Orientation
    /// Of bars: side by side, counts on each other, or shares of 100 %.
    package var stack: Stack
    /// Horizontal marks: whether the denominators stand in a column left of the plot.
    package var showsDenominator: Bool
    /// Small multiples: whether the change on the year before stands beside each name.
    package var showsChange = false

    package init(
        _ kind: Kind, orientation: Orientation = .vertical, stack: Stack = .none, showsDenominator: Bool = true
    ) {
        self.kind = kind
        self.orientation = orientation
        self.stack = stack
        self.showsDenominator = showsDenominator
    }

    package static let line = MarkSpec(.line)
    /// One bar a series, side by side.
    package static let groupedBar = MarkSpec(.bar)
    package static let stackedBar = MarkSpec(.bar, stack: .zero)
    package static let normalizedBar = MarkSpec(.bar, stack: .normalize)
    /// Names left, bars, values right.
    package static let rankedBar = MarkSpec(.bar, orientation: .horizontal)
    /// Dots with intervals, one row a name.
    package static let rankedPoint = MarkSpec(.point, orientation: .horizontal)
    /// Shares of 100 % from left to right, one row a name.
    package static let rankedShare = MarkSpec(.bar, orientation: .horizontal, stack: .normalize)
    package static let cell = MarkSpec(.cell)
}

package struct ChartTitles: Hashable, Sendable {
    package var headline: String
    package var subtitle: String
    /// Definition, denominator, break, what is left out; set one after another behind "注：".
    package var notes: [String]
    package var source: String
    package var wordmark: String

    package init(
        headline: String, subtitle: String = "", notes: [String] = [], source: String = "", wordmark: String = "通鉴"
    ) {
        self.headline = headline
        self.subtitle = subtitle
        self.notes = notes
        self.source = source
        self.wordmark = wordmark
    }
}
