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
        method: Words(
            "由高到低，并列取最前的位次；比例另给位次区间：各比例取联合 95% 的 Wilson 区间，区间不重叠的才分先后。",
            "From the highest down, ties share the best place; proportions carry a rank interval: Wilson intervals that hold "
                + "jointly with 95 %, only those that do not overlap decide the order."),
        nullRule: Words(
            "分母低于排序下限（默认 30）、存疑或缺数的不排；同类不足 2 个无位次。",
            "No place below the minimum denominator (30), for doubtful or missing values, or without a peer."),
        caveats: [Words("位次区间宽时，位次没有意义，应看区间。", "Where the interval is wide the place says little; read the interval.")],
        source: Words(
            "M. Klein, T. Wright, J. Wieczorek (2020), J. R. Stat. Soc. C 69, 589-606",
            "M. Klein, T. Wright and J. Wieczorek (2020), J. R. Stat. Soc. C 69, 589-606"),
        needs: .peers, unit: { _ in Words("位", "place") },
        evaluate: { grid, year in Ranking(grid, year).values },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 12, "900102": 30, "900103": 12]), indicator: "requests-received",
                by: [.district], year: 2024, text: "第 2 位（并列，共 3 个）"),
            ComparisonExample(
                filings: [
                    .rate(2024, 90, of: 100, organ: "甲区教育局", district: "900101"),
                    .rate(2024, 40, of: 100, organ: "乙区教育局", district: "900102"),
                    .rate(2024, 45, of: 100, organ: "丙区教育局", district: "900103"),
                ],
                indicator: "disclosure-rate", by: [.district], series: 2, year: 2024, text: "第 2 位（2—3，共 3 个）"),
        ])
}

private struct Ranking {
    private let levels: [Value]
    private let peers: PeerNumbers
    /// By peer group; nil where rates are no proportions.
    private let intervals: [RankIntervals?]

    init(_ grid: LevelGrid, _ year: Int) {
        levels = grid.values(in: year)
        let peers = grid.peers(in: year)
        self.peers = peers
        let isProportion = grid.indicator.isProportion
        intervals = (0..<peers.groupCount).map { isProportion ? RankIntervals(peers.group($0).rates) : nil }
    }

    var values: [Value] { levels.indices.map(value) }

    private func value(_ series: Int) -> Value {
        let level = levels[series]
        var value = level.withoutNumber
        guard level.isComparable, let own = level.number else { return value }
        let ranked = peers.group(of: series).numbers
        guard ranked.count > 1 else { return .missing(.noPeers) }
        let (below, equal) = OrderStatistics.position(ranked, of: own)
        let place = ranked.count - below - equal + 1
        value.number = Double(place)
        value.detail = .rank(
            Value.Rank(
                place: place, ranked: ranked.count, isTied: equal > 1, peerGroup: peers.name(of: series),
                level: Value.Figure(level), places: places(series, level)))
        return value
    }

    private func places(_ series: Int, _ level: Value) -> ClosedRange<Int>? {
        guard let intervals = intervals[peers.number(series)], let top = level.numerator, let bottom = level.denominator
        else { return nil }
        return intervals.places(top.double, of: bottom.double)
    }
}
