/// A finished picture as plain values: what to draw, in order, in points from the top left corner.
///
/// Renderers turn it into PNG, SVG or PDF; tests compare it as it is.
package struct Scene: Hashable, Sendable {
    package var width: Double
    package var height: Double
    package var background: SceneColor
    package var items: [SceneItem]
    /// The text alternative: the finding, then the figures and notes.
    package var title: String
    package var description: String
    /// BCP 47: "zh-CN" or "en".
    package var language: String

    package init(
        width: Double, height: Double, background: SceneColor, items: [SceneItem] = [], title: String = "",
        description: String = "", language: String = "zh-CN"
    ) {
        self.width = width
        self.height = height
        self.background = background
        self.items = items
        self.title = title
        self.description = description
        self.language = language
    }

    /// All items in drawing order, groups opened.
    package var flattened: [SceneItem] { items.flatMap(\.flattened) }
}

package indirect enum SceneItem: Hashable, Sendable {
    case rect(SceneRect)
    case path(ScenePath)
    case circle(SceneCircle)
    case text(SceneText)
    /// A named part ("axis", "marks"): for reading a scene and for classes in SVG; it neither moves nor clips.
    case group(name: String, [SceneItem])

    package var flattened: [SceneItem] {
        if case .group(_, let items) = self { items.flatMap(\.flattened) } else { [self] }
    }
}

package struct ScenePoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

package enum SceneFill: Hashable, Sendable {
    case none
    case solid(SceneColor)
    case hatch(SceneHatch)
}

/// Parallel stripes on a ground. The stripes of one angle and step meet across rectangles: they start at the origin.
package struct SceneHatch: Hashable, Sendable {
    package var background: SceneColor
    package var line: SceneColor
    /// Width of a stripe and distance between the beginnings of two, in points.
    package var lineWidth: Double
    package var step: Double
    /// Degrees clockwise from vertical stripes, as `rotate` in SVG.
    package var angle: Double

    package init(background: SceneColor, line: SceneColor, lineWidth: Double, step: Double, angle: Double = 45) {
        self.background = background
        self.line = line
        self.lineWidth = lineWidth
        self.step = step
        self.angle = angle
    }
}

package struct SceneStroke: Hashable, Sendable {
    package enum Cap: String, Hashable, Sendable { case butt, round }

    package var color: SceneColor
    package var width: Double
    /// Lengths of dash and gap in turn; empty for a solid line.
    package var dash: [Double]
    package var cap: Cap

    package init(_ color: SceneColor, _ width: Double, dash: [Double] = [], cap: Cap = .butt) {
        self.color = color
        self.width = width
        self.dash = dash
        self.cap = cap
    }
}
