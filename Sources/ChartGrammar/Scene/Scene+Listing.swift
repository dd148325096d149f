extension Scene {
    /// The scene as lines of text, one item a line: what golden files keep.
    package var listing: String {
        var lines = ["scene \(number(width)) x \(number(height)) \(background.hex) \(language)"]
        lines += ["title \(title)", "desc \(description)"]
        for item in items { append(item, indent: "", &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(_ item: SceneItem, indent: String, _ lines: inout [String]) {
        switch item {
        case .group(let name, let items):
            lines.append(indent + "group " + name)
            for item in items { append(item, indent: indent + "  ", &lines) }
        case .rect(let rect):
            let place = [rect.x, rect.y, rect.width, rect.height].map(number).joined(separator: " ")
            let radius = rect.cornerRadius > 0 ? " r\(number(rect.cornerRadius))" : ""
            lines.append(indent + "rect \(place)\(radius)" + text(rect.fill) + text(rect.stroke))
        case .path(let path):
            let points = path.points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
            lines.append(
                indent + "path \(points)\(path.isClosed ? " closed" : "")" + text(path.fill) + text(path.stroke))
        case .circle(let circle):
            let place = [circle.center.x, circle.center.y, circle.radius].map(number).joined(separator: " ")
            lines.append(indent + "circle \(place)" + text(circle.fill) + text(circle.stroke))
        case .text(let text):
            let style = text.style
            let look = "\(number(style.size)) \(style.weight.rawValue) \(style.face.rawValue) \(style.color.hex)"
            let halo = text.halo.map { " halo \(number($0.width)) \($0.color.hex)" } ?? ""
            lines.append(
                indent
                    + "text \(number(text.x)) \(number(text.baseline)) \(text.anchor.rawValue) \(look)\(halo) |\(text.string)|"
            )
        }
    }

    private func number(_ value: Double) -> String { shortDecimal(value, places: 1) }

    private func text(_ fill: SceneFill) -> String {
        switch fill {
        case .none: ""
        case .solid(let color): " fill \(color.hex)"
        case .hatch(let hatch):
            " hatch \(hatch.line.hex) on \(hatch.background.hex) \(number(hatch.angle))°"
        }
    }

    private func text(_ stroke: SceneStroke?) -> String {
        guard let stroke else { return "" }
        let dash = stroke.dash.isEmpty ? "" : " dash " + stroke.dash.map(number).joined(separator: ",")
        return " stroke \(stroke.color.hex) \(number(stroke.width))\(dash)"
    }
}
