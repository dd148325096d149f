import ChartGrammar
import Charting
import Digests
import FilingInterchange
import FilingTable
import Filings
import Metrics

/// Report definition + filings -> the files of a bundle, in memory.
package struct ReportBuilder {
    private let definition: ReportDefinition
    private let library: ReportLibrary
    private let input: ReportInput
    private let options: [(String, String)]

    package init(
        _ definition: ReportDefinition, library: ReportLibrary, input: ReportInput, options: [(String, String)]
    ) {
        self.definition = definition
        self.library = library
        self.input = input
        self.options = options
    }

    package struct Result: Sendable {
        package var files: [BundleFile]
        /// The bundle's identity: the digest of its manifest.
        package var digest: String
        package var chartCount: Int
    }

    package func build() throws(PublishingError) -> Result {
        let painter = try ChartPainter()
        let figures = FigureBlock(painter: painter, language: input.language)
        let charts = drawableCharts()
        var files: [BundleFile] = []
        for chart in charts { files += try figures.files(chart, data: CSVText.text(chart.data)) }
        files += tables()
        files += data()
        let year = input.scope.latestYear(input.subjectFilter) ?? input.columns.yearRange?.upperBound ?? 0
        let page = Page(
            definition: definition, input: input, charts: charts, figures: figures,
            colophon: Colophon(fonts: painter.fonts, language: input.language), year: year)
        let html = try page.html(
            template: library.template("page.mustache"), style: library.template("page.css"),
            script: library.template("page.js"))
        files.append(BundleFile(path: "index.html", text: html))
        let manifest = Manifest(
            report: definition.name, options: options, definitions: usedDefinitions, filings: input.set.filings,
            fonts: painter.fonts.names, files: files)
        let json = manifest.json
        let digest = SHA256Digest.hexadecimal(of: json)
        files.append(BundleFile(path: Manifest.path, text: json))
        files.append(BundleFile(path: Manifest.digestPath, text: "\(digest)  \(Manifest.path)\n"))
        return Result(files: files, digest: digest, chartCount: charts.count)
    }

    private var chartNames: [String] {
        definition.sections.flatMap(\.blocks).compactMap { block in
            if case .chart(let name) = block { return name }
            return nil
        }
    }

    private func drawableCharts() -> [DrawableChart] {
        let scope = input.scope
        return chartNames.compactMap(library.charts.definition).compactMap { ChartBuilder($0, over: scope).chart() }
    }

    private func tables() -> [BundleFile] {
        var files: [BundleFile] = []
        let year = input.scope.latestYear(input.subjectFilter) ?? 0
        for case .table(let table) in definition.sections.flatMap(\.blocks) {
            let content = TableBlock(input: input, year: year, definition: table).content()
            let rows = content.rows.map { [$0.head] + $0.cells + [$0.flags] }
            files.append(
                BundleFile(path: "tables/table-\(files.count + 1).csv", text: CSVText.text([content.header] + rows)))
        }
        return files
    }

    private func data() -> [BundleFile] {
        let bySource = Dictionary(grouping: input.findings, by: \.source)
        let filings = input.set.filings.map { filing in
            let own = (bySource[filing.source] ?? []).filter(\.sources.isEmpty)
            return FilingJSON.value(of: filing, findings: own, detail: true).compact + "\n"
        }
        let query = MetricQuery(
            AllIndicators.all + definition.ownIndicators, by: [.organ], compare: [.level, .yearOverYear],
            where: input.filter, years: input.years)
        return [
            BundleFile(path: "data/filings.jsonl", text: filings.joined()),
            BundleFile(
                path: "data/metrics.csv", text: MetricCSV.text(query.run(on: input.columns), language: input.language)),
            BundleFile(path: "data/findings.json", text: FindingJSON.document(input.findings).pretty),
        ]
    }

    private var usedDefinitions: [(path: String, text: String)] {
        let names = Set(chartNames)
        let charts = library.charts.files.filter { file in
            names.contains(String(file.path.split(separator: "/").last?.split(separator: ".").first ?? ""))
        }
        let report = library.files.filter { !$0.path.hasSuffix(".yml") || $0.path.hasSuffix("/\(definition.name).yml") }
        return charts + report
    }
}
