import Filings

extension Comparison {
    /// The rate against the limits within which chance alone would leave it, by its number of cases.
    package static let funnel = Comparison(
        id: "funnel",
        name: Words("漏斗界限", "funnel limits"),
        meaning: Words("合并比率周围按分母给出的 95% 与 99.8% 界限", "95 % and 99.8 % limits around the pooled rate, by denominator"),
        method: Words(
            "以同类合并比率为中心的精确二项分布界限（内插）；数量的标准差大于 1000 时用正态近似。",
            "Exact binomial limits around the pooled rate of the peers, interpolated; normal beyond a standard deviation of 1000 cases."
        ),
        nullRule: Words(
            "只适用于比例；同类不足 2 个、分母为零或存疑时无值；小分母照常给出界限。",
            "For proportions; no value without peers, for 0 over 0 and for doubtful rates. Small denominators have wide limits."
        ),
        caveats: [
            Words(
                "各机关本来就有差异时（过度离散），界外并不等于异常。",
                "Where organs differ for good reasons (over-dispersion), outside does not mean wrong.")
        ],
        source: Words(
            "D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202",
            "D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202"),
        needs: .peers,
        evaluate: { grid, year in FunnelPlot(grid, year).values },
        examples: [
            ComparisonExample(
                filings: [
                    .rate(2024, 30, of: 40, organ: "甲区教育局", district: "900101"),
                    .rate(2024, 50, of: 120, organ: "乙区教育局", district: "900102"),
                ],
                indicator: "disclosure-rate", by: [.district], year: 2024,
                text: "75.0%（合并 50.0%，95% 界限 33.2%—64.3%，99.8% 界限 24.6%—72.9%，99.8% 界外）")
        ])
}

private struct FunnelPlot {
    private let grid: LevelGrid
    private let levels: [Value]
    private let peers: PeerNumbers
    /// By peer group, over every rate that is neither doubtful nor missing, however few its cases.
    private var pooled: [(count: Double, of: Double, rates: Int)]

    init(_ grid: LevelGrid, _ year: Int) {
        self.grid = grid
        levels = grid.values(in: year)
        peers = grid.peers(in: year)
        pooled = Array(repeating: (0, 0, 0), count: peers.groupCount)
        for (series, level) in levels.enumerated() {
            guard let (count, base) = Self.cases(level) else { continue }
            let group = peers.number(series)
            pooled[group] = (pooled[group].count + count, pooled[group].of + base, pooled[group].rates + 1)
        }
    }

    var values: [Value] { levels.indices.map(value) }

    private func value(_ series: Int) -> Value {
        let level = levels[series]
        guard grid.indicator.isProportion else { return level.without(.onlyForProportions) }
        guard let (count, base) = Self.cases(level) else { return level.withoutNumber }
        let all = pooled[peers.number(series)]
        guard all.rates > 1 else { return level.without(.noPeers, .missing) }
        guard let limits = FunnelLimits(n: Int(base), center: min(1, all.count / all.of)) else {
            return level.withoutNumber
        }
        var value = level
        value.number = 100 * count / base
        value.flags.remove(.tooSmallToShow)
        value.detail = .funnel(
            Value.Funnel(
                group: peers.name(of: series), count: all.rates, center: 100 * all.count / all.of,
                inner: 100 * limits.inner.lowerBound...100 * limits.inner.upperBound,
                outer: 100 * limits.outer.lowerBound...100 * limits.outer.upperBound))
        return value
    }

    /// Cases and base of a proportion that may be judged.
    private static func cases(_ level: Value) -> (Double, Double)? {
        guard level.flags.isDisjoint(with: [.doubtful, .missing, .notAsked]), let top = level.numerator,
            let bottom = level.denominator, bottom > .zero, bottom.isInteger, top.isInteger, top <= bottom, top >= .zero
        else { return nil }
        return (top.double, bottom.double)
    }
}
