import ChartGrammar

/// Writes the elements of one picture.
struct SVGTextWriter {
    let renderer: SVGTextRenderer
    var text = ""
    private var hatches: [SceneHatch] = []

    init(renderer: SVGTextRenderer) { self.renderer = renderer }

    mutating func write(_ item: SceneItem) {
        switch item {
        case .rect(let rect): write(rect)
        case .path(let path): write(path)
        case .circle(let circle): write(circle)
        case .text(let text): write(text)
        case .group(let name, let items):
            text += "<g class=\"\(escaped(name))\">\n"
            for item in items { write(item) }
            text += "</g>\n"
        }
    }

    /// Patterns as the scene means them: stripes from the origin of the picture, turned by the angle.
    mutating func defineHatches(_ scene: Scene) {
        for item in scene.flattened {
            let fill: SceneFill =
                switch item {
                case .rect(let rect): rect.fill
                case .path(let path): path.fill
                case .circle(let circle): circle.fill
                case .text, .group: .none
                }
            if case .hatch(let hatch) = fill, !hatches.contains(hatch) { hatches.append(hatch) }
        }
        guard !hatches.isEmpty else { return }
        text += "<defs>\n"
        for (index, hatch) in hatches.enumerated() {
            let step = decimal(hatch.step)
            text += "<pattern id=\"\(escaped(renderer.idPrefix))-hatch\(index)\" width=\"\(step)\" height=\"\(step)\""
            text += " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(\(decimal(hatch.angle)))\">"
            text += "<rect width=\"\(step)\" height=\"\(step)\" fill=\"\(renderer.color(hatch.background))\"/>"
            text += "<rect width=\"\(decimal(hatch.lineWidth))\" height=\"\(step)\""
            text += " fill=\"\(renderer.color(hatch.line))\"/></pattern>\n"
        }
        text += "</defs>\n"
    }

    private mutating func write(_ rect: SceneRect) {
        guard rect.width > 0, rect.height > 0 else { return }
        text += "<rect x=\"\(decimal(rect.x))\" y=\"\(decimal(rect.y))\" width=\"\(decimal(rect.width))\""
        text += " height=\"\(decimal(rect.height))\""
        if rect.cornerRadius > 0 { text += " rx=\"\(decimal(rect.cornerRadius))\"" }
        text += attributes(rect.fill) + attributes(rect.stroke) + "/>\n"
    }

    private mutating func write(_ path: ScenePath) {
        guard path.points.count > 1 else { return }
        let points = path.points.map { "\(decimal($0.x)) \(decimal($0.y))" }.joined(separator: "L")
        text += "<path d=\"M\(points)\(path.isClosed ? "Z" : "")\""
        text += attributes(path.fill) + attributes(path.stroke) + "/>\n"
    }

    private mutating func write(_ circle: SceneCircle) {
        text += "<circle cx=\"\(decimal(circle.center.x))\" cy=\"\(decimal(circle.center.y))\""
        text += " r=\"\(decimal(circle.radius))\"" + attributes(circle.fill) + attributes(circle.stroke) + "/>\n"
    }

    private mutating func write(_ item: SceneText) {
        let style = item.style
        text += "<text x=\"\(decimal(item.x))\" y=\"\(decimal(item.baseline))\" font-size=\"\(decimal(style.size))\""
        text += " fill=\"\(renderer.color(style.color))\""
        if renderer.families.weight(style.weight, of: style.face) == .bold { text += " font-weight=\"700\"" }
        if style.face == .serif {
            text += " font-family=\"'\(escaped(renderer.families.serif))','Source Han Serif SC',serif\""
        }
        if item.anchor != .start { text += " text-anchor=\"\(item.anchor.rawValue)\"" }
        if let halo = item.halo {
            text += " stroke=\"\(renderer.color(halo.color))\" stroke-width=\"\(decimal(halo.width))\""
            text += " stroke-linejoin=\"round\" paint-order=\"stroke\""
        }
        text += ">\(escaped(item.string))</text>\n"
    }

    private func attributes(_ fill: SceneFill) -> String {
        switch fill {
        case .none: return " fill=\"none\""
        case .solid(let color): return " fill=\"\(renderer.color(color))\""
        case .hatch(let hatch):
            let index = hatches.firstIndex(of: hatch) ?? 0
            return " fill=\"url(#\(escaped(renderer.idPrefix))-hatch\(index))\""
        }
    }

    private func attributes(_ stroke: SceneStroke?) -> String {
        guard let stroke else { return "" }
        var text = " stroke=\"\(renderer.color(stroke.color))\" stroke-width=\"\(decimal(stroke.width))\""
        if !stroke.dash.isEmpty {
            text += " stroke-dasharray=\"\(stroke.dash.map(decimal).joined(separator: " "))\""
        }
        if stroke.cap == .round { text += " stroke-linecap=\"round\"" }
        return text + " stroke-linejoin=\"round\""
    }
}
