import ChartGrammar
import Testing

/// WCAG 2.2: text 4.5:1, graphics 3:1.
@Suite struct ThemeTests {
    @Test func contrastIsComputedAsByWCAG() {
        #expect(abs(SceneColor(0x000000).contrast(with: SceneColor(0xFFFFFF)) - 21) < 1e-9)
        // The figures printed in the design for the light theme.
        #expect(abs(Theme.light.accent.contrast(with: Theme.light.background) - 6.7) < 0.05)
        #expect(abs(Theme.light.textMuted.contrast(with: Theme.light.background) - 5.4) < 0.06)
        #expect(abs(Theme.dark.alert.contrast(with: Theme.dark.background) - 7.7) < 0.06)
    }

    @Test(arguments: Theme.all) func textIsReadable(theme: Theme) {
        for color in [theme.text, theme.textSecondary, theme.textMuted, theme.accent, theme.alert] {
            #expect(color.contrast(with: theme.background) >= 4.5, "\(theme.name) \(color.hex)")
        }
        for color in [theme.text, theme.textSecondary, theme.textMuted] {
            #expect(color.contrast(with: theme.band) >= 4.5, "\(theme.name) \(color.hex) on the band")
        }
    }

    @Test(arguments: Theme.all) func marksAreVisible(theme: Theme) {
        for color in [theme.axis, theme.context, theme.total, theme.second, theme.increase] {
            #expect(color.contrast(with: theme.background) >= 3, "\(theme.name) \(color.hex)")
        }
        for case .solid(let color) in theme.outcome where theme.segmentOutline == nil {
            #expect(color.contrast(with: theme.background) >= 3, "\(theme.name) \(color.hex)")
        }
    }

    @Test(arguments: Theme.all) func labelsOnFillsAreReadable(theme: Theme) {
        let solids = theme.outcome.compactMap { fill -> SceneColor? in
            if case .solid(let color) = fill { color } else { nil }
        }
        for color in solids + theme.sequential + theme.diverging {
            #expect(Theme.labelColor(on: color).contrast(with: color) >= 4.5, "\(theme.name) \(color.hex)")
        }
    }

    @Test(arguments: ["stacked", "normalized", "cell"]) func labelsOfADrawnSceneAreReadable(kind: String) throws {
        for seed in 0..<12 as Range<UInt64> {
            var chart = SampleCharts.random(kind, seed: seed)
            chart.spec.theme = Theme.all[Int(seed) % 3]
            let items = try chart.scene().flattened
            for (index, item) in items.enumerated() {
                guard case .text(let text) = item, let ground = ground(of: text, in: items[..<index]) else { continue }
                let contrast = text.style.color.contrast(with: ground)
                #expect(contrast >= 4.5, "\(text.string) \(text.style.color.hex) on \(ground.hex)")
            }
        }
    }

    /// The last solid rectangle drawn under the middle of a text.
    private func ground(of text: SceneText, in items: ArraySlice<SceneItem>) -> SceneColor? {
        let box = text.box(FixedTextMeasurer())
        let (x, y) = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        for item in items.reversed() {
            guard case .rect(let rect) = item, (rect.x...(rect.x + rect.width)).contains(x),
                (rect.y...(rect.y + rect.height)).contains(y)
            else { continue }
            if case .solid(let color) = rect.fill { return color }
        }
        return nil
    }
}
