import Testing

@testable import ChartGrammar

@Suite struct LineMarkTests {
    private func layout(_ chart: SampleChart) throws -> LineLayout {
        let resolved = try ResolvedChart.resolve(
            chart.spec, chart.table, LineMark.rule, measurer: FixedTextMeasurer())
        return LineLayout(resolved, PlotArea(left: 48, top: 134, right: 1152, bottom: 635))
    }

    @Test func linesNeverJoinAcrossAGapOrABreak() throws {
        for seed in 0..<60 as Range<UInt64> {
            let layout = try layout(SampleCharts.random("line", seed: seed))
            for (series, points) in layout.lines.enumerated() {
                for run in layout.runs(points) {
                    for (left, right) in zip(run, run.dropFirst()) {
                        #expect(right.index == left.index + 1)
                        #expect(!(left.datum.key == .year(2020) && right.datum.key == .year(2021)))
                    }
                }
                // What is stroked are the runs and nothing else.
                let strokes = layout.line(series).compactMap { item -> ScenePath? in
                    if case .path(let path) = item, !path.isClosed { path } else { nil }
                }
                for stroke in strokes {
                    for (left, right) in zip(stroke.points, stroke.points.dropFirst()) {
                        #expect(abs(right.x - left.x - layout.x.step) < 0.01)
                    }
                }
            }
        }
    }

    @Test func aYearWithoutAValueHasNoPoint() throws {
        var table = ChartTable(fields: ["year", "value"])
        table.append(.year(2021), .number(5))
        table.append(.year(2022), .null, facts: RowFacts(state: .missing))
        table.append(.year(2023), .number(9), facts: RowFacts(state: .doubtful))
        table.append(.year(2024), .number(7))
        var chart = SampleCharts.random("line", seed: 1)
        chart.table = table
        chart.spec.encoding.color = nil
        let layout = try layout(chart)
        #expect(layout.lines[0].map(\.index) == [0, 3])
        #expect(layout.runs(layout.lines[0]).count == 2)
    }

    @Test func ratesThatLeaveZeroOutSaySo() throws {
        var chart = SampleCharts.random("line", seed: 1)
        chart.table = ChartTable(fields: ["year", "value", "organ"])
        for year in 2021...2024 { chart.table.append(.year(year), .number(90 + Double(year % 3)), .string("甲")) }
        chart.spec.encoding.y.scale.includesZero = false
        #expect(try chart.scene().listing.contains("纵轴不从 0 开始"))
    }
}
