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
        evaluate: { grid, series, year in Ranking.value(grid, series, year) },
        example: ComparisonExample(
            filings: [
                .requests(2024, "12", organ: "甲区教育局", district: "900101"),
                .requests(2024, "30", organ: "乙区教育局", district: "900102"),
                .requests(2024, "12", organ: "丙区教育局", district: "900103"),
            ],
            indicator: "requests-received", by: [.district], year: 2024, text: "第 2 位（并列，共 3 个）"))
}

private enum Ranking {
    static func value(_ grid: LevelGrid, _ series: Int, _ year: Int) -> Value {
        guard let position = grid.groups.years.firstIndex(of: year) else { return .missing(.noFiling) }
        var value = grid.levels[series][position]
        let level = Value.Figure(value)
        value.number = nil
        value.exact = nil
        guard let own = ranked(grid.levels[series][position]) else { return value }
        let peerGroup = grid.groups.peerGroups[series][position]
        let peers = grid.levels.indices.filter { grid.groups.peerGroups[$0][position] == peerGroup }
            .compactMap { ranked(grid.levels[$0][position]) }
        guard peers.count > 1 else { return .missing(.noPeers) }
        let place = 1 + peers.count { $0 > own }
        value.number = Double(place)
        value.detail = .rank(
            Value.Rank(
                place: place, ranked: peers.count, isTied: peers.count { $0 == own } > 1, peerGroup: peerGroup,
                level: level))
        return value
    }

    /// The number of a value that may be ranked.
    private static func ranked(_ value: Value) -> Double? {
        value.flags.isDisjoint(with: [.smallDenominator, .tooSmallToShow, .doubtful, .missing]) ? value.number : nil
    }
}
