import Foundation
import Testing

@testable import ChartGrammar

/// Every mark over data that a region really has: gaps, single points, too many rows, extreme numbers, long names.
@Suite struct CompositeMarkTests {
    private static let sizes: [ChartSize] = [.standard, .webWide, .webNarrow, .slide, .a4Figure]

    @Test(arguments: CompositeCharts.kinds + CompositeCharts.basicKinds, CompositeCharts.shapes) func textsKeepApart(
        kind: String, shape: String
    )
        throws
    {
        for size in Self.sizes {
            var chart = CompositeCharts.chart(kind, CompositeCharts.entries(shape), breaks: [SampleCharts.formBreak])
            chart.spec.size = size
            let faults = try chart.scene().textFaults(FixedTextMeasurer())
            #expect(faults.isEmpty, "\(size.width): \(faults.prefix(3))")
        }
    }

    /// Nothing is drawn outside the page, and no coordinate is infinite.
    @Test(arguments: CompositeCharts.kinds + CompositeCharts.basicKinds, CompositeCharts.shapes)
    func marksStayOnThePage(kind: String, shape: String)
        throws
    {
        let scene = try CompositeCharts.chart(kind, CompositeCharts.entries(shape)).scene()
        for case .path(let path) in scene.flattened {
            #expect(
                path.points.allSatisfy {
                    $0.x.isFinite && $0.y.isFinite && (-2...1202).contains($0.x) && (-2...702).contains($0.y)
                })
        }
        for case .rect(let rect) in scene.flattened {
            #expect(
                rect.x >= -2 && rect.x + rect.width <= 1202 && rect.y >= -2 && rect.y + rect.height <= 702, "\(rect)")
        }
    }

    /// RECORD_SNAPSHOTS=1 writes the listings and still fails.
    @Test(arguments: CompositeCharts.kinds) func sceneIsAsRecorded(kind: String) throws {
        let entries: [CompositeCharts.Entry] =
            kind == "flow"
            ? [("本年新收", 100), ("予以公开", 60), ("不予公开", 30), ("结转下年度", 10)].map {
                .init(name: $0.0, year: 2025, value: $0.1)
            } : CompositeCharts.entries("gaps")
        let listing = try CompositeCharts.chart(kind, entries, breaks: [SampleCharts.formBreak]).scene().listing
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots/\(kind).scene.txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(listing.utf8).write(to: file)
            Issue.record("recorded \(file.lastPathComponent)")
            return
        }
        #expect(listing == (try String(contentsOf: file, encoding: .utf8)))
    }

    // MARK: What the marks promise

    private static func pairs(_ values: [(String, Double?, Double?)]) -> [CompositeCharts.Entry] {
        values.flatMap { name, before, after in
            [
                CompositeCharts.Entry(name: name, year: 2024, value: before),
                CompositeCharts.Entry(name: name, year: 2025, value: after),
            ]
        }
    }

    private static func resolved(_ chart: SampleChart) throws -> ResolvedChart {
        try ResolvedChart.resolve(chart.spec, chart.table, chart.spec.mark.rule!, measurer: FixedTextMeasurer())
    }

    /// The steps end where the total ends, also when most of them are added up in one.
    @Test(arguments: [3, 5, 100]) func theStepsOfAWaterfallMeetItsTotal(limit: Int) throws {
        var values: [(String, Double?, Double?)] = [("缺", 5, nil)]
        var expected = 0.0
        for index in 0..<20 {
            let (before, after) = (Double(index * 7 % 50), Double(index * 13 % 50))
            values.append(("区\(index)", before, after))
            expected += after - before
        }
        let chart = try Self.resolved(CompositeCharts.chart("waterfall", Self.pairs(values)))
        let rows = ChangeRows.rows(chart, limit: limit).rows
        let total = try #require(rows.last { $0.kind == .total }?.change)
        let end = try #require(rows.last { $0.kind != .total && $0.change != nil })
        #expect(abs(end.start + end.change! - total) < 1e-9)
        #expect(abs(total - expected) < 1e-9)
        #expect(rows.count <= limit + 1)
    }

    @Test func noChangeIsComputedAcrossABreakOrAGap() throws {
        let entries = [
            CompositeCharts.Entry(name: "甲", year: 2020, value: 5),
            CompositeCharts.Entry(name: "甲", year: 2021, value: 9),
        ]
        let broken = try Self.resolved(CompositeCharts.chart("change", entries, breaks: [SampleCharts.formBreak]))
        #expect(PairTransform.pairs(broken).map(\.change) == [nil])
        let whole = try Self.resolved(CompositeCharts.chart("change", entries))
        #expect(PairTransform.pairs(whole).map(\.change) == [4])
        let gap = try Self.resolved(CompositeCharts.chart("slope", Self.pairs([("甲", nil, 3), ("乙", 1, 4)])))
        #expect(PairTransform.pairs(gap).map(\.change) == [nil, 3])
    }

    /// What came in is what went out, in points of the picture too.
    @Test func theWidthsOfAFlowAddUp() throws {
        let entries = [("收", 100.0), ("公开", 61), ("不予", 32), ("结转", 7)].map {
            CompositeCharts.Entry(name: $0.0, year: 2025, value: $0.1)
        }
        let scene = try CompositeCharts.chart("flow", entries).scene()
        let marks = try #require(rects(in: scene, group: "marks"))
        let (sources, ends, middle) = (marks[0...0], marks[1...3], marks[4])
        #expect(abs(sources.reduce(0) { $0 + $1.height } - middle.height) < 1e-6)
        #expect(abs(ends.reduce(0) { $0 + $1.height } - middle.height) < 1e-6)
    }

    @Test func aFlowThatDoesNotAddUpIsNotDrawn() throws {
        let entries = [("收", 100.0), ("公开", 61)].map { CompositeCharts.Entry(name: $0.0, year: 2025, value: $0.1) }
        let scene = try CompositeCharts.chart("flow", entries).scene()
        #expect(rects(in: scene, group: "marks") == nil)
        #expect(scene.textBoxes(FixedTextMeasurer()).contains { $0.string.contains("勾稽不符") })
    }

    private func rects(in scene: Scene, group: String) -> [SceneRect]? {
        for case .group("plot", let items) in scene.items {
            for case .group(group, let marks) in items {
                return marks.compactMap { if case .rect(let rect) = $0 { rect } else { nil } }
            }
        }
        return nil
    }
}
