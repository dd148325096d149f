import ChartGrammar
import Testing

/// No two texts meet and none leaves the canvas, whatever the table.
@Suite struct TextPlacementTests {
    static let sizes: [ChartSize] = [.standard, .bars, .heatmap, .webWide, .webNarrow, .slide, .a4Figure]

    @Test(arguments: SampleCharts.kinds) func textsKeepApart(kind: String) throws {
        for seed in 0..<40 as Range<UInt64> {
            var chart = SampleCharts.random(kind, seed: seed)
            chart.spec.size = Self.sizes[Int(seed) % Self.sizes.count]
            chart.spec.theme = Theme.all[Int(seed) % 3]
            chart.spec.language = seed % 2 == 0 ? .zh : .en
            let faults = try chart.scene().textFaults(FixedTextMeasurer())
            #expect(faults.isEmpty, "\(kind) \(seed): \(faults.prefix(3).joined(separator: "\n"))")
        }
    }

    @Test func longHeadsAndNotesWrap() throws {
        var chart = SampleCharts.random("line", seed: 7)
        let clause = "区住房和城乡建设局办理政府信息公开申请的公开率降至 23.2%，"
        chart.spec.titles.headline = clause + clause
        chart.spec.titles.subtitle = String(repeating: "云溪市青岚区各部门公开率，", count: 9)
        chart.spec.titles.notes = Array(repeating: "无申请、缺报告、机构未设立、勾稽不符均不着色，不等于 0。", count: 5)
        let scene = try chart.scene()
        #expect(scene.textFaults(FixedTextMeasurer()).isEmpty)
        let texts = scene.textBoxes(FixedTextMeasurer()).map(\.string)
        #expect(texts.contains(clause))
    }

    @Test func aThousandLinesStayReadable() throws {
        var table = ChartTable(fields: ["year", "value", "organ"])
        for organ in 0..<1000 {
            for year in 2019...2025 {
                table.append(.year(year), .number(Double((organ * 7 + year) % 97)), .string("单位\(organ)"))
            }
        }
        var chart = SampleCharts.random("line", seed: 1)
        chart.table = table
        chart.spec.series = [SeriesSpec("单位3", role: .subject)]
        #expect(try chart.scene().textFaults(FixedTextMeasurer()).isEmpty)
    }
}
