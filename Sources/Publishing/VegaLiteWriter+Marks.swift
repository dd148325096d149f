import ChartGrammar
import Charting
import FilingInterchange

/// What each mark is written as.
extension VegaLiteWriter {
    /// A row without a value leaves a gap, and a change of the form begins a new line.
    var lines: [JSONValue] {
        var scale = valueScale
        if spec.mark.kind == .slope, !scale.contains(where: { $0.0 == "zero" }) { scale.append(("zero", false)) }
        if spec.mark.kind == .bump { scale += [("reverse", true), ("zero", false)] }
        let y = channel("value", "quantitative", scale.isEmpty ? [] : [("scale", .members(scale))])
        let base: [(String, JSONValue)] = [
            ("x", rows.hasYears ? channel("year", "ordinal") : channel("name", "nominal", [("sort", nil)])), ("y", y),
            ("color", spec.mark.kind == .facet ? accent : color),
        ]
        let type: JSONValue = spec.mark.kind == .area ? "area" : "line"
        return [
            layer(
                .members([("type", type), ("strokeWidth", 2.5), ("opacity", spec.mark.kind == .area ? 0.3 : 1)]),
                base + [("detail", channel("run", "nominal"))]),
            layer(.members([("type", "point"), ("filled", true), ("size", 50)]), base + [("tooltip", tooltip)]),
        ]
    }

    /// What the scale of values has of its own: a type that is not linear, ends, an axis without zero.
    var valueScale: [(String, JSONValue)] {
        guard let scale = spec.mark.rule.flatMap({ encoding[$0.value] })?.scale else { return [] }
        var members: [(String, JSONValue)] = scale.kind == .linear ? [] : [("type", .string(scale.kind.rawValue))]
        if let domain = scale.domain {
            members.append(("domain", .array([.double(domain.lowerBound), .double(domain.upperBound)])))
        }
        if scale.kind == .linear, !scale.includesZero { members.append(("zero", false)) }
        return members
    }

    var accent: JSONValue { .members([("value", .string(spec.theme.accent.hex))]) }

    func layer(_ mark: JSONValue, _ encoding: [(String, JSONValue)]) -> JSONValue {
        .members([("mark", mark), ("encoding", .members(encoding))])
    }

    var bars: [(String, JSONValue)] {
        let isHorizontal = spec.mark.orientation == .horizontal
        let stack: JSONValue =
            switch spec.mark.stack {
            case .none: nil
            case .zero: "zero"
            case .normalize: "normalize"
            }
        let value = channel("value", "quantitative", [("stack", stack)])
        let category =
            isHorizontal
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

    var points: [JSONValue] {
        let y = channel("name", "nominal", [("sort", nil)])
        let color = JSONValue.members([
            ("condition", .members([("test", "datum.isAlert"), ("value", .string(spec.theme.alert.hex))])),
            ("value", .string(spec.theme.accent.hex)),
        ])
        let scale: [(String, JSONValue)] = valueScale.isEmpty ? [] : [("scale", .members(valueScale))]
        var layers = [
            layer(
                .members([("type", "rule"), ("strokeWidth", 4)]),
                [
                    ("y", y), ("x", channel("low", "quantitative", scale)), ("x2", .members([("field", "high")])),
                    ("color", color),
                ]),
            layer(
                .members([("type", "point"), ("filled", true), ("size", 110)]),
                [("y", y), ("x", channel("value", "quantitative", scale)), ("color", color), ("tooltip", tooltip)]),
        ]
        if let reference = spec.reference {
            layers.append(
                layer(
                    .members([
                        ("type", "rule"), ("strokeDash", [6, 4]), ("color", .string(spec.theme.textSecondary.hex)),
                    ]),
                    [("x", .members([("datum", .double(reference.value))]))]))
        }
        return layers
    }

    func cells(x: String, y: String) -> [JSONValue] {
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
                base + [
                    ("color", channel("value", "quantitative", [("scale", .members(scale))])), ("tooltip", tooltip),
                ]),
            layer(
                .members([("type", "text"), ("fontSize", 12)]),
                base + [("text", channel(text, "nominal")), ("color", ink)]),
        ]
    }

    /// The ink of each cell, which its row names: a condition for each, since the colours of layers share a scale.
    var ink: JSONValue {
        let inks = [Theme.paper, Theme.ink, spec.theme.textMuted].map(\.hex)
        let conditions = inks.map {
            JSONValue.members([("test", .string("datum.ink == '\($0)'")), ("value", .string($0))])
        }
        return .members([("condition", .array(conditions)), ("value", "#000000")])
    }

    var changes: [JSONValue] {
        let y = channel("name", "nominal", [("sort", nil)])
        let colors = [spec.theme.increase, spec.theme.decrease, spec.theme.total].map { JSONValue.string($0.hex) }
        let scale = JSONValue.members([("domain", ["rise", "fall", "total"]), ("range", .array(colors))])
        let x = [("x", channel("start", "quantitative")), ("x2", .members([("field", "end")]))]
        return [
            layer(
                "bar", [("y", y)] + x + [("color", channel("kind", "nominal", [("scale", scale), ("legend", nil)]))]),
            layer(
                .members([("type", "text"), ("align", "left"), ("dx", 6), ("color", .string(spec.theme.text.hex))]),
                [("y", y), ("x", channel("labelAt", "quantitative")), ("text", channel("display", "nominal"))]),
        ]
    }

    var funnel: [JSONValue] {
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
