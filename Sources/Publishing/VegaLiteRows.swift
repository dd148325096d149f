import ChartGrammar
import Charting
import FilingInterchange

/// The rows of a chart under fixed field names: year, name, series, value, display, n, low, high, state.
struct VegaLiteRows {
    struct Row {
        var year: Int?
        var name = ""
        var series = ""
        var value: Double?
        var facts = RowFacts()
    }

    let rows: [Row]
    let names: [String]
    let series: [String]
    /// The place of each series among them.
    let order: [String: Int]
    let subjects: Set<String>
    let alerts: Set<String>

    var hasYears: Bool { rows.contains { $0.year != nil } }

    init(_ chart: DrawableChart) {
        let (encoding, table) = (chart.spec.encoding, chart.table)
        let rule = chart.spec.mark.rule!
        // The channel of years, of names and of colours, whichever the mark uses them for.
        let fields = ChannelName.allCases.compactMap { name in encoding[name].map { (name, $0) } }
        let yearField = fields.first { $0.1.kind == .temporal }?.1.field
        let seriesField = rule.series.flatMap { encoding[$0]?.field }
        let nameField = (rule.row ?? (rule.category == .color ? rule.series : rule.category)).flatMap {
            encoding[$0]?.field
        }
        let valueField = encoding[rule.value]?.field ?? ""
        // A logarithm of nothing is nothing: the row stays, with its state.
        let isLogarithmic = encoding[rule.value]?.scale.kind == .log
        let found = (0..<table.count).map { index in
            func text(_ field: String?) -> String {
                switch field.flatMap({ table.column($0)?[index] }) {
                case .string(let text): text
                case .year(let year): String(year)
                case .number(let number): shortDecimal(number)
                case .null, nil: ""
                }
            }
            var row = Row(name: text(nameField), series: text(seriesField), facts: table.facts[index])
            if case .year(let year) = yearField.flatMap({ table.column($0)?[index] }) { row.year = year }
            if chart.spec.mark.kind == .facet { row.name = row.series }
            if case .number(let number) = table.column(valueField)?[index], row.facts.state.isDrawn {
                if !isLogarithmic || number > 0 { row.value = number }
            }
            return row
        }
        let used = Set(found.map(\.series))
        rows = found
        names = Self.unique(found.map(\.name))
        series = Self.unique(chart.spec.series.map(\.name).filter(used.contains) + found.map(\.series))
        order = Dictionary(series.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        subjects = Set(found.filter(\.facts.isSubject).map(\.series))
        alerts = Set(found.filter(\.facts.isAlert).map(\.series))
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    func values(of spec: ChartSpec) -> [JSONValue] {
        switch spec.mark.kind {
        case .change, .waterfall: return changes(spec)
        case .table:
            let latest = rows.compactMap(\.year).max()
            return rows.filter { $0.year == latest }.map { value($0, spec) }
        default: return rows.enumerated().map { value($1, spec, index: $0) }
        }
    }

    private func value(_ row: Row, _ spec: ChartSpec, index: Int = 0) -> JSONValue {
        let format = spec.encoding[spec.mark.rule!.value]!.format
        let display = row.facts.display ?? row.value.map(format.labelText) ?? row.facts.stateText ?? "—"
        var members: [(String, JSONValue)] = [
            ("name", .string(row.name)), ("series", .string(row.series)),
            ("value", row.value.map { .double($0) } ?? nil),
            ("display", .string(display)), ("state", .string(row.facts.state.rawValue)),
            ("order", .integer(order[row.series] ?? 0)), ("isAlert", .boolean(row.facts.isAlert)),
        ]
        if let year = row.year {
            let run = spec.breaks.count { $0.after < year }
            members += [("year", .string(String(year))), ("run", .string("\(row.series) \(run)"))]
        }
        if row.year == nil { members.append(("run", .string(row.series))) }
        if let n = row.facts.n { members.append(("n", .integer(n))) }
        if let interval = row.facts.interval {
            members += [("low", .double(interval.lowerBound)), ("high", .double(interval.upperBound))]
        }
        if spec.mark.kind == .cell || spec.mark.kind == .tile { members += cell(row, spec, index, display) }
        return .members(members)
    }

    /// Ink by contrast with the cell's class; the place of a tile in a grid.
    private func cell(_ row: Row, _ spec: ChartSpec, _ index: Int, _ display: String) -> [(String, JSONValue)] {
        let palette = spec.theme.sequential
        let breaks = spec.encoding.color?.scale.breaks ?? []
        var ink = spec.theme.textMuted
        if let value = row.value, breaks.count < palette.count {
            let position = breaks.count { value >= $0 }
            ink = Theme.labelColor(
                on: palette[breaks.isEmpty ? palette.count / 2 : position * (palette.count - 1) / breaks.count])
        }
        var columns = 1
        while columns * columns < rows.count { columns += 1 }
        return [
            ("ink", .string(ink.hex)), ("label", .string(row.name + " " + display)),
            ("column", .integer(index % columns)),
            ("row", .integer(index / columns)),
        ]
    }

    /// A bar from `start` to `end` for each name, falling by change; of a waterfall each begins where the last ended.
    private func changes(_ spec: ChartSpec) -> [JSONValue] {
        let years = Set(rows.compactMap(\.year)).sorted()
        let isBroken = spec.breaks.contains { $0.after >= years.first ?? 0 && $0.after < years.last ?? 0 }
        let isWaterfall = spec.mark.kind == .waterfall
        guard let first = years.first, let last = years.last, !isBroken else { return [] }
        var bars = names.compactMap { name -> (name: String, change: Double)? in
            guard let before = rows.first(where: { $0.name == name && $0.year == first })?.value,
                let after = rows.first(where: { $0.name == name && $0.year == last })?.value
            else { return nil }
            return (name, after - before)
        }
        bars.sort { $0.change > $1.change }
        let places = spec.encoding.x.format.decimals
        var start = 0.0
        var values = bars.map { bar -> JSONValue in
            defer { if isWaterfall { start += bar.change } }
            return self.bar(bar.name, start, bar.change, bar.change < 0 ? "fall" : "rise", places)
        }
        if isWaterfall { values.append(bar(spec.language == .zh ? "合计" : "Total", 0, start, "total", places)) }
        return values
    }

    private func bar(_ name: String, _ start: Double, _ change: Double, _ kind: String, _ places: Int) -> JSONValue {
        let display = (change > 0 ? "+" : "") + decimalText(change, places: places, isGrouped: true)
        return .members([
            ("name", .string(name)), ("start", .double(start)), ("end", .double(start + change)),
            ("kind", .string(kind)),
            ("labelAt", .double(max(start, start + change))), ("display", .string(display)),
            ("change", .double(change)),
        ])
    }
}
