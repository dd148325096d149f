import ChartGrammar
import Charting
import FilingInterchange

/// A chart as a Vega-Lite specification (https://vega.github.io/schema/vega-lite/v6.json) with its data inline, for any
/// Vega viewer: the same figures, gaps and colours. Composites are written as the marks they are made of.
package enum VegaLite {
    package static func text(_ chart: DrawableChart) -> String { VegaLiteWriter(chart).specification.pretty }
}

/// Puts one specification together.
struct VegaLiteWriter {
    let chart: DrawableChart
    let rows: VegaLiteRows

    init(_ chart: DrawableChart) {
        self.chart = chart
        rows = VegaLiteRows(chart)
    }

    var spec: ChartSpec { chart.spec }
    var encoding: Encoding { chart.spec.encoding }

    var specification: JSONValue {
        let titles = spec.titles
        let notes = titles.notes + [titles.source]
        var members: [(String, JSONValue)] = [
            ("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
            ("description", .string(chart.alternative)),
            (
                "title",
                .members([
                    ("text", .string(titles.headline)), ("subtitle", .array(([titles.subtitle] + notes).map { .string($0) })),
                    ("anchor", "start"),
                ])
            ),
            ("background", .string(spec.theme.background.hex)), ("config", config),
            ("data", .members([("values", .array(rows.values(of: spec)))])),
        ]
        if spec.mark.kind != .facet { members += [("width", 900), ("height", .integer(height))] }
        return .members(members + body)
    }

    private var height: Int { isRows ? max(200, rows.names.count * 28) : 460 }

    private var isRows: Bool {
        switch spec.mark.kind {
        case .cell, .table, .change, .waterfall, .point: true
        default: spec.mark.orientation == .horizontal
        }
    }

    private var config: JSONValue {
        let text = JSONValue.string(spec.theme.text.hex)
        let muted = JSONValue.string(spec.theme.textMuted.hex)
        return .members([
            ("font", "Noto Sans CJK SC"), ("title", .members([("color", text), ("subtitleColor", muted)])),
            ("view", .members([("stroke", nil)])),
            (
                "axis",
                .members([
                    ("labelColor", muted), ("titleColor", muted), ("gridColor", .string(spec.theme.grid.hex)),
                    ("domainColor", .string(spec.theme.axis.hex)), ("labelAngle", 0), ("labelLimit", 300),
                ])
            ), ("legend", .members([("labelColor", text), ("titleColor", muted)])),
        ])
    }

    // MARK: Bodies

    private var body: [(String, JSONValue)] {
        switch spec.mark.kind {
        case .line, .area, .slope, .bump: [("layer", .array(lines))]
        case .facet:
            [
                ("facet", .members([("field", "name"), ("type", "nominal"), ("sort", nil), ("title", nil)])), ("columns", 3),
                ("spec", .members([("width", 260), ("height", 130), ("layer", .array(lines))])),
                ("resolve", .members([("scale", .members([("y", encoding.y.scale.isShared ? "shared" : "independent")]))])),
            ]
        case .bar: [("mark", "bar"), ("encoding", .members(bars))]
        case .point: [("layer", .array(points))]
        case .cell: [("layer", .array(cells(x: "year", y: "name")))]
        case .tile: [("layer", .array(cells(x: "column", y: "row")))]
        case .change, .waterfall: [("layer", .array(changes))]
        case .funnel: [("layer", .array(funnel))]
        case .flow:
            [
                ("mark", "bar"),
                (
                    "encoding",
                    .members([
                        ("x", channel("name", "nominal", [("sort", nil)])), ("y", channel("value", "quantitative", [("stack", "zero")])),
                        ("color", color), ("order", channel("order", "quantitative")), ("tooltip", tooltip),
                    ])
                ),
            ]
        case .table:
            [
                ("mark", "text"),
                (
                    "encoding",
                    .members([
                        ("x", channel("series", "nominal", [("sort", nil), ("axis", .members([("orient", "top")]))])),
                        ("y", channel("name", "nominal", [("sort", nil)])), ("text", channel("display", "nominal")),
                    ])
                ),
            ]
        }
    }

    func channel(_ field: String, _ type: String, _ more: [(String, JSONValue)] = []) -> JSONValue {
        .members([("field", .string(field)), ("type", .string(type)), ("title", nil)] + more)
    }

    private var tooltip: JSONValue {
        .array(["name", "series", "year", "value", "n", "state"].map { .members([("field", .string($0)), ("type", "nominal")]) })
    }

    /// Series in their colours; without listed series the subject in accent, company in grey.
    var color: JSONValue {
        let series = rows.series
        let colors = series.map { name -> JSONValue in
            if let listed = spec.series.first(where: { $0.name == name }) { return .string(spec.theme.color(listed.role).hex) }
            let isSubject = series.count == 1 || rows.subjects.contains(name)
            return .string((rows.alerts.contains(name) ? spec.theme.alert : isSubject ? spec.theme.accent : spec.theme.context).hex)
        }
        let scale = JSONValue.members([("domain", .array(series.map { .string($0) })), ("range", .array(colors))])
        return channel("series", "nominal", [("scale", scale)] + (series.count < 2 ? [("legend", nil)] : []))
    }

    /// A row without a value leaves a gap, and a change of the form begins a new line.
    private var lines: [JSONValue] {
        var scale: [(String, JSONValue)] = []
        if spec.mark.kind == .slope { scale.append(("zero", false)) }
        if spec.mark.kind == .bump { scale += [("reverse", true), ("zero", false)] }
        let y = channel("value", "quantitative", scale.isEmpty ? [] : [("scale", .members(scale))])
        let base: [(String, JSONValue)] = [
            ("x", channel("year", "ordinal")), ("y", y), ("color", spec.mark.kind == .facet ? accent : color),
        ]
        let type: JSONValue = spec.mark.kind == .area ? "area" : "line"
        return [
            layer(.members([("type", type), ("strokeWidth", 2.5), ("opacity", spec.mark.kind == .area ? 0.3 : 1)]), base + [("detail", channel("run", "nominal"))]),
            layer(.members([("type", "point"), ("filled", true), ("size", 50)]), base + [("tooltip", tooltip)]),
        ]
    }

    private var accent: JSONValue { .members([("value", .string(spec.theme.accent.hex))]) }

    func layer(_ mark: JSONValue, _ encoding: [(String, JSONValue)]) -> JSONValue {
        .members([("mark", mark), ("encoding", .members(encoding))])
    }

    private var bars: [(String, JSONValue)] {
        let isHorizontal = spec.mark.orientation == .horizontal
        let stack: JSONValue = switch spec.mark.stack {
        case .none: nil
        case .zero: "zero"
        case .normalize: "normalize"
        }
        let value = channel("value", "quantitative", [("stack", stack)])
        let category = isHorizontal
            ? channel("name", "nominal", [("sort", nil)])
            : channel(rows.hasYears ? "year" : "name", rows.hasYears ? "ordinal" : "nominal", [("sort", nil)])
        var members: [(String, JSONValue)] = [
            (isHorizontal ? "y" : "x", category), (isHorizontal ? "x" : "y", value), ("color", color),
            ("order", channel("order", "quantitative")), ("tooltip", tooltip),
        ]
        if spec.mark.stack == .none, !isHorizontal, rows.series.count > 1 {
            members.append(("xOffset", channel("series", "nominal", [("sort", nil)])))
        }
        return members
    }

    private var points: [JSONValue] {
        let y = channel("name", "nominal", [("sort", nil)])
        let color = JSONValue.members([
            ("condition", .members([("test", "datum.isAlert"), ("value", .string(spec.theme.alert.hex))])),
            ("value", .string(spec.theme.accent.hex)),
        ])
        var layers = [
            layer(
                .members([("type", "rule"), ("strokeWidth", 4)]),
                [("y", y), ("x", channel("low", "quantitative")), ("x2", .members([("field", "high")])), ("color", color)]),
            layer(
                .members([("type", "point"), ("filled", true), ("size", 110)]),
                [("y", y), ("x", channel("value", "quantitative")), ("color", color), ("tooltip", tooltip)]),
        ]
        if let reference = spec.reference {
            layers.append(
                layer(
                    .members([("type", "rule"), ("strokeDash", [6, 4]), ("color", .string(spec.theme.textSecondary.hex))]),
                    [("x", .members([("datum", .double(reference.value))]))]))
        }
        return layers
    }

    private func cells(x: String, y: String) -> [JSONValue] {
        let palette = spec.theme.sequential
        let breaks = encoding.color?.scale.breaks ?? []
        var scale: [(String, JSONValue)] = [("range", .array(palette.map { .string($0.hex) }))]
        if breaks.count + 1 <= palette.count, !breaks.isEmpty {
            let range = (0...breaks.count).map { palette[$0 * (palette.count - 1) / breaks.count] }
            scale = [
                ("type", "threshold"), ("domain", .array(breaks.map { .double($0) })),
                ("range", .array(range.map { .string($0.hex) })),
            ]
        }
        let isTile = x == "column"
        let quiet: [(String, JSONValue)] = isTile ? [("axis", nil)] : [("sort", nil)]
        let base = [("x", channel(x, "ordinal", quiet)), ("y", channel(y, isTile ? "ordinal" : "nominal", quiet))]
        let text = isTile ? "label" : "display"
        return [
            layer(
                .members([("type", "rect"), ("stroke", .string(spec.theme.background.hex)), ("strokeWidth", 2)]),
                base + [("color", channel("value", "quantitative", [("scale", .members(scale))])), ("tooltip", tooltip)]),
            layer(
                .members([("type", "text"), ("fontSize", 12)]),
                base + [
                    ("text", channel(text, "nominal")),
                    ("color", .members([("field", "ink"), ("type", "nominal"), ("scale", nil)])),
                ]),
        ]
    }

    private var changes: [JSONValue] {
        let y = channel("name", "nominal", [("sort", nil)])
        let colors = [spec.theme.increase, spec.theme.decrease, spec.theme.total].map { JSONValue.string($0.hex) }
        let scale = JSONValue.members([("domain", ["rise", "fall", "total"]), ("range", .array(colors))])
        let x = [("x", channel("start", "quantitative")), ("x2", .members([("field", "end")]))]
        return [
            layer("bar", [("y", y)] + x + [("color", channel("kind", "nominal", [("scale", scale), ("legend", nil)]))]),
            layer(
                .members([("type", "text"), ("align", "left"), ("dx", 6), ("color", .string(spec.theme.text.hex))]),
                [("y", y), ("x", channel("labelAt", "quantitative")), ("text", channel("display", "nominal"))]),
        ]
    }

    private var funnel: [JSONValue] {
        let square = JSONValue.members([("type", "sqrt")])
        let y = channel("value", "quantitative")
        let x = channel("n", "quantitative", [("scale", square), ("title", "n")])
        let limits = JSONValue.array(
            spec.limits.flatMap { limit in
                [
                    ("95% −", limit.inner.lowerBound), ("95% +", limit.inner.upperBound),
                    ("99.8% −", limit.outer.lowerBound), ("99.8% +", limit.outer.upperBound),
                ].map { .members([("n", .integer(limit.n)), ("value", .double($0.1)), ("limit", .string($0.0))]) }
            })
        let curve = JSONValue.members([
            ("data", .members([("values", limits)])),
            ("mark", .members([("type", "line"), ("strokeWidth", 1.2), ("color", .string(spec.theme.textMuted.hex))])),
            ("encoding", .members([("x", x), ("y", y), ("detail", channel("limit", "nominal"))])),
        ])
        let color = JSONValue.members([
            ("condition", .members([("test", "datum.isAlert"), ("value", .string(spec.theme.alert.hex))])),
            ("value", .string(spec.theme.accent.hex)),
        ])
        let dots = layer(
            .members([("type", "point"), ("filled", true), ("size", 70)]),
            [("x", x), ("y", y), ("color", color), ("tooltip", tooltip)])
        let center = spec.reference.map { reference in
            layer(
                .members([("type", "rule"), ("color", .string(spec.theme.textSecondary.hex))]),
                [("y", .members([("datum", .double(reference.value))]))])
        }
        return [curve] + (center.map { [$0] } ?? []) + [dots]
    }
}
