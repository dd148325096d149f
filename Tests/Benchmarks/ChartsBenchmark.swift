import CairoDrawing
import ChartGrammar
import Foundation

/// The twenty charts that the peers draw (line, stack, heatmap, slope, ranking, small multiples in turn), from the same
/// JSON, as PNG of 2400 x 1400 pixels and SVG. Usage: Benchmarks charts DATA.json FOLDER [REPEATS [THEME]]
enum ChartsBenchmark {
    /// The file that the peers read: names, years, and figures by name and year.
    struct Figures: Decodable {
        var provs: [String]
        var yrs: [Int]
        var new: [[Double]]
        var rate: [[Double]]
        var res: [[Double]]
        var app: [[Double]]
        var appk: [String]
    }

    static func run(_ arguments: [String]) throws {
        guard arguments.count >= 2 else {
            print("usage: Benchmarks charts DATA.json FOLDER [REPEATS [THEME]]")
            exit(64)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let figures = try JSONDecoder().decode(Figures.self, from: Data(contentsOf: URL(fileURLWithPath: arguments[0])))
        try FileManager.default.createDirectory(atPath: arguments[1], withIntermediateDirectories: true)
        // The print theme is all grey: every picture has a palette.
        let theme = Theme.all.first { arguments.count > 3 && $0.name == arguments[3] } ?? .light
        let (renderer, measurer) = (try Renderer(), try PangoTextMeasurer())
        var (times, png, svg) = ([Double](), 0.0, 0.0)
        for repeated in 0..<max(1, arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1) {
            for index in 0..<20 {
                let begun = clock.now
                let scene = try compile(spec(index, figures, theme), table(index, figures), measurer: measurer)
                let drawn = clock.now
                let name = arguments[1] + "/c" + (index < 10 ? "0" : "") + String(index)
                try Data(renderer.png(scene)).write(to: URL(fileURLWithPath: name + ".png"))
                let middle = clock.now
                try Data(renderer.svg(scene)).write(to: URL(fileURLWithPath: name + ".svg"))
                let end = clock.now
                times.append(seconds(end - begun))
                png += seconds(middle - drawn)
                svg += seconds(end - middle)
            }
            if repeated % 10 == 0 {
                FileHandle.standardError.write(Data("\(times.count) charts, \(ResidentMemory.kilobytes()) kB\n".utf8))
            }
        }
        let next = times.dropFirst().sorted()
        print(
            "tongjian first \(times[0]) next_median \(next[next.count / 2]) total \(times.reduce(0, +))",
            "png_s \(png) svg_s \(svg) wall \(seconds(clock.now - start)) memory_kB \(ResidentMemory.kilobytes())")
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static let kinds: [MarkSpec] = [
        .line, .stackedBar, .cell, MarkSpec(.slope), .rankedBar, MarkSpec(.facet),
    ]

    private static func spec(_ index: Int, _ figures: Figures, _ theme: Theme) -> ChartSpec {
        let mark = kinds[index % 6]
        let year = Channel("year", .temporal)
        let name = Channel("name", .nominal)
        let value = Channel("value", .quantitative, format: NumberFormat(decimals: index % 6 == 2 ? 2 : 0))
        let encoding: Encoding =
            switch index % 6 {
            case 2: Encoding(x: year, y: name, color: value)
            case 4:
                Encoding(x: Channel("value", .quantitative, format: NumberFormat(decimals: 1, suffix: "%")), y: name)
            case 5: Encoding(x: year, y: value, facet: name)
            default: Encoding(x: year, y: value, color: name)
            }
        let titles = ChartTitles(headline: "图 \(index + 1)　政府信息公开年度指标变化", subtitle: "年度", source: "年度报告")
        let series =
            index % 6 == 1
            ? (index % 2 == 1 ? figures.appk : outcomes).enumerated().map { SeriesSpec($1, role: .outcome($0)) } : []
        return ChartSpec(mark: mark, encoding: encoding, titles: titles, series: series, theme: theme)
    }

    private static let outcomes = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"]

    private static func table(_ index: Int, _ figures: Figures) -> ChartTable {
        let (names, rows): ([String], [[Double]])
        switch index % 6 {
        case 0:
            (names, rows) = (
                Array(figures.provs.indices.map { figures.provs[($0 + index) % 31] }.prefix(6)), figures.new
            )
        case 1: (names, rows) = index % 2 == 1 ? (figures.appk, figures.app) : (outcomes, figures.res)
        case 2: (names, rows) = (figures.provs, figures.rate)
        case 3: (names, rows) = (figures.provs, figures.new.map { [$0[0], $0[$0.count - 1]] })
        case 4: (names, rows) = (figures.provs, figures.rate.map { [$0[index % figures.yrs.count] * 100] })
        default: (names, rows) = (Array(figures.provs.prefix(12)), figures.new)
        }
        var table = ChartTable(fields: ["name", "year", "value"])
        for (name, values) in zip(names, rows) {
            for (offset, value) in values.enumerated() {
                table.append(.string(name), .year(figures.yrs[offset]), .number(value))
            }
        }
        return table
    }
}
