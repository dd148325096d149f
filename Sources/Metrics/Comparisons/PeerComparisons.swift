import Filings

extension Comparison {
    /// The difference from the median of the peers, in the indicator's unit or in percentage points.
    package static let distanceFromMedian = Comparison(
        id: "distance-from-median",
        name: Words("与中位数之差", "distance from the median"),
        meaning: Words("与同类机关（地区）中位数之差", "difference from the median of the peer group"),
        method: Words("数值减去同类各值（含自身）的中位数。", "The value minus the median of the peers, itself included."),
        nullRule: Words(
            "同类可比数值不足 2 个，或自身分母不足排序下限时无值。", "No value with fewer than two peers, or below the minimum for ranking."),
        source: Words("北京大学等第三方评估按同级比较的做法", "practice of comparing organs of one level"),
        needs: .peers, unit: ComparisonUnits.change,
        evaluate: { grid, year in
            Peering(grid, year, least: 2, .distance).values { number, peers, _ in (number - peers.median, .peers(peers))
            }
        },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 12, "900102": 30, "900103": 20]), indicator: "requests-received",
                by: [.district], year: 2024, text: "−8（中位数 20，共 3 个）")
        ])

    /// The share of peers below, half of the equal ones included.
    package static let percentile = Comparison(
        id: "percentile",
        name: Words("百分位", "percentile"),
        meaning: Words("在同类中的百分位", "percentile within the peer group"),
        method: Words(
            "低于自身的个数加相等个数（含自身）的一半，除以总数。",
            "The number of peers below plus half of the equal ones, itself included, by all."),
        nullRule: Words("同类可比数值不足 2 个时无值。", "No value with fewer than two peers."),
        source: Words("百分等级的中点定义", "mid-point definition of the percentile rank"),
        needs: .peers, unit: { _ in Words("百分位", "percentile") },
        evaluate: { grid, year in
            Peering(grid, year, least: 2, .percentile).values { number, peers, group in
                (OrderStatistics.percentile(group.numbers, of: number), .peers(peers))
            }
        },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 12, "900102": 30, "900103": 20, "900104": 20]),
                indicator: "requests-received", by: [.district], series: 2, year: 2024, text: "第 50 百分位（共 4 个）")
        ])

    /// The band between named quantiles in which the value lies.
    package static let quantileBand = Comparison(
        id: "quantile-band",
        name: Words("分位组", "quantile band"),
        meaning: Words("按分位数划分的组，由低到高编号", "band between quantiles, numbered from the lowest"),
        method: Words(
            "Hyndman 与 Fan 第 7 种分位数定义；默认四组，界限属于较低的组，可用 --bands 改组数。",
            "Quantiles by definition 7 of Hyndman and Fan; four bands unless --bands says otherwise; a bound belongs to the lower band."
        ),
        nullRule: Words("可比数值少于组数，或各值全部相同时无值。", "No value with fewer values than bands, or when all are equal."),
        source: Words(
            "R. J. Hyndman, Y. Fan (1996), The American Statistician 50, 361-365",
            "R. J. Hyndman and Y. Fan (1996), The American Statistician 50, 361-365"),
        needs: .peers, unit: { _ in Words("组", "band") },
        evaluate: { grid, year in
            let bands = grid.options.bands
            let peering = Peering(grid, year, least: bands, .distance)
            let bounds = peering.byGroup { group in
                (1..<bands).compactMap { OrderStatistics.quantile(group.numbers, Double($0) / Double(bands)) }
            }
            return peering.numbered { number, peers, group, index in
                guard let low = group.numbers.first, let high = group.numbers.last, low < high else { return nil }
                let band = bounds[index].count { $0 < number } + 1
                return (Double(band), .band(Value.Band(band: band, bounds: bounds[index], peers: peers)))
            }
        },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 12, "900102": 30, "900103": 20, "900104": 25]),
                indicator: "requests-received", by: [.district], series: 1, year: 2024,
                text: "第 4 组（共 4 组，界限 18.00、22.50、26.25）")
        ])

    /// How many robust standard deviations a value stands from the median of its peers.
    package static let outlier = Comparison(
        id: "outlier",
        name: Words("离群", "outlier"),
        meaning: Words("按中位数与 MAD 计算的稳健 z 值", "robust z by median and MAD within the peer group"),
        method: Words(
            "0.6745 ×（数值 − 中位数）÷ 绝对离差中位数（MAD）；绝对值大于 3.5 为离群。",
            "0.6745 times (value - median) by the median absolute deviation; beyond 3.5 the value is an outlier."),
        nullRule: Words("可比数值不足 5 个，或 MAD 为零时无值。", "No value with fewer than five values, or when the MAD is 0."),
        source: Words(
            "B. Iglewicz, D. C. Hoaglin (1993), How to Detect and Handle Outliers",
            "B. Iglewicz and D. C. Hoaglin (1993), How to Detect and Handle Outliers"),
        needs: .peers, unit: { _ in Words("稳健 z", "robust z") },
        evaluate: { grid, year in
            Peering(grid, year, least: 5, .outlier).values { number, peers, _ in
                (peers.deviation > 0 ? 0.6745 * (number - peers.median) / peers.deviation : nil, .peers(peers))
            }
        },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 90, "900102": 12, "900103": 10, "900104": 14, "900105": 13]),
                indicator: "requests-received", by: [.district], year: 2024, text: "z = +51.94（离群，共 5 个）")
        ])
}

/// The values of one year beside their peers.
private struct Peering {
    private let levels: [Value]
    private let peers: PeerNumbers
    private let least: Int
    private let kind: Value.Peers.Kind

    /// `least`: how many comparable values a peer group needs.
    init(_ grid: LevelGrid, _ year: Int, least: Int, _ kind: Value.Peers.Kind) {
        self.kind = kind
        levels = grid.values(in: year)
        peers = grid.peers(in: year)
        self.least = least
    }

    /// Something worked out once for each peer group.
    func byGroup<Result>(_ body: (PeerNumbers.Group) -> Result) -> [Result] {
        (0..<peers.groupCount).map { body(peers.group($0)) }
    }

    func values(_ compare: (Double, Value.Peers, PeerNumbers.Group) -> (Double?, Value.Detail)) -> [Value] {
        numbered { number, detail, group, _ in
            let (result, detail) = compare(number, detail, group)
            return result.map { ($0, detail) }
        }
    }

    /// The same with the number of the group; `compare` gives nil where the values have no spread.
    func numbered(
        _ compare: (Double, Value.Peers, PeerNumbers.Group, _ group: Int) -> (Double, Value.Detail)?
    ) -> [Value] {
        levels.enumerated().map { series, level in
            guard level.isComparable, let number = level.number else { return level.withoutNumber }
            let groupNumber = peers.number(series)
            let group = peers.group(groupNumber)
            guard group.numbers.count >= least else {
                return level.without(least == 2 ? .noPeers : .tooFewValues(needed: least), .missing)
            }
            guard let (result, detail) = compare(number, peers.detail(of: series, level, kind), group, groupNumber)
            else {
                return level.without(.noSpread)
            }
            var value = level
            value.exact = nil
            value.number = result
            value.detail = detail
            return value
        }
    }
}

extension Value {
    /// The same where its state already says why there is nothing to compare.
    var withoutNumber: Value {
        var value = self
        value.number = nil
        value.exact = nil
        return value
    }
}
