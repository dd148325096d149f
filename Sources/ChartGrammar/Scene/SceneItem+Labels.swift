extension SceneItem {
    /// Text whose digits are centred on `y`.
    static func label(
        _ string: String, _ x: Double, _ y: Double, _ anchor: SceneText.Anchor, _ style: TextStyle
    ) -> SceneItem {
        .text(SceneText(string, x: x, baseline: y + EmBox.middle * style.size, anchor: anchor, style: style))
    }
}
