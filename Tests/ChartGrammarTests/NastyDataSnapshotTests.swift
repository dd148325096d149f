import ChartGrammar
import TestSupport
import Testing

/// Every mark over gaps, one point, a thousand series, negative, huge, tiny, long-named and no data: the outline of each
/// scene, small enough to be read. RECORD_SNAPSHOTS=1 writes the files and still fails.
@Suite struct NastyDataSnapshotTests {
    @Test(arguments: CompositeCharts.kinds + CompositeCharts.basicKinds) func outlinesAreAsRecorded(kind: String) throws
    {
        let outlines = try CompositeCharts.shapes.map { shape in
            let entries = CompositeCharts.entries(shape)
            let scene = try CompositeCharts.chart(kind, entries, breaks: [SampleCharts.formBreak]).scene()
            return "== \(shape)\n" + SceneOutline(scene).text
        }
        try Snapshot.check(outlines.joined(separator: "\n"), "\(kind).outline.txt")
    }
}
