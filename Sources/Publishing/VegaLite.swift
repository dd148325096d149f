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
                    ("text", .string(titles.headline)),
                    ("subtitle", .array(([titles.subtitle] + notes).map { .string($0) })),
                    ("anchor", "start"),
                ])
            ),
            ("background", .string(spec.theme.background.hex)), ("config", config),
            ("data", .members([("values", .array(rows.values(of: spec)))])),
        ]
        if spec.mark.kind != .facet { members += [("width", 900), ("height", .integer(height))] }
        return .members(members + body)
    }

    var height: Int { isRows ? max(200, rows.names.count * 28) : 460 }

    var isRows: Bool {
        switch spec.mark.kind {
        case .cell, .table, .change, .waterfall, .point: true
        default: spec.mark.orientation == .horizontal
        }
    }

    var config: JSONValue {
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

    var body: [(String, JSONValue)] {
        switch spec.mark.kind {
        case .line, .area, .slope, .bump: [("layer", .array(lines))]
        case .facet:
            [
                (
                    "facet",
                    .members([
                        ("field", "name"), ("type", "nominal"), ("sort", .strings(rows.names)),
                        ("header", .members([("title", nil)])),
                    ])
                ), ("columns", 3),
                ("spec", .members([("width", 260), ("height", 130), ("layer", .array(lines))])),
                (
                    "resolve",
                    .members([("scale", .members([("y", encoding.y.scale.isShared ? "shared" : "independent")]))])
                ),
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
                        ("x", channel("name", "nominal", [("sort", nil)])),
                        ("y", channel("value", "quantitative", [("stack", "zero")])),
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

    var tooltip: JSONValue {
        .array(
            ["name", "series", "year", "value", "n", "state"].map {
                .members([("field", .string($0)), ("type", "nominal")])
            })
    }

    /// Series in their colours; without listed series the subject in accent, company in grey.
    var color: JSONValue {
        let series = rows.series
        let colors = series.map { name -> JSONValue in
            if let listed = spec.series.first(where: { $0.name == name }) {
                return .string(spec.theme.color(listed.role).hex)
            }
            let isSubject = series.count == 1 || rows.subjects.contains(name)
            return .string(
                (rows.alerts.contains(name) ? spec.theme.alert : isSubject ? spec.theme.accent : spec.theme.context).hex
            )
        }
        let scale = JSONValue.members([("domain", .array(series.map { .string($0) })), ("range", .array(colors))])
        return channel("series", "nominal", [("scale", scale)] + (series.count < 2 ? [("legend", nil)] : []))
    }
}
