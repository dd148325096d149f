import Testing

@testable import ChartGrammar

/// Charts of very many points: bounded scenes, and notes that say what became of the rest.
@Suite struct ManyPointsTests {
    private func chart(_ kind: String, _ entries: [CompositeCharts.Entry]) -> SampleChart {
        CompositeCharts.chart(kind, entries)
    }

    private func entries(_ names: Int, years: ClosedRange<Int> = 2024...2025) -> [CompositeCharts.Entry] {
        (0..<names).flatMap { name in
            years.map {
                .init(name: "单位\(name)", year: $0, value: Double((name * 7919 + $0 * 31) % 997) / 10, n: 5 + name)
            }
        }
    }

    private func notes(_ kind: String, _ names: Int) throws -> (text: String, shapes: Int) {
        let scene = try chart(kind, entries(names)).scene()
        return (scene.description, scene.flattened.count)
    }

    @Test(arguments: [
        ("cell", "行未列出"), ("funnel", "均匀画出"), ("line", "条线合为分布带"), ("slope", "均匀画出"), ("stacked", "未标名"),
    ]) func whatIsLeftOutIsSaid(kind: String, words: String) throws {
        let (many, few) = (try notes(kind, 8_000), try notes(kind, 8))
        #expect(many.text.contains(words), "\(many.text)")
        #expect(!few.text.contains(words), "nothing is left out of eight")
        if kind != "stacked" { #expect(many.shapes < 9_000, "\(many.shapes)") }
    }

    @Test func theSubjectOfAFunnelIsNeverThinnedOut() throws {
        var many = chart("funnel", entries(12_001))
        let table = many.table
        many.table = ChartTable(fields: table.fields)
        for row in 0..<table.count {
            let facts = RowFacts(n: 10 + row, isSubject: row == 7, isAlert: false)
            many.table.append(table.fields.map { table.column($0)![row] }, facts: facts)
        }
        let resolved = try ResolvedChart.resolve(
            many.spec, many.table, FunnelMark.rule, measurer: FixedTextMeasurer())
        let points = FunnelPoints(resolved)
        #expect(points.inside.count == 12_001 && points.drawnInside.count <= FunnelPoints.mostPoints + 1)
        #expect(points.drawnInside.contains { $0.facts.isSubject })
        #expect(try many.scene().description.contains("限内 12,001 个点中均匀画出"))
    }

    @Test func denseLinesKeepTheirExtremes() {
        let points = (0..<100_000).map { ScenePoint(Double($0) / 100, Double($0 * 7919 % 1009)) }
        let thinned = LineThinning.points(points)
        #expect(thinned.count <= 4_000 && thinned.first == points.first && thinned.last == points.last)
        for column in [0.0, 500, 999] {
            let (all, kept) = (
                points.filter { $0.x.rounded(.down) == column }, thinned.filter { $0.x.rounded(.down) == column }
            )
            #expect(all.map(\.y).min() == kept.map(\.y).min() && all.map(\.y).max() == kept.map(\.y).max())
        }
        #expect(zip(thinned, thinned.dropFirst()).allSatisfy { $0.x <= $1.x })
    }

    @Test func theBandsAreTheQuantiles() throws {
        let values = (0...400).map { CompositeCharts.Entry(name: "单位\($0)", year: 2025, value: Double($0)) }
        let scene = try chart("line", values).scene()
        let texts = scene.textBoxes(FixedTextMeasurer()).map(\.string)
        // The first of them is the subject and a line of its own.
        #expect(texts.contains("中位数 200.5%"), "\(texts)")
    }

    @Test func columnsThatHaveNoRoomAreCounted() throws {
        var table = ChartTable(fields: ["name", "year", "value", "stage"])
        for column in 0..<700 {
            table.append([.string("甲"), .string("第\(column)期"), .number(Double(column % 90)), .string("")])
        }
        var cells = chart("cell", entries(1))
        cells.table = table
        cells.spec.encoding.x.kind = .nominal
        let scene = try cells.scene()
        #expect(scene.description.contains("列未画出"))
        for case .rect(let rect) in scene.flattened { #expect(rect.width > 0 && rect.height > 0) }
    }
}
