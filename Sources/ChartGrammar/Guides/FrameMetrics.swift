/// Where head and foot of a chart or a slide stand, in points.
struct FrameMetrics: Hashable, Sendable {
    /// Left and right.
    var margin: Double
    /// The accent rule: upper edge and size.
    var ruleTop: Double
    var ruleWidth: Double
    var ruleHeight: Double
    /// Baseline of a headline of one line, and from there to the subtitle.
    var headline: Double
    var subtitleStep: Double
    var subtitleLeading: Double
    /// From the last subtitle to the next thing; the plot begins no higher than `plotTop`.
    var plotTop: Double
    /// The last baseline above the lower edge, and from line to line.
    var foot: Double
    var noteLeading: Double

    static let chart = FrameMetrics(
        margin: 48, ruleTop: 34, ruleWidth: 44, ruleHeight: 5, headline: 78, subtitleStep: 31, subtitleLeading: 25,
        plotTop: 134, foot: 20, noteLeading: 21)
    static let slide = FrameMetrics(
        margin: 64, ruleTop: 48, ruleWidth: 56, ruleHeight: 6, headline: 116, subtitleStep: 39, subtitleLeading: 31,
        plotTop: 187, foot: 28, noteLeading: 23)
}
