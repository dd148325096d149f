import ChartGrammar

/// Four charts with fixed figures: lines with a gap and a break, shares, cells of every state, a funnel.
enum ReferenceCharts {
    static let names = ["line", "shares", "cells", "funnel"]

    /// Small, so that the pictures are: drawn at 600 x 350 pixels.
    static func chart(_ name: String) -> (spec: ChartSpec, table: ChartTable) {
        var (spec, table) =
            switch name {
            case "line": line
            case "shares": shares
            case "cells": cells
            default: funnel
            }
        spec.size = ChartSize(width: 600, height: 350, textScale: 0.84, isPlotOnly: true)
        return (spec, table)
    }

    private static let titles = ChartTitles(headline: "公开率 48.0%")
    private static let year = Channel("year", .temporal)
    private static let name = Channel("name", .nominal)

    private static func value(_ decimals: Int = 0) -> Channel {
        Channel("value", .quantitative, format: NumberFormat(decimals: decimals))
    }

    private static var line: (ChartSpec, ChartTable) {
        var table = ChartTable(fields: ["year", "name", "value"])
        for (year, ours, theirs) in [
            (2019, 23.0, 40.0), (2020, 21, 44), (2021, 70, 61), (2022, 90, 66), (2024, 218, 93),
        ] {
            table.append(.year(year), .string("松泉区"), .number(ours), facts: RowFacts(isSubject: true))
            table.append(.year(year), .string("望川县"), .number(theirs))
        }
        table.append(.year(2023), .string("松泉区"), .null, facts: RowFacts(state: .missing))
        let spec = ChartSpec(
            mark: .line, encoding: Encoding(x: year, y: value(), color: name), titles: titles,
            breaks: [FormBreak(after: 2020, label: "2021 年启用新表式")])
        return (spec, table)
    }

    private static var shares: (ChartSpec, ChartTable) {
        var table = ChartTable(fields: ["year", "name", "value"])
        let outcomes = ["予以公开", "部分公开", "不予公开"]
        for (year, counts) in [(2022, [30.0, 5, 34]), (2023, [22, 20, 39]), (2024, [41, 12, 20])] {
            for (outcome, count) in zip(outcomes, counts) {
                table.append(.year(year), .string(outcome), .number(count))
            }
        }
        let spec = ChartSpec(
            mark: .normalizedBar, encoding: Encoding(x: year, y: value(1), color: name), titles: titles,
            series: outcomes.enumerated().map { SeriesSpec($1, role: .outcome($0)) })
        return (spec, table)
    }

    private static var cells: (ChartSpec, ChartTable) {
        var table = ChartTable(fields: ["year", "name", "value"])
        for (index, state) in MarkState.allCases.enumerated() {
            let value: ChartValue = state.isDrawn ? .number(25 + Double(index) * 5) : .null
            let facts = RowFacts(state: state, n: 100, isAlert: index == 0)
            table.append(.year(2021 + index % 4), .string("单位\(index / 4 + 1)"), value, facts: facts)
        }
        var color = value(1)
        color.scale.breaks = [30, 40, 50, 60, 70]
        let spec = ChartSpec(mark: .cell, encoding: Encoding(x: year, y: name, color: color), titles: titles)
        return (spec, table)
    }

    private static var funnel: (ChartSpec, ChartTable) {
        var table = ChartTable(fields: ["name", "value"])
        for index in 0..<40 {
            let facts = RowFacts(n: 5 + index * index, isAlert: index == 33)
            table.append(.string("单位\(index)"), .number(50 + Double(index * 37 % 21 - 10)), facts: facts)
        }
        var spec = ChartSpec(
            mark: MarkSpec(.funnel), encoding: Encoding(x: Channel("n", .quantitative), y: value(1), detail: name),
            titles: titles, reference: ReferenceLine(value: 50, label: "合并 50.0%"), smallDenominator: 30)
        spec.limits = [4, 16, 64, 256, 1024, 1600].map { n in
            let (inner, outer) = (80 / Double(n).squareRoot(), 100 / Double(n).squareRoot())
            return ControlLimits(n: n, inner: (50 - inner)...(50 + inner), outer: (50 - outer)...(50 + outer))
        }
        return (spec, table)
    }
}
