/// The em box of a placed text.
package struct TextBox: Hashable, Sendable {
    package var string: String
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    /// Whether two boxes share more than a hair (0.5 pt), which rounding may produce.
    package func meets(_ other: TextBox) -> Bool {
        min(right, other.right) - max(left, other.left) > 0.5 && min(bottom, other.bottom) - max(top, other.top) > 0.5
    }

    package func isInside(width: Double, height: Double) -> Bool {
        left >= -0.5 && top >= -0.5 && right <= width + 0.5 && bottom <= height + 0.5
    }
}

extension SceneText {
    package func box(_ measurer: any TextMeasurer) -> TextBox {
        let width = measurer.width(of: string, style)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        return TextBox(
            string: string, left: left, top: baseline - EmBox.ascent * style.size, right: left + width,
            bottom: baseline + EmBox.descent * style.size)
    }
}

extension Scene {
    package func textBoxes(_ measurer: any TextMeasurer) -> [TextBox] {
        flattened.compactMap { item in
            if case .text(let text) = item { text.box(measurer) } else { nil }
        }
    }

    /// What is wrong with the texts: pairs that meet, and boxes that leave the canvas; empty for a good picture.
    package func textFaults(_ measurer: any TextMeasurer) -> [String] {
        let boxes = textBoxes(measurer)
        var faults = boxes.filter { !$0.isInside(width: width, height: height) }.map { "leaves the canvas: \($0)" }
        // Sorted by top, so that a crowded scene is not compared pair by pair.
        let sorted = boxes.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
        for (index, box) in sorted.enumerated() {
            for other in sorted[(index + 1)...] {
                if other.top > box.bottom { break }
                if box.meets(other) { faults.append("meet: \(box) and \(other)") }
            }
        }
        return faults
    }
}
