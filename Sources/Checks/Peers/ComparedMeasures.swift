import Filings

/// The figures of a filing that measure how much an organ had to do; stocks, shares and sums of them are left out.
enum ComparedMeasures {
    static let all: [MeasureID] = [
        "requests.received.total", "requests.granted.total", "requests.resolved.total", "review.reconsideration.total",
        "proactive.licensing.decisions", "proactive.penalties.decisions", "proactive.coercion.decisions",
        "proactive.fees.amount",
    ].map(Measures.known)

    /// The line and column in short: without what the other form calls them and without the unit.
    static func label(_ id: MeasureID) -> Words {
        let measure = Measures[id]
        return Words(
            "\(measure.line) \(measure.column.prefix { $0 != "（" })", String(measure.english.prefix { $0 != "," }))
    }
}
