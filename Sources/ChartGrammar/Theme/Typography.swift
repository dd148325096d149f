/// Type of each role of a chart. Sizes are those of the 1200 x 700 canvas times the canvas's text scale; nothing is set
/// smaller than 12 points on a page.
struct Typography {
    let theme: Theme
    let scale: Double
    /// Across a room nothing under 16 is read; head and foot have sizes of their own.
    var isSlide = false

    private func style(_ size: Double, _ weight: FontWeight, _ color: SceneColor) -> TextStyle {
        TextStyle(max(size * scale, min(size, 12)), weight, color)
    }

    var headline: TextStyle {
        TextStyle(isSlide ? 42 : 30 * scale, .bold, theme.text, face: theme.headlineFace)
    }
    var subtitle: TextStyle { style(17, .regular, theme.textSecondary) }
    var label: TextStyle { style(16, .regular, theme.text) }
    var value: TextStyle { style(17, .bold, theme.text) }
    var segment: TextStyle { style(15, .regular, theme.text) }
    var highlight: TextStyle { style(19, .bold, theme.accent) }
    var tick: TextStyle { style(15, .regular, theme.textMuted) }
    var category: TextStyle { style(15, .regular, theme.textSecondary) }
    var latest: TextStyle { style(15, .bold, theme.textSecondary) }
    var count: TextStyle { style(13.5, .regular, theme.textMuted) }
    var legend: TextStyle { style(14.5, .regular, theme.textSecondary) }
    var note: TextStyle { style(isSlide ? 16 / scale : 13.5, .regular, theme.textMuted) }
    var wordmark: TextStyle { note.with(.bold) }
}

extension TextStyle {
    func with(_ weight: FontWeight? = nil, _ color: SceneColor? = nil, size: Double? = nil) -> TextStyle {
        TextStyle(size ?? self.size, weight ?? self.weight, color ?? self.color, face: face)
    }
}
