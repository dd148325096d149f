// Measures the stages of a run over a folder of filings and prints medians, or metrics or checks over made-up filings.
// Usage: Benchmarks FOLDER [ROUNDS] [--import | --import-by-two], Benchmarks metrics [COUNT] [FILE.csv], Benchmarks --checks [COUNT], or
// Benchmarks charts DATA.json FOLDER, or Benchmarks charts-growth [REPEATS]
import ChartGrammar
import Charting
import Checks
import FilingTable
import Filings
import Foundation
import Ingest
import Metrics
import Parsing
import Publishing

struct Stage {
    var name: String
    var seconds: [Double] = []
    var items: Int

    var median: Double { seconds.sorted()[seconds.count / 2] }
    var line: String {
        let milliseconds = DecimalText.fixed(median * 1000, 1)
        let rate = DecimalText.grouped(ExactDecimal(Int64(Double(items) / max(median, 1e-9))))
        return "\(name)\t\(milliseconds) ms\t\(rate)/s\t(\(items) items, median of \(seconds.count))"
    }
}

func measure<Value>(_ name: String, rounds: Int, items: Int, _ body: () throws -> Value) rethrows -> (Stage, Value) {
    var stage = Stage(name: name, items: items)
    var result: Value?
    for _ in 0..<rounds {
        let start = ContinuousClock.now
        let value = try body()
        let elapsed = ContinuousClock.now - start
        // The value of the round before is given up when the clock does not run.
        result = value
        stage.seconds.append(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
    }
    return (stage, result!)
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
    print(
        "usage: Benchmarks FOLDER [ROUNDS] [--import | --import-by-two] | metrics [COUNT] [FILE.csv] | --checks [COUNT] | charts DATA.json FOLDER [REPEATS] | charts-growth [REPEATS] [FOLDER]"
    )
    exit(64)
}
if arguments[1] == "charts" {
    try ChartsBenchmark.run(Array(arguments.dropFirst(2)))
    exit(0)
}
if arguments[1] == "charts-growth" {
    let repeats = arguments.count > 2 ? Int(arguments[2]) ?? 1000 : 1000
    try GrowthBenchmark.run(repeats: repeats, folder: arguments.count > 3 ? arguments[3] : nil)
    exit(0)
}
if arguments[1] == "metrics" {
    MetricsBenchmark.run(Array(arguments.dropFirst(2)))
    exit(0)
}
if arguments[1] == "--checks" {
    CheckBenchmark.run(arguments.count > 2 ? Int(arguments[2]) ?? 100_000 : 100_000)
    exit(0)
}
let rounds = arguments.count > 2 ? max(1, Int(arguments[2]) ?? 5) : 5
let listing = InputWalker.list([arguments[1]])
var parser = FilingParser(registry: DistrictRegistry())
// As commands that compute read.
parser.keepsSections = false

// With two threads alone nothing was read before, as in a run of the program.
for jobs in arguments.contains("--import-by-two") ? [2] : [1, 2] {
    print(
        measure("files to table, \(jobs) threads", rounds: rounds, items: listing.files.count) {
            ImportBenchmark.table(of: listing, parser: parser, jobs: jobs)
        }.0.line)
}
if arguments.contains(where: { $0.hasPrefix("--import") }) { exit(0) }
parser.keepsSections = true

let (reading, documents) = measure("read", rounds: rounds, items: listing.files.count) {
    listing.files.compactMap { file in
        try? FileReader.document(FileReader.bytes(of: file.path), source: file.source)
    }
}
print(reading.line)
let (parsing, filings) = measure("parse", rounds: rounds, items: documents.count) {
    documents.compactMap { document -> Filing? in
        if case .read(let filing) = parser.parse(document) { filing } else { nil }
    }
}
print(parsing.line)
let set = FilingSet(YearResolution.resolve(filings))
let (checking, findings) = measure("check", rounds: rounds, items: filings.count) { AllChecks.findings(in: set) }
print(checking.line, "\(findings.count) findings")
let (building, columns) = measure("columns", rounds: rounds, items: filings.count) { FilingColumns(set.current) }
print(building.line)
let query = MetricQuery(AllIndicators.all, by: [.organ], compare: AllComparisons.all)
let (querying, series) = measure("query", rounds: rounds, items: filings.count) { query.run(on: columns) }
print(querying.line, "\(series.count) series")

let scope = ChartScope(filings: columns, subject: ChartScope.mainArea(of: columns, filter: RowFilter()))
let charts = try ChartLibrary().definitions.compactMap { ChartBuilder($0, over: scope).chart() }
let painter = try ChartPainter()
let (layout, scenes) = try measure("chart layout", rounds: rounds, items: charts.count) {
    try charts.map(painter.scene)
}
print(layout.line)
print(
    try measure("chart png 2x", rounds: rounds, items: charts.count) { try scenes.map { try painter.png($0) } }.0.line)
print(try measure("chart svg", rounds: rounds, items: charts.count) { try scenes.map(painter.svg) }.0.line)
