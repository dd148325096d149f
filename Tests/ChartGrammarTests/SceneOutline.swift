import ChartGrammar

/// A scene in a few lines: for each group how many shapes of each kind and colour it has and the box they fill, and every
/// text with its place. Head and foot are left out but for the notes.
struct SceneOutline {
    let text: String

    init(_ scene: Scene) {
        var lines = ["notes " + (scene.description.split(separator: "。注：").dropFirst().first.map(String.init) ?? "")]
        for case .group("plot", let items) in scene.items { Self.append(items, "", &lines) }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ items: [SceneItem], _ indent: String, _ lines: inout [String]) {
        var shapes: [String: (count: Int, box: Box)] = [:]
        var order: [String] = []
        var texts: [String] = []
        var groups: [(name: String, items: [SceneItem])] = []
        for item in items {
            switch item {
            case .group(let name, let items):
                // Rows and panels of one kind are one group.
                if groups.last?.name == name {
                    groups[groups.count - 1].items += items
                } else {
                    groups.append((name, items))
                }
            case .text(let text): texts.append("\(Int(text.x)),\(Int(text.baseline)) \(text.string)")
            case .rect, .path, .circle:
                let (name, box) = shape(item)
                if shapes[name] == nil { order.append(name) }
                shapes[name, default: (0, box)].count += 1
                shapes[name]!.box.grow(box)
            }
        }
        for name in order { lines.append("\(indent)\(shapes[name]!.count) \(name) in \(shapes[name]!.box.text)") }
        if !texts.isEmpty { lines.append(indent + "texts " + texts.joined(separator: " | ")) }
        for group in groups where !group.items.isEmpty {
            lines.append(indent + group.name)
            append(group.items, indent + "  ", &lines)
        }
    }

    /// What a shape is, in words, and its box.
    private static func shape(_ item: SceneItem) -> (name: String, box: Box) {
        switch item {
        case .rect(let rect):
            let box = Box(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
            return ("rect" + look(rect.fill, rect.stroke), box)
        case .circle(let circle):
            let (x, y, r) = (circle.center.x, circle.center.y, circle.radius)
            return ("circle" + look(circle.fill, circle.stroke), Box(x - r, y - r, x + r, y + r))
        case .path(let path):
            let (xs, ys) = (path.points.map(\.x), path.points.map(\.y))
            let box = Box(xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
            return ((path.isClosed ? "area" : "stroke") + look(path.fill, path.stroke), box)
        case .group, .text: return ("", Box(0, 0, 0, 0))
        }
    }

    private static func look(_ fill: SceneFill, _ stroke: SceneStroke?) -> String {
        var text = ""
        switch fill {
        case .none: break
        case .solid(let color): text += " " + color.hex
        case .hatch: text += " hatch"
        }
        if let stroke { text += " line \(stroke.color.hex)" + (stroke.dash.isEmpty ? "" : " dashed") }
        return text
    }

    private struct Box {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double

        init(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
            (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
        }

        mutating func grow(_ box: Box) {
            (left, top) = (min(left, box.left), min(top, box.top))
            (right, bottom) = (max(right, box.right), max(bottom, box.bottom))
        }

        /// Whole points.
        var text: String { [left, top, right, bottom].map { String(Int($0.rounded())) }.joined(separator: " ") }
    }
}
