import ChartGrammar
import Foundation
import Testing

/// One small chart of each mark as a listing. RECORD_SNAPSHOTS=1 writes the files and still fails, so that a recording
/// is never taken for a pass.
@Suite struct SceneSnapshotTests {
    @Test(arguments: SampleCharts.kinds) func sceneIsAsRecorded(kind: String) throws {
        let listing = try SmallCharts.chart(kind).scene().listing
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
        let file = folder.appendingPathComponent("\(kind).scene.txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(listing.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent)")
            return
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(listing == recorded, "\(kind): first difference: \(firstDifference(listing, recorded))")
    }

    private func firstDifference(_ left: String, _ right: String) -> String {
        let pairs = zip(left.split(separator: "\n"), right.split(separator: "\n"))
        return pairs.first { $0 != $1 }.map { "\($0) / \($1)" } ?? "length"
    }
}

/// Charts small enough to be read in full.
enum SmallCharts {
    static func chart(_ kind: String) -> SampleChart {
        switch kind {
        case "line": line(.line)
        case "grouped": line(.groupedBar)
        case "stacked": stacked(.stackedBar)
        case "normalized": stacked(.normalizedBar)
        case "rankedBar": ranked(.rankedBar)
        case "rankedPoint": ranked(.rankedPoint)
        default: cells()
        }
    }

    private static func line(_ mark: MarkSpec) -> SampleChart {
        var table = ChartTable(fields: ["year", "count"])
        for (year, count) in [(2019, 23.0), (2020, 21), (2021, 70), (2024, 218), (2025, 154)] {
            table.append(.year(year), .number(count))
        }
        table.append(.year(2022), .null, facts: RowFacts(state: .missing))
        let encoding = Encoding(
            x: Channel("year", .temporal), y: Channel("count", .quantitative, format: NumberFormat(suffix: " 件")))
        let spec = ChartSpec(
            mark: mark, encoding: encoding, titles: SampleCharts.titles, breaks: [SampleCharts.formBreak])
        return SampleChart(spec: spec, table: table)
    }

    private static func stacked(_ mark: MarkSpec) -> SampleChart {
        var table = ChartTable(fields: ["year", "count", "outcome"])
        for (year, counts) in [(2021, [30.0, 5, 34]), (2022, []), (2023, [22, 20, 39])] {
            for (index, outcome) in SampleCharts.outcomes.prefix(3).enumerated() {
                let facts = RowFacts(state: counts.isEmpty ? .doubtful : .ordinary, n: 80)
                table.append(
                    .year(year), counts.isEmpty ? .null : .number(counts[index]), .string(outcome), facts: facts)
            }
        }
        let encoding = Encoding(
            x: Channel("year", .temporal), y: Channel("count", .quantitative, format: NumberFormat(decimals: 1)),
            color: Channel("outcome", .nominal))
        let spec = ChartSpec(
            mark: mark, encoding: encoding, titles: SampleCharts.titles,
            series: SampleCharts.outcomes.prefix(3).enumerated().map { SeriesSpec($1, role: .outcome($0)) })
        return SampleChart(spec: spec, table: table)
    }

    private static func ranked(_ mark: MarkSpec) -> SampleChart {
        var table = ChartTable(fields: ["organ", "rate"])
        for (organ, rate, n) in [("白渡区", 63.9, 338), ("松泉区", 38.9, 396), ("石桥县", 68.0, 25)] {
            let facts = RowFacts(
                n: n, interval: (rate - 9)...(rate + 9), isSubject: organ == "松泉区", isAlert: organ == "松泉区")
            table.append(.string(organ), .number(rate), facts: facts)
        }
        table.append(.string("望川县"), .null, facts: RowFacts(state: .noRequests, n: 40))
        let encoding = Encoding(
            x: Channel("rate", .quantitative, format: NumberFormat(decimals: 1, suffix: "%", tickSuffix: "%")),
            y: Channel("organ", .nominal, sort: .descending))
        let spec = ChartSpec(
            mark: mark, encoding: encoding, titles: SampleCharts.titles,
            reference: ReferenceLine(value: 52.2, label: "全市 52.2%"), smallDenominator: 30)
        return SampleChart(spec: spec, table: table)
    }

    private static func cells() -> SampleChart {
        var table = ChartTable(fields: ["year", "organ", "rate"])
        for (index, state) in MarkState.allCases.enumerated() {
            let value: ChartValue = state.isDrawn ? .number(state == .zero ? 0 : 25 + Double(index) * 5) : .null
            let facts = RowFacts(state: state, n: 100, isSubject: index == 0, isAlert: index == 0)
            table.append(.year(2020 + index % 3), .string("单位\(index / 3 + 1)"), value, facts: facts)
        }
        let color = Channel(
            "rate", .quantitative, title: "公开率", scale: ScaleSpec(breaks: [30, 40, 50, 60, 70]),
            format: NumberFormat(decimals: 1, tickSuffix: "%"))
        let encoding = Encoding(x: Channel("year", .temporal), y: Channel("organ", .nominal), color: color)
        let spec = ChartSpec(
            mark: .cell, encoding: encoding, titles: SampleCharts.titles, breaks: [SampleCharts.formBreak],
            smallDenominator: 30, size: .heatmap)
        return SampleChart(spec: spec, table: table)
    }
}
