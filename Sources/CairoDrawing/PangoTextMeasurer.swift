import ChartGrammar
import Synchronization

/// Widths from the fonts that are drawn with. Labels repeat from chart to chart, so widths are kept.
package final class PangoTextMeasurer: TextMeasurer {
    private struct Key: Hashable {
        var text: String
        var weight: FontWeight
        var face: FontFace
    }

    /// The setter is only touched inside the lock.
    private struct State: ~Copyable {
        var setter: TextSetter
        var widths: [Key: Double] = [:]
    }

    private let state: Mutex<State>
    /// Bounds the memory of a long run; a chart has a few hundred texts.
    private static let limit = 20_000

    package init(families: FontFamilies = .noto) throws(DrawingError) {
        state = Mutex(State(setter: try TextSetter(families: families)))
    }

    /// Metrics are not hinted, so a width is that of 16 points in proportion.
    package func width(of text: String, size: Double, weight: FontWeight, face: FontFace) -> Double {
        let base = 16.0
        return state.withLock { state in
            let key = Key(text: text, weight: weight, face: face)
            if let known = state.widths[key] { return known * size / base }
            if state.widths.count >= Self.limit { state.widths.removeAll() }
            state.setter.set(printable(text), size: base, weight: weight, face: face)
            let width = state.setter.width
            state.widths[key] = width
            return width * size / base
        }
    }
}
