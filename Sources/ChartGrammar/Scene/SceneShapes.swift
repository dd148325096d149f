package struct SceneRect: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
    package var fill: SceneFill
    package var stroke: SceneStroke?
    package var cornerRadius: Double

    package init(
        x: Double, y: Double, width: Double, height: Double, fill: SceneFill = .none, stroke: SceneStroke? = nil,
        cornerRadius: Double = 0
    ) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.fill = fill
        self.stroke = stroke
        self.cornerRadius = cornerRadius
    }
}

/// A line, polyline or polygon of straight pieces; joins are round.
package struct ScenePath: Hashable, Sendable {
    package var points: [ScenePoint]
    package var isClosed: Bool
    package var fill: SceneFill
    package var stroke: SceneStroke?

    package init(_ points: [ScenePoint], isClosed: Bool = false, fill: SceneFill = .none, stroke: SceneStroke? = nil) {
        self.points = points
        self.isClosed = isClosed
        self.fill = fill
        self.stroke = stroke
    }

    package static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: SceneStroke) -> Self {
        ScenePath([ScenePoint(x1, y1), ScenePoint(x2, y2)], stroke: stroke)
    }
}

package struct SceneCircle: Hashable, Sendable {
    package var center: ScenePoint
    package var radius: Double
    package var fill: SceneFill
    package var stroke: SceneStroke?

    package init(_ x: Double, _ y: Double, radius: Double, fill: SceneFill = .none, stroke: SceneStroke? = nil) {
        center = ScenePoint(x, y)
        self.radius = radius
        self.fill = fill
        self.stroke = stroke
    }
}

/// Regular and Bold are the only weights the font packages have; a synthetic weight would be an error.
package enum FontWeight: Int, Hashable, Sendable {
    case regular = 400
    case bold = 700
}

package enum FontFace: String, Hashable, Sendable { case sans, serif }

/// How a text is set; its size in points.
package struct TextStyle: Hashable, Sendable {
    package var size: Double
    package var weight: FontWeight
    package var color: SceneColor
    package var face: FontFace

    package init(_ size: Double, _ weight: FontWeight, _ color: SceneColor, face: FontFace = .sans) {
        self.size = size
        self.weight = weight
        self.color = color
        self.face = face
    }
}

/// One line of text on its baseline.
package struct SceneText: Hashable, Sendable {
    package enum Anchor: String, Hashable, Sendable { case start, middle, end }

    /// A rim in the colour of the ground that keeps a label readable over a line.
    package struct Halo: Hashable, Sendable {
        package var color: SceneColor
        package var width: Double
    }

    package var string: String
    package var x: Double
    package var baseline: Double
    package var anchor: Anchor
    package var style: TextStyle
    package var halo: Halo?

    package init(
        _ string: String, x: Double, baseline: Double, anchor: Anchor = .start, style: TextStyle, halo: Halo? = nil
    ) {
        self.string = string
        self.x = x
        self.baseline = baseline
        self.anchor = anchor
        self.style = style
        self.halo = halo
    }

    /// A halo of 0.24 em, at least 3 points.
    package func haloed(_ color: SceneColor) -> SceneText {
        var copy = self
        copy.halo = Halo(color: color, width: max(3, 0.24 * style.size))
        return copy
    }
}
