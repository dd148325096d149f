import ChartGrammar

/// Charts of every mark: names by years, in the encoding that each mark asks for.
enum CompositeCharts {
    static let kinds = [
        "area", "slope", "bump", "facet", "change", "waterfall", "funnel", "flow", "tile", "table", "share",
    ]

    /// The marks that are drawn from no others, and the scales of lines.
    static let basicKinds = [
        "line", "log", "symlog", "grouped", "stacked", "normalized", "rankedBar", "rankedPoint", "cell",
    ]

    /// What one row holds; nil for a gap, with its state.
    struct Entry {
        var name: String
        var year: Int
        var value: Double?
        var state = MarkState.ordinary
        var n: Int?
    }

    static func chart(_ kind: String, _ entries: [Entry], breaks: [FormBreak] = []) -> SampleChart {
        var table = ChartTable(fields: ["name", "year", "value", "stage"])
        let last = entries.map(\.year).max() ?? 0
        for (index, entry) in entries.enumerated() where isUsed(entry, kind, last) {
            let facts = RowFacts(
                state: entry.value == nil && entry.state.isDrawn ? .missing : entry.state, n: entry.n,
                isSubject: index == 0, isAlert: kind != "flow" && index == entries.count - 1)
            table.append(
                .string(entry.name), .year(entry.year), entry.value.map { .number($0) } ?? .null,
                .string(index == 0 ? "in" : "out"), facts: facts)
        }
        var spec = ChartSpec(
            mark: mark(kind), encoding: encoding(kind), titles: SampleCharts.titles, breaks: breaks,
            reference: kind == "funnel" ? ReferenceLine(value: 50, label: "合并 50.0%") : nil, smallDenominator: 30)
        if kind == "funnel" {
            spec.limits = [1, 10, 100, 1000].map { n in
                let (inner, outer) = (49 / Double(n).squareRoot(), 50 / Double(n).squareRoot())
                return ControlLimits(n: n, inner: (50 - inner)...(50 + inner), outer: (50 - outer)...(50 + outer))
            }
        }
        return SampleChart(spec: spec, table: table)
    }

    /// Marks without years take the last one.
    private static func isUsed(_ entry: Entry, _ kind: String, _ last: Int) -> Bool {
        !["funnel", "flow", "tile", "share", "rankedBar", "rankedPoint"].contains(kind) || entry.year == last
    }

    private static func mark(_ kind: String) -> MarkSpec {
        switch kind {
        case "share": .rankedShare
        case "log", "symlog": .line
        case "grouped": .groupedBar
        case "stacked": .stackedBar
        case "normalized": .normalizedBar
        case "rankedBar": .rankedBar
        case "rankedPoint": .rankedPoint
        default: MarkSpec(MarkSpec.Kind(rawValue: kind)!)
        }
    }

    private static func encoding(_ kind: String) -> Encoding {
        let format = NumberFormat(decimals: 1, suffix: "%", tickSuffix: "%")
        let (year, name) = (Channel("year", .temporal), Channel("name", .nominal, sort: .descending))
        var value = Channel("value", .quantitative, title: "公开率", format: format)
        value.scale.kind = ScaleSpec.Kind(rawValue: kind) ?? .linear
        switch kind {
        case "rankedBar", "rankedPoint": return Encoding(x: value, y: name)
        case "cell": return Encoding(x: year, y: name, color: value)
        case "facet": return Encoding(x: year, y: value, facet: name)
        case "change", "waterfall": return Encoding(x: value, y: name, color: year)
        case "funnel": return Encoding(x: Channel("n", .quantitative), y: value, detail: name)
        case "flow": return Encoding(x: Channel("stage", .nominal), y: value, color: name)
        case "tile": return Encoding(x: name, y: name, color: value, detail: name)
        case "table": return Encoding(x: year, y: name, color: Channel("stage", .nominal), text: value)
        case "share": return Encoding(x: value, y: Channel("stage", .nominal), color: name)
        default: return Encoding(x: year, y: value, color: name)
        }
    }

    // MARK: Data that charts must bear

    static let shapes = ["gaps", "one", "many", "negative", "huge", "tiny", "long", "empty"]

    static func entries(_ shape: String) -> [Entry] {
        switch shape {
        case "gaps":
            let states: [MarkState] = [.noRequests, .missing, .doubtful, .notAsked, .notEstablished]
            return (0..<6).flatMap { name in
                (2019...2025).map { year in
                    let isGap = (name * 3 + year) % 4 == 0
                    let state = isGap ? states[(name + year) % 5] : year % 3 == 0 ? .derived : .ordinary
                    let value: Double? = isGap ? nil : Double((name * 37 + year * 11) % 100)
                    return Entry(name: "第\(name)区", year: year, value: value, state: state, n: 20 + name * 9)
                }
            }
        case "one": return [Entry(name: "松泉区", year: 2025, value: 42, n: 100)]
        case "many": return values(1000) { name, year in Double((name * 7919 + year * 31) % 997) }
        case "negative": return values(8) { name, year in Double((name * 53 + year * 17) % 80) - 40 }
        case "huge": return values(8) { name, year in Double((name + 1) * (year - 2000)) * 1.7e11 }
        case "tiny": return values(8) { name, year in Double((name * 3 + year) % 7) * 1e-4 }
        case "long":
            return values(12) { name, year in Double((name * 31 + year * 7) % 100) }.map { entry in
                var entry = entry
                entry.name = "新疆维吾尔自治区生产建设兵团某某师某某市住房和城乡建设管理综合执法局第\(entry.name)分局"
                return entry
            }
        default: return []
        }
    }

    private static func values(_ count: Int, _ value: (Int, Int) -> Double) -> [Entry] {
        (0..<count).flatMap { name in
            [2024, 2025].map { Entry(name: "单位\(name)", year: $0, value: value(name, $0), n: 10 + name * 5) }
        }
    }
}
