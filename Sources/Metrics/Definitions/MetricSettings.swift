import Configuration
import FilingTable
import Filings

/// What a person adds to metrics in YAML: indicators, peer groups and residents. Every key may be absent.
///
///     peers:
///       - {name: 城区组, members: ["410311", 瀍河回族区]}
///     population:
///       - {district: "410311", year: 2024, residents: 655000, source: 统计年鉴2025}
package struct MetricSettings: Sendable {
    package var indicators: [Indicator] = []
    package var peers: [PeerLists.Group] = []
    package var population: [Residents] = []

    /// The residents of a division in a year, with where the number stands.
    package struct Residents: Hashable, Sendable {
        package var district: String
        package var year: Int
        package var residents: Int64
        package var source: String
    }

    package init() {}

    /// Reads a file; throws all mistakes at once, each with line, column and the nearest valid word.
    package init(text: String, file: String) throws(ConfigurationErrors) {
        self = try ConfigurationDocument(text: text, file: file).read { reader in
            var settings = MetricSettings()
            settings.indicators = IndicatorDefinition.list(in: reader)
            settings.peers =
                reader.optionalList("peers") {
                    PeerLists.Group(name: $0.string("name"), members: $0.strings("members"))
                } ?? []
            settings.population = Self.residents(reader)
            return settings
        }
    }

    private static func residents(_ reader: ConfigurationReader) -> [Residents] {
        var seen: Set<String> = []
        return reader.optionalList("population") { entry in
            let residents = Residents(
                district: entry.string("district"), year: entry.integer("year", in: FilingYears.plausible),
                residents: Int64(entry.integer("residents", in: 1...2_000_000_000)), source: entry.string("source"))
            if !seen.insert("\(residents.district) \(residents.year)").inserted {
                entry.report(
                    zh: "\(residents.district) \(residents.year) 年的人口重复",
                    en: "the residents of \(residents.district) in \(residents.year) are given twice")
            }
            return residents
        } ?? []
    }
}
