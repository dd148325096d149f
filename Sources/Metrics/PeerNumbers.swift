import Filings

/// The comparable values of one year by peer group, with what is worked out over a whole group once.
package struct PeerNumbers: Sendable {
    /// One peer group in one year.
    struct Group: Sendable {
        /// Ascending.
        var numbers: [Double] = []
        var median = 0.0
        var deviation = 0.0
        /// Cases and base of the proportions, in the order of series.
        var rates: [(count: Double, of: Double)] = []
    }

    /// By number of the peer group.
    private let groups: [Group]
    private let numbers: [UInt32]
    private let names: [String]
    private let position: Int
    private let years: Int

    init(_ levels: [Value], _ all: SeriesGroups, position: Int) {
        self.position = position
        years = all.years.count
        numbers = all.peers.numbers
        names = all.peers.names
        var groups = [Group](repeating: Group(), count: all.peers.names.count)
        for series in all.rows.indices {
            let cell = all.cell(series, position)
            let level = levels[series]
            guard level.isComparable, let number = level.number else { continue }
            let group = Int(all.peers.numbers[cell])
            groups[group].numbers.append(number)
            if let top = level.numerator, let bottom = level.denominator {
                groups[group].rates.append((top.double, bottom.double))
            }
        }
        for index in groups.indices where !groups[index].numbers.isEmpty {
            groups[index].numbers.sort()
            groups[index].median = OrderStatistics.median(groups[index].numbers) ?? 0
            groups[index].deviation = OrderStatistics.medianAbsoluteDeviation(groups[index].numbers) ?? 0
        }
        self.groups = groups
    }

    func group(of series: Int) -> Group { groups[number(series)] }
    func name(of series: Int) -> String { names[number(series)] }
    func number(_ series: Int) -> Int { Int(numbers[series * years + position]) }
    var groupCount: Int { groups.count }
    func group(_ number: Int) -> Group { groups[number] }

    /// Where a level stands among its peers.
    func detail(of series: Int, _ level: Value, _ kind: Value.Peers.Kind) -> Value.Peers {
        let group = group(of: series)
        return Value.Peers(
            group: name(of: series), count: group.numbers.count, median: group.median, deviation: group.deviation,
            level: Value.Figure(level), kind: kind)
    }
}
