import Filings

extension Comparison {
    /// The place within the peer group, from the highest value down whatever the indicator's direction.
    ///
    /// Only values that may be compared are ranked: no missing or doubtful one, no rate below the minimum denominator.
    /// Equal values share the best place of theirs, and the next place is left free (1, 2, 2, 4).
    package static let rank = Comparison(
        id: "rank",
        name: Words("位次", "rank"),
        meaning: Words("在同类中由高到低的位次，分母不足的不排", "place within the peer group from the highest down; minimum n"),
        needsPreviousYear: false,
        evaluate: { grid, year in Ranking(grid, year).values },
        example: ComparisonExample(
            filings: [
                .requests(2024, "12", organ: "甲区教育局", district: "900101"),
                .requests(2024, "30", organ: "乙区教育局", district: "900102"),
                .requests(2024, "12", organ: "丙区教育局", district: "900103"),
            ],
            indicator: "requests-received", by: [.district], year: 2024, text: "第 2 位（并列，共 3 个）"))
}

private struct Ranking {
    private let grid: LevelGrid
    private let levels: [Value]
    private let peerGroups: [String]
    /// The numbers that are ranked, highest first, by peer group; only looked up.
    private let ranked: [String: [Double]]

    init(_ grid: LevelGrid, _ year: Int) {
        self.grid = grid
        levels = grid.values(in: year)
        let position = grid.groups.position(of: year)
        peerGroups = grid.groups.peerGroups.map { years in position.map { years[$0] } ?? "" }
        var ranked: [String: [Double]] = [:]
        for (level, group) in zip(levels, peerGroups) {
            if let number = Self.number(level) { ranked[group, default: []].append(number) }
        }
        self.ranked = ranked.mapValues { $0.sorted(by: >) }
    }

    var values: [Value] { levels.indices.map(value) }

    private func value(_ series: Int) -> Value {
        var value = levels[series]
        let level = Value.Figure(value)
        value.number = nil
        value.exact = nil
        guard let own = Self.number(levels[series]), let peers = ranked[peerGroups[series]] else { return value }
        guard peers.count > 1 else { return .missing(.noPeers) }
        let better = Self.count(peers, where: { $0 > own })
        let notWorse = Self.count(peers, where: { $0 >= own })
        value.number = Double(better + 1)
        value.detail = .rank(
            Value.Rank(
                place: better + 1, ranked: peers.count, isTied: notWorse - better > 1, peerGroup: peerGroups[series],
                level: level))
        return value
    }

    /// The number of a value that may be ranked.
    private static func number(_ value: Value) -> Double? {
        value.flags.isDisjoint(with: [.smallDenominator, .tooSmallToShow, .doubtful, .missing]) ? value.number : nil
    }

    /// How many numbers, the first ones, satisfy a condition that no number after them does.
    private static func count(_ falling: [Double], where holds: (Double) -> Bool) -> Int {
        var range = 0..<falling.count
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = holds(falling[middle]) ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
