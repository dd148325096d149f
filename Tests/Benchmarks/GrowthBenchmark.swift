import CairoDrawing
import ChartGrammar
import Foundation

/// What charts cost as their points grow, what they say of them, and memory over many charts.
/// Usage: Benchmarks charts-growth [REPEATS] [FOLDER]: how many charts are drawn for the memory (1,000), and where the pictures go.
enum GrowthBenchmark {
    private static let kinds = ["heatmap", "wide heatmap", "funnel", "lines", "one line", "slope", "ranking"]

    static func run(repeats: Int, folder: String?) throws {
        let (renderer, measurer) = (try Renderer(), try PangoTextMeasurer())
        print("chart\tpoints\tlayout ms\tPNG ms\tSVG ms\titems\tPNG bytes\tSVG bytes\tsays")
        for kind in kinds {
            for points in [1_000, 10_000, 100_000] {
                let png = try measure(kind, points, renderer, measurer)
                if let folder {
                    try Data(png).write(to: URL(fileURLWithPath: "\(folder)/\(kind) \(points).png"))
                }
            }
        }
        try memory(repeats, renderer, measurer)
    }

    private static func measure(
        _ kind: String, _ points: Int, _ renderer: Renderer, _ measurer: any TextMeasurer
    ) throws -> [UInt8] {
        let chart = GrowthCharts.chart(kind, points: points)
        let (layout, scene) = try milliseconds { try compile(chart.spec, chart.table, measurer: measurer) }
        let (pngTime, png) = try milliseconds { try renderer.png(scene, scale: 2) }
        let (svgTime, svg) = try milliseconds { try renderer.svg(scene) }
        let cells =
            [kind, String(points), layout, pngTime, svgTime]
            + [scene.flattened.count, png.count, svg.count].map { String($0) } + [scene.description]
        print(cells.joined(separator: "\t"))
        return png
    }

    /// The same small charts again and again.
    private static func memory(_ repeats: Int, _ renderer: Renderer, _ measurer: any TextMeasurer) throws {
        let charts = kinds.map { GrowthCharts.chart($0, points: 300) }
        func draw(_ index: Int) throws {
            let chart = charts[index % charts.count]
            let scene = try compile(chart.spec, chart.table, measurer: measurer)
            _ = try renderer.png(scene, scale: 2)
            _ = try renderer.svg(scene)
        }
        // Each kind once, so that fonts and caches are there from the start.
        for index in charts.indices { try draw(index) }
        let start = ResidentMemory.kilobytes()
        var middle = start
        for index in 0..<repeats {
            try draw(index)
            if index == repeats / 2 { middle = ResidentMemory.kilobytes() }
        }
        print("memory\t\(repeats) charts\tstart \(start) kB\tmiddle \(middle) kB\tend \(ResidentMemory.kilobytes()) kB")
    }

    private static func milliseconds<Value>(_ body: () throws -> Value) rethrows -> (String, Value) {
        let (stage, value) = try Benchmarks.measure("", rounds: 1, items: 1, body)
        return (String(Int(stage.median * 1000)), value)
    }
}
