import ChartGrammar

/// A fixed seed gives a fixed chart (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A spec with its table.
struct SampleChart {
    var spec: ChartSpec
    var table: ChartTable

    func scene() throws -> Scene { try compile(spec, table, measurer: FixedTextMeasurer()) }
}

enum SampleCharts {
    static let titles = ChartTitles(
        headline: "公开率 48.0%，比上年提高 2.1 个百分点", subtitle: "某区办理结果，2019—2025 年（%）",
        notes: ["n＜30 不参与排序。"], source: "政府信息公开工作年度报告，表三。")
    static let formBreak = FormBreak(after: 2020, label: "2021 年启用新表式")
    static let outcomes = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"]
    static let organs = ["松泉区", "望川县", "区住房和城乡建设局", "新疆维吾尔自治区生产建设兵团某某管理局", "甲", "Agency of Roads"]

    static func random(_ kind: String, seed: UInt64) -> SampleChart {
        var generator = SeededGenerator(state: seed)
        switch kind {
        case "line": return line(&generator)
        case "stacked": return stacked(.stackedBar, &generator)
        case "normalized": return stacked(.normalizedBar, &generator)
        case "grouped": return grouped(&generator)
        case "rankedBar": return ranked(.rankedBar, &generator)
        case "rankedPoint": return ranked(.rankedPoint, &generator)
        default: return cells(&generator)
        }
    }

    static let kinds = ["line", "stacked", "normalized", "grouped", "rankedBar", "rankedPoint", "cell"]

    private static func value(_ generator: inout SeededGenerator) -> (ChartValue, RowFacts) {
        let n = Int.random(in: 1...400, using: &generator)
        let state = MarkState.allCases.randomElement(using: &generator)!
        let isOrdinary = Int.random(in: 0..<10, using: &generator) < 7
        let drawn = isOrdinary ? MarkState.ordinary : state
        let scale = [1.0, 100, 100, 5_000, 1e7].randomElement(using: &generator)!
        let number = (Double.random(in: 0...1, using: &generator) * scale * 10).rounded() / 10
        return (drawn.isDrawn ? .number(number) : .null, RowFacts(state: drawn, n: n))
    }

    private static func years(_ generator: inout SeededGenerator) -> ClosedRange<Int> {
        2019...Int.random(in: 2019...2032, using: &generator)
    }

    private static func line(_ generator: inout SeededGenerator) -> SampleChart {
        var table = ChartTable(fields: ["year", "value", "organ"])
        let names = organs.prefix(Int.random(in: 1...6, using: &generator))
        for name in names {
            for year in years(&generator) where Int.random(in: 0..<8, using: &generator) > 0 {
                let (value, facts) = value(&generator)
                table.append(.year(year), value, .string(name), facts: facts)
            }
        }
        let encoding = Encoding(
            x: Channel("year", .temporal),
            y: Channel("value", .quantitative, format: NumberFormat(decimals: 1, suffix: "%", tickSuffix: "%")),
            color: Channel("organ", .nominal))
        let spec = ChartSpec(
            mark: .line, encoding: encoding, titles: titles, series: [SeriesSpec(names[0], role: .subject)],
            breaks: [formBreak])
        return SampleChart(spec: spec, table: table)
    }

    private static func stacked(_ mark: MarkSpec, _ generator: inout SeededGenerator) -> SampleChart {
        var table = ChartTable(fields: ["year", "value", "outcome"])
        for year in years(&generator) {
            let isBlocked = Int.random(in: 0..<5, using: &generator) == 0
            let state = [MarkState.doubtful, .missing, .noRequests].randomElement(using: &generator)!
            for outcome in outcomes {
                let count = Double(Int.random(in: 0...60, using: &generator))
                let facts = RowFacts(state: isBlocked ? state : .ordinary, n: 300)
                table.append(.year(year), isBlocked ? .null : .number(count), .string(outcome), facts: facts)
            }
        }
        let encoding = Encoding(
            x: Channel("year", .temporal),
            y: Channel("value", .quantitative, format: NumberFormat(decimals: mark.stack == .normalize ? 1 : 0)),
            color: Channel("outcome", .nominal))
        let spec = ChartSpec(
            mark: mark, encoding: encoding, titles: titles,
            series: outcomes.enumerated().map { SeriesSpec($1, role: .outcome($0)) }, breaks: [formBreak],
            bracket: Bracket(series: ["予以公开", "部分公开"], label: "公开率", value: "48.0%"))
        return SampleChart(spec: spec, table: table)
    }

    private static func grouped(_ generator: inout SeededGenerator) -> SampleChart {
        var chart = line(&generator)
        chart.spec.mark = .groupedBar
        return chart
    }

    private static func ranked(_ mark: MarkSpec, _ generator: inout SeededGenerator) -> SampleChart {
        var table = ChartTable(fields: ["organ", "value"])
        for index in 0..<Int.random(in: 1...40, using: &generator) {
            var (value, facts) = value(&generator)
            if case .number(let number) = value { facts.interval = (number * 0.8)...(number * 1.1) }
            facts.isAlert = index == 3
            facts.isSubject = index == 3
            table.append(.string(organs[index % organs.count] + "\(index)"), value, facts: facts)
        }
        let encoding = Encoding(
            x: Channel("value", .quantitative, format: NumberFormat(decimals: 1, suffix: "%", tickSuffix: "%")),
            y: Channel("organ", .nominal, sort: .descending))
        let spec = ChartSpec(
            mark: mark, encoding: encoding, titles: titles, reference: ReferenceLine(value: 52.2, label: "全市 52.2%"),
            smallDenominator: 30)
        return SampleChart(spec: spec, table: table)
    }

    private static func cells(_ generator: inout SeededGenerator) -> SampleChart {
        var table = ChartTable(fields: ["year", "organ", "value"])
        let years = years(&generator)
        for index in 0..<Int.random(in: 1...40, using: &generator) {
            for year in years {
                let (value, facts) = value(&generator)
                table.append(.year(year), .string(organs[index % organs.count] + "\(index)"), value, facts: facts)
            }
        }
        let color = Channel(
            "value", .quantitative, title: "公开率", scale: ScaleSpec(breaks: [30, 40, 50, 60, 70]),
            format: NumberFormat(decimals: 1, tickSuffix: "%"))
        let encoding = Encoding(x: Channel("year", .temporal), y: Channel("organ", .nominal), color: color)
        let spec = ChartSpec(
            mark: .cell, encoding: encoding, titles: titles, breaks: [formBreak], smallDenominator: 30, size: .heatmap)
        return SampleChart(spec: spec, table: table)
    }
}
