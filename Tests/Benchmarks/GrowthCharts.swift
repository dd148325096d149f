import ChartGrammar

/// Charts of any number of points, the same on every run.
enum GrowthCharts {
    static func chart(_ kind: String, points: Int) -> (spec: ChartSpec, table: ChartTable) {
        var random = 0x9e37_79b9_7f4a_7c15 as UInt64
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        // Ten years each, but for the charts of one year, of two, and of one name.
        let years =
            switch kind {
            case "funnel", "ranking": 1
            case "slope": 2
            case "one line": points
            case "wide heatmap": points / 20
            default: 10
            }
        var table = ChartTable(fields: ["name", "year", "value"])
        for name in 0..<max(points / years, 1) {
            let level = next(60) + 20
            for year in 0..<years {
                let n = 5 + next(20 + next(2000))
                // Now and then a rate that chance would not give.
                let isOutside = kind == "funnel" && next(200) == 0
                let value = Double(isOutside ? next(100) : kind == "funnel" ? 50 : level) + Double(next(200)) / 10 - 10
                let isMissing = next(50) == 0
                let key: ChartValue = years > 100 ? .string("第\(year)期") : .year(2016 + year)
                let facts = RowFacts(state: isMissing ? .missing : .ordinary, n: n, isAlert: isOutside)
                table.append([.string("单位\(name)"), key, isMissing ? .null : .number(value)], facts: facts)
            }
        }
        return (spec(kind, years: years), table)
    }

    private static func spec(_ kind: String, years: Int) -> ChartSpec {
        let format = NumberFormat(decimals: 1, suffix: "%", tickSuffix: "%")
        let (name, value) = (Channel("name", .nominal), Channel("value", .quantitative, format: format))
        let year = Channel("year", years > 100 ? .nominal : .temporal)
        let (mark, encoding): (MarkSpec, Encoding) =
            switch kind {
            case "heatmap", "wide heatmap": (.cell, Encoding(x: year, y: name, color: value))
            case "funnel": (MarkSpec(.funnel), Encoding(x: Channel("n", .quantitative), y: value, detail: name))
            case "slope": (MarkSpec(.slope), Encoding(x: year, y: value, color: name))
            case "ranking": (.rankedPoint, Encoding(x: value, y: name))
            default: (.line, Encoding(x: year, y: value, color: name))
            }
        var spec = ChartSpec(mark: mark, encoding: encoding, titles: ChartTitles(headline: "规模测试 1", subtitle: "年度"))
        if kind == "funnel" {
            spec.limits = [1, 10, 100, 1000, 2000].map { n in
                let (inner, outer) = (49 / Double(n).squareRoot(), 50 / Double(n).squareRoot())
                return ControlLimits(n: n, inner: (50 - inner)...(50 + inner), outer: (50 - outer)...(50 + outer))
            }
            spec.reference = ReferenceLine(value: 50, label: "合并 50.0%")
        }
        return spec
    }
}
