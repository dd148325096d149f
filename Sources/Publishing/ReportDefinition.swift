import Charting
import Configuration
import FilingTable
import Filings
import Metrics

/// A report as `Reports/NAME.yml` defines it: sections of prose, charts and tables.
package struct ReportDefinition: Sendable {
    package var name: String
    package var title: Words
    /// The indicators shown as tiles at the top.
    package var tiles: [Indicator]
    package var sections: [Section]
    /// Indicators that the definition itself brings (`indicators:`), with the built-in ones usable in it.
    package var ownIndicators: [Indicator] = []

    package struct Section: Sendable {
        package var heading: Words
        package var blocks: [Block]
    }

    package enum Block: Sendable {
        /// Sentences computed from the indicators' latest values.
        case prose([Indicator])
        case chart(String)
        case table(Table)
        case findings
        case definitions
        case sources
    }

    /// Years (or groups) down, indicators across.
    package struct Table: Sendable {
        package var title: Words
        package var indicators: [Indicator]
        package var by: [Dimension]
        package var isLatestOnly: Bool
    }
}

extension ReportDefinition {
    package init(text: String, file: String, charts: [String]) throws(ConfigurationErrors) {
        let name = String(file.split(separator: "/").last?.split(separator: ".").first ?? "")
        self = try ConfigurationDocument(text: text, file: file).read { reader in
            let own = IndicatorDefinition.list(in: reader)
            let known = AllIndicators.all + own
            return ReportDefinition(
                name: name, title: Self.words(reader, "title"), tiles: Self.indicators(reader, "tiles", known),
                sections: reader.list("sections") { section in
                    Section(
                        heading: Self.words(section, "heading"),
                        blocks: section.list("blocks") { Self.block($0, charts, known) })
                }, ownIndicators: own)
        }
    }

    private static func words(_ reader: ConfigurationReader, _ key: String) -> Words {
        let words = reader.mapping(key)
        return Words(words.string("zh"), words.string("en"))
    }

    private static func indicators(_ reader: ConfigurationReader, _ key: String, _ known: [Indicator]) -> [Indicator] {
        reader.words(key, of: known.map(\.id)).compactMap { id in known.first { $0.id == id } }
    }

    private static func block(_ reader: ConfigurationReader, _ charts: [String], _ known: [Indicator]) -> Block {
        switch reader.word("kind", of: ["prose", "chart", "table", "findings", "definitions", "sources"]) {
        case "prose": .prose(indicators(reader, "indicators", known))
        case "chart": .chart(reader.word("name", of: charts))
        case "table":
            .table(
                Table(
                    title: words(reader, "title"), indicators: indicators(reader, "indicators", known),
                    by: reader.has("by")
                        ? reader.words("by", of: Dimension.allCases.map(\.rawValue)).compactMap(Dimension.init) : [],
                    isLatestOnly: reader.optionalBoolean("latest") ?? false))
        case "definitions": .definitions
        case "sources": .sources
        default: .findings
        }
    }
}

/// The report definitions and page templates of a run.
package struct ReportLibrary: Sendable {
    package let definitions: [ReportDefinition]
    package let charts: ChartLibrary
    package let files: [(path: String, text: String)]

    /// Reads definitions and charts; throws the mistakes of all files at once.
    package init(folder: String? = nil) throws(ConfigurationErrors) {
        var errors: [ConfigurationError] = []
        // Charts first: with a broken one every report that names it would seem broken too.
        let charts = try ChartLibrary(folder: folder)
        let files =
            folder.map {
                DefinitionFiles.read(below: $0, subfolder: "Reports", extensions: ["yml", "mustache", "css", "js"])
            }
            ?? EmbeddedReports.files
        var definitions: [ReportDefinition] = []
        for file in files where file.path.hasSuffix(".yml") {
            do {
                definitions.append(
                    try ReportDefinition(text: file.text, file: file.path, charts: charts.definitions.map(\.name)))
            } catch {
                errors += error.errors
            }
        }
        guard errors.isEmpty else { throw ConfigurationErrors(errors) }
        self.definitions = definitions.sorted { $0.name < $1.name }
        self.charts = charts
        self.files = files
    }

    package func definition(_ name: String) -> ReportDefinition? { definitions.first { $0.name == name } }

    /// A page template or stylesheet by its file name; the shipped one where the folder has none.
    func template(_ name: String) -> String {
        let mine = files.first { $0.path.hasSuffix("/" + name) }
        return (mine ?? EmbeddedReports.files.first { $0.path.hasSuffix("/" + name) })?.text ?? ""
    }
}
