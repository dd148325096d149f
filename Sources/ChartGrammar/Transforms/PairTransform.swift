/// What something was and is: two values, and their difference where both are known and comparable.
struct ValuePair: Sendable {
    /// Index of its series.
    var series: Int
    var name: String
    var before: Datum?
    var after: Datum?
    /// `after` less `before`; nil without one of them, or when the form changed between their years.
    var change: Double?

    var isAlert: Bool { [before, after].contains { $0?.facts.isAlert ?? false } }
    var isSubject: Bool { [before, after].contains { $0?.facts.isSubject ?? false } }
    var isSmall: Bool { [before, after].contains { $0?.isSmall ?? false } }
}

enum PairTransform {
    /// The first and the last category of each series.
    static func pairs(_ chart: ResolvedChart) -> [ValuePair] {
        guard let first = chart.categories.first, let last = chart.categories.last else { return [] }
        let isBroken = chart.hasBreak(between: first, and: last)
        let bySeries = chart.dataBySeries
        return chart.series.indices.compactMap { index in
            let rows = bySeries[index]
            guard !rows.isEmpty else { return nil }
            let before = first == last ? nil : rows.first { $0.key == first }
            let after = rows.first { $0.key == last }
            var change: Double?
            if !isBroken, let old = before?.value, let new = after?.value { change = new - old }
            return ValuePair(
                series: index, name: chart.series[index].label, before: before, after: after, change: change)
        }
    }
}

extension ResolvedChart {
    /// Why a pair has no change, in the words of the state that is to blame.
    func absence(_ pair: ValuePair) -> String {
        let rows = [pair.after, pair.before]
        for row in rows where row?.value == nil {
            guard let row else { return words.state(.missing) ?? "" }
            return row.facts.stateText ?? words.state(row.state) ?? ""
        }
        return words.formBreak
    }

    /// A difference with its sign: +12.4, −3.
    func signed(_ value: Double, _ format: NumberFormat) -> String {
        let text = format.text(abs(value))
        let isZero = !text.contains { $0.isNumber && $0 != "0" }
        return isZero ? text : (value > 0 ? "+" : "−") + text
    }
}
