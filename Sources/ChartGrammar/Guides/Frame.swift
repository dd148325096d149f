/// The rectangle left for axes, marks and their labels.
struct PlotArea: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
}

/// Head and foot of a chart or slide: accent rule, headline, subtitle; rule, notes, source, wordmark.
struct Frame {
    private(set) var items: [SceneItem] = []
    private(set) var plot: PlotArea
    private let chart: ResolvedChart
    private let metrics: FrameMetrics

    init(_ chart: ResolvedChart) {
        self.chart = chart
        let size = chart.spec.size
        metrics = size.isSlide ? .slide : .chart
        if size.isPlotOnly {
            plot = PlotArea(left: 2, top: 2, right: size.width - 2, bottom: size.height - 2)
            return
        }
        plot = PlotArea(
            left: metrics.margin, top: metrics.plotTop, right: size.width - metrics.margin, bottom: size.height)
        items = [.group(name: "head", head()), .group(name: "foot", foot())]
        if size.isSlide, !chart.spec.sideFigures.isEmpty {
            items.append(.group(name: "side", SidePanel(chart: chart, area: plot).items()))
            plot.right = plot.left + SidePanel.chartWidth
        }
    }

    var emptyNotice: SceneItem {
        .text(
            SceneText(
                chart.words.noData, x: (plot.left + plot.right) / 2, baseline: (plot.top + plot.bottom) / 2,
                anchor: .middle, style: chart.type.label.with(nil, chart.theme.textMuted)))
    }

    var alternative: TextAlternative {
        let titles = chart.spec.titles
        let note = noteText.isEmpty ? [] : [noteText]
        let separator = chart.spec.language == .zh ? "。" : ". "
        return TextAlternative(
            title: titles.headline,
            description: ([titles.subtitle] + note).filter { !$0.isEmpty }.joined(separator: separator))
    }

    // MARK: Head

    /// The headline stands at 30 (42 on a slide), shrinks to four fifths, then takes two lines, then as many as it needs.
    private func headlineLines() -> (lines: [String], style: TextStyle) {
        let style = chart.type.headline
        let text = chart.spec.titles.headline
        let width = chart.width(text, style)
        if width <= plot.width { return ([text], style) }
        let small = style.with(size: style.size * 0.8)
        if width * 0.8 <= plot.width {
            return ([text], style.with(size: (style.size * plot.width / width * 10).rounded(.down) / 10))
        }
        let breaker = chart.breaker(small)
        return (breaker.balancedPair(text, limit: plot.width) ?? breaker.lines(text, limit: plot.width), small)
    }

    private mutating func head() -> [SceneItem] {
        var items: [SceneItem] = [
            .rect(
                SceneRect(
                    x: plot.left, y: metrics.ruleTop, width: metrics.ruleWidth, height: metrics.ruleHeight,
                    fill: .solid(chart.theme.accent)))
        ]
        let (lines, style) = headlineLines()
        var baseline = metrics.headline - (lines.count > 1 ? 6 : 0)
        for line in lines {
            items.append(.text(SceneText(line, x: plot.left, baseline: baseline, style: style)))
            baseline += style.size * 1.3
        }
        baseline += metrics.subtitleStep - style.size * 1.3
        let subtitle = chart.breaker(chart.type.subtitle)
        for line in subtitle.lines(chart.spec.titles.subtitle, limit: plot.width) {
            items.append(.text(SceneText(line, x: plot.left, baseline: baseline, style: chart.type.subtitle)))
            baseline += metrics.subtitleLeading
        }
        plot.top = max(metrics.plotTop, baseline)
        return items
    }

    // MARK: Foot

    private var noteText: String {
        var notes = chart.spec.titles.notes.filter { !$0.isEmpty }
        notes += chart.notes
        guard !notes.isEmpty else { return "" }
        return chart.words.note + notes.joined(separator: chart.spec.language == .zh ? "" : " ")
    }

    /// Grows upward from the lower edge.
    private mutating func foot() -> [SceneItem] {
        let size = chart.spec.size
        let titles = chart.spec.titles
        let style = chart.type.note
        let breaker = chart.breaker(style)
        let wordmarkWidth = chart.width(titles.wordmark, chart.type.wordmark)
        let source = titles.source.isEmpty ? "" : chart.words.source + titles.source
        var items: [SceneItem] = [
            .text(
                SceneText(
                    titles.wordmark, x: plot.right, baseline: size.height - metrics.foot, anchor: .end,
                    style: chart.type.wordmark))
        ]
        var baseline = size.height - metrics.foot
        var topBaseline = baseline
        let blocks = [
            breaker.lines(source, limit: plot.width - wordmarkWidth - 24), breaker.lines(noteText, limit: plot.width),
        ]
        for lines in blocks where !lines.isEmpty {
            for line in lines.reversed() {
                items.append(.text(SceneText(line, x: plot.left, baseline: baseline, style: style)))
                topBaseline = baseline
                baseline -= metrics.noteLeading
            }
            baseline -= 2
        }
        plot.bottom = topBaseline - metrics.noteLeading - 1
        items.append(
            .path(.line(plot.left, plot.bottom, plot.right, plot.bottom, SceneStroke(chart.theme.grid, 1))))
        return items
    }
}
