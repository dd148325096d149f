import ChartGrammar
import Testing

@Suite struct CompileTests {
    private func errors(_ chart: SampleChart) -> [ChartError] {
        do {
            _ = try compile(chart.spec, chart.table, measurer: FixedTextMeasurer())
            return []
        } catch {
            return error.errors
        }
    }

    @Test(arguments: SampleCharts.kinds) func anEmptyTableSaysSo(kind: String) throws {
        var chart = SampleCharts.random(kind, seed: 1)
        chart.table = ChartTable(fields: chart.table.fields)
        #expect(try chart.scene().textBoxes(FixedTextMeasurer()).contains { $0.string == "无数据" })
    }

    @Test(arguments: SampleCharts.kinds) func oneRowOfEveryStateIsDrawn(kind: String) throws {
        for state in MarkState.allCases {
            for value in [0, 1e-9, 3, -7, 4e12] {
                var chart = SampleCharts.random(kind, seed: 1)
                let fields = chart.table.fields
                chart.table = ChartTable(fields: fields)
                let cells: [ChartValue] = fields.map { field in
                    switch field {
                    case "year": .year(2021)
                    case "value": state.isDrawn ? .number(value) : .null
                    default: .string("甲")
                    }
                }
                chart.table.append(cells, facts: RowFacts(state: state, n: 10))
                let faults = try chart.scene().textFaults(FixedTextMeasurer())
                #expect(faults.isEmpty, "\(kind) \(state) \(value): \(faults.first ?? "")")
            }
        }
    }

    @Test func allErrorsOfASpecComeTogether() {
        var chart = SampleCharts.random("cell", seed: 1)
        chart.spec.encoding.x.field = "jahr"
        chart.spec.encoding.y.kind = .quantitative
        chart.spec.encoding.color?.scale.breaks = [3, 2]
        #expect(
            errors(chart) == [
                .breaksNotAscending,
                .missingField(channel: "x", field: "jahr", fields: ["year", "organ", "value"]),
                .wrongKind(channel: "y", kind: .quantitative, allowed: [.nominal, .ordinal]),
            ])
    }

    @Test func wrongValuesAndMissingChannelsAreErrors() {
        var chart = SampleCharts.random("rankedBar", seed: 1)
        chart.table = ChartTable(fields: ["organ", "value"])
        chart.table.append(.string("甲"), .string("3"))
        #expect(errors(chart) == [.wrongValue(channel: "x", field: "value", row: 0)])
        var cells = SampleCharts.random("cell", seed: 1)
        cells.spec.encoding.color = nil
        #expect(errors(cells) == [.missingChannel("color")])
    }

    @Test func aCanvasWithoutRoomIsAnError() {
        var chart = SampleCharts.random("line", seed: 1)
        chart.spec.size = ChartSize(width: 200, height: 90)
        #expect(errors(chart) == [.tooSmall(width: 200, height: 90)])
    }

    @Test func theSameSpecGivesTheSameScene() throws {
        for kind in SampleCharts.kinds {
            let chart = SampleCharts.random(kind, seed: 3)
            #expect(try chart.scene() == chart.scene())
        }
    }

    @Test func theAlternativeIsHeadlineAndNotes() throws {
        let scene = try SampleCharts.random("line", seed: 3).scene()
        #expect(scene.title == "公开率 48.0%，比上年提高 2.1 个百分点")
        #expect(scene.description == "某区办理结果，2019—2025 年（%）。注：n＜30 不参与排序。")
    }
}
