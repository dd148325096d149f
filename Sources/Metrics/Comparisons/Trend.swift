import Filings

extension Comparison {
    /// The yearly change that runs through all years of one form up to this one, and whether chance explains it.
    package static let trend = Comparison(
        id: "trend",
        name: Words("趋势", "trend"),
        meaning: Words("截至当年的年均变化（稳健）及其检验", "Theil-Sen slope up to the year with exact Mann-Kendall test"),
        method: Words(
            "Theil–Sen 斜率：任意两年之间变化的中位数；Mann–Kendall 检验，20 年以内按全部排列精确计算（含并列）。",
            "Theil-Sen slope: the median change a year between any two years; Mann-Kendall test, exact over all orders up to 20 years, ties included."
        ),
        nullRule: Words(
            "同一表式内有数的年份不足 3 年时无值；缺数年份跳过并注明。",
            "No value with fewer than three years of one form; missing years are passed over and said."),
        caveats: [
            Words(
                "序列短，检验力低：4 年时 p 最小为 0.083，不足 5 年不可能显著。",
                "Short series have little power: with four years p is at least 0.083, below five none can be significant."
            )
        ],
        source: Words(
            "H. Theil (1950); P. K. Sen (1968); H. B. Mann (1945); M. G. Kendall (1975)",
            "H. Theil (1950); P. K. Sen (1968); H. B. Mann (1945); M. G. Kendall (1975)"),
        lookback: .all, unit: { ComparisonUnits.change($0) },
        evaluate: { grid, year in (0..<grid.seriesCount).map { Course(grid, $0, year).value } },
        examples: [
            ComparisonExample(
                filings: zip(2021...2025, ["10", "14", "13", "19", "25"]).map { .requests($0, $1) },
                indicator: "requests-received", year: 2025, text: "每年 +3.71（2021—2025年，p = 0.083）"),
            ComparisonExample(
                filings: zip(2021...2025, ["10", "12", "13", "19", "25"]).map { .requests($0, $1) },
                indicator: "requests-received", year: 2025, text: "每年 +3.63（2021—2025年，p = 0.017）"),
        ])
}

/// The years of one series that belong to the form of the last one.
private struct Course {
    private let level: Value
    private var years: [Int] = []
    private var numbers: [Double] = []
    private var flags: Value.Flags = []
    private var isGapped = false

    init(_ grid: LevelGrid, _ series: Int, _ year: Int) {
        level = grid.level(series, in: year)
        for earlier in grid.groups.years where earlier <= year && !grid.isBroken(series, from: earlier, to: year) {
            let value = grid.level(series, in: earlier)
            if let number = value.number, !value.flags.contains(.doubtful) || value.exact != nil {
                years.append(earlier)
                numbers.append(number)
                flags.formUnion(value.flags.intersection(.inherited))
            } else if !years.isEmpty {
                isGapped = true
            }
        }
    }

    var value: Value {
        guard level.number != nil else { return level }
        guard years.count >= 3, let first = years.first, let last = years.last else {
            return level.without(.tooFewValues(needed: 3), .missing)
        }
        let points = zip(years, numbers).map { (x: Double($0), y: $1) }
        guard let slope = TheilSen.slope(points), let test = MannKendall(numbers) else { return level }
        var value = level
        value.flags.formUnion(flags)
        if isGapped { value.flags.insert(.yearsMissing) }
        value.exact = nil
        value.number = slope
        value.detail = .trend(
            Value.Trend(years: first...last, count: years.count, s: test.s, p: test.p, isExact: test.isExact))
        return value
    }
}
