import Testing

@testable import ChartGrammar

@Suite struct StackTransformTests {
    private func columns(_ kind: String, _ seed: UInt64) throws -> [StackColumn] {
        let chart = SampleCharts.random(kind, seed: seed)
        let resolved = try ResolvedChart.resolve(
            chart.spec, chart.table, StackedBarMark.rule, measurer: FixedTextMeasurer())
        return StackTransform.columns(resolved, isNormalized: kind == "normalized")
    }

    @Test func sharesAddUpToAHundred() throws {
        for seed in 0..<60 as Range<UInt64> {
            for column in try columns("normalized", seed) {
                if let last = column.segments.last {
                    #expect(abs(last.end - 100) < 1e-9)
                    #expect(column.state == nil)
                } else {
                    #expect(column.state != nil)
                }
                for (lower, upper) in zip(column.segments, column.segments.dropFirst()) {
                    #expect(lower.end == upper.start)
                }
            }
        }
    }

    @Test func countsAddUpToTheirSum() throws {
        for seed in 0..<60 as Range<UInt64> {
            for column in try columns("stacked", seed) where column.state == nil {
                #expect(column.segments.last?.end == column.total)
            }
        }
    }

    @Test func aMissingPartLeavesNoWhole() throws {
        var chart = SampleCharts.random("normalized", seed: 1)
        chart.table = ChartTable(fields: ["year", "value", "outcome"])
        chart.table.append(.year(2021), .number(3), .string("予以公开"))
        chart.table.append(.year(2021), .null, .string("部分公开"), facts: RowFacts(state: .missing))
        chart.table.append(.year(2022), .number(3), .string("予以公开"))
        chart.table.append(.year(2022), .null, .string("部分公开"), facts: RowFacts(state: .notAsked))
        chart.table.append(.year(2024), .number(0), .string("予以公开"))
        let resolved = try ResolvedChart.resolve(
            chart.spec, chart.table, StackedBarMark.rule, measurer: FixedTextMeasurer())
        let states = StackTransform.columns(resolved, isNormalized: true).map(\.state)
        #expect(states == [.missing, nil, .missing, .noRequests])
    }
}
