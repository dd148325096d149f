/// Colours by role. Dark is its own palette, not an inversion; print has no hue, emphasis is by Bold and pattern.
package struct Theme: Hashable, Sendable {
    package var name: String
    package var background: SceneColor
    package var text: SceneColor
    package var textSecondary: SceneColor
    package var textMuted: SceneColor
    package var axis: SceneColor
    package var grid: SceneColor
    package var accent: SceneColor
    package var alert: SceneColor
    package var context: SceneColor
    package var band: SceneColor
    package var outcome: [SceneFill]
    package var carriedForward: SceneColor
    package var increase: SceneColor
    package var decrease: SceneColor
    package var total: SceneColor
    package var second: SceneColor
    /// Low to high.
    package var sequential: [SceneColor]
    package var diverging: [SceneColor]
    /// Each segment outlined, where fills are told apart by pattern.
    package var segmentOutline: SceneColor?
    package var headlineFace: FontFace

    /// The dark ink of labels on fills, in every theme.
    package static let ink = SceneColor(0x10161D)
    package static let paper = SceneColor(0xFFFFFF)

    /// White if it reaches 4.5:1, else the dark ink; on the few middle tones where neither does, black, which then
    /// does: the contrasts of a colour with white and with black multiply to 21.
    package static func labelColor(on fill: SceneColor) -> SceneColor {
        let black = SceneColor(0x000000)
        // On a grey, which only print has, no trace of another colour: the picture stays one of greys.
        let dark = fill.red == fill.green && fill.green == fill.blue && fill != paper ? black : ink
        return [paper, dark].first { $0.contrast(with: fill) >= 4.5 } ?? black
    }

    package func fill(_ role: PaletteRole) -> SceneFill {
        switch role {
        case .subject, .accent: .solid(accent)
        case .context: .solid(context)
        case .alert: .solid(alert)
        // Without hue two more greys beside the accent are told apart by their stripes only.
        case .total:
            segmentOutline == nil ? .solid(total) : .hatch(stripes(Self.paper, on: total, angle: 45))
        case .second:
            segmentOutline == nil ? .solid(second) : .hatch(stripes(second, on: Self.paper, angle: 135))
        case .outcome(let index): outcome[min(max(index, 0), outcome.count - 1)]
        case .increase: .solid(increase)
        case .decrease: .solid(decrease)
        case .carriedForward: .solid(carriedForward)
        }
    }

    private func stripes(_ line: SceneColor, on ground: SceneColor, angle: Double) -> SceneHatch {
        SceneHatch(background: ground, line: line, lineWidth: 1, step: 7, angle: angle)
    }

    /// For strokes and text; the stripe's colour of a hatch.
    package func color(_ role: PaletteRole) -> SceneColor {
        switch fill(role) {
        case .solid(let color): color
        case .hatch(let hatch): hatch.background == background ? hatch.line : hatch.background
        case .none: text
        }
    }

    /// Stripes of a bar or band without a value.
    package var absenceHatch: SceneHatch { SceneHatch(background: background, line: grid, lineWidth: 1.5, step: 8) }
    /// Stripes of a cell without a filing: darker, as the cell is small.
    package var cellHatch: SceneHatch { SceneHatch(background: background, line: axis, lineWidth: 0.8, step: 7) }
}
