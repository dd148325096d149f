import ArgumentParser
import Checks
import FilingTable
import Filings
import Metrics

/// How results of metrics are written.
enum MetricFormat: String, CaseIterable, ExpressibleByArgument {
    case table, csv, json, markdown

    /// The form of a table; nil for JSON.
    var table: TextTable.Format? {
        switch self {
        case .table: .terminal
        case .csv: .csv
        case .markdown: .markdown
        case .json: nil
        }
    }
}

/// Choices that change numbers, shared by the commands that compute metrics.
struct MetricChoices: ParsableArguments {
    @Option(help: "A YAML file with more indicators (indicators:).")
    var indicators: String?

    @Option(help: "A YAML file with residents by division and year (population:), each with its source.")
    var population: String?

    @Option(help: "A CSV of the organs that must file (organ, district, function, from, to), for filing-rate.")
    var register: String?

    @Option(
        help:
            "What ranked values share: level, function, province, size ... separated by commas, or a YAML file (peers:)."
    )
    var peers: String?

    @Option(
        help:
            "Divisions over the years: as-reported, current (ended ones pooled with their successor), constant-panel (organs that filed every year)."
    )
    var geography = Geography.Name.asReported

    @Option(help: "Rates with a smaller denominator are not shown: 5, or 5,INDICATOR=10,...")
    var minimumShown = "5"

    @Option(help: "Rates with a smaller denominator are not ranked: 30, or 30,INDICATOR=50,...")
    var minimumRanked = "30"

    @Option(help: "Base year of indices and compound growth; else the first year shown with the form of the last.")
    var base: Int?

    @Option(help: "How many bands quantiles make.")
    var bands = 4

    @Flag(help: "Let a whole area's own filing stand for the filings inside it.")
    var wholeArea = false

    func validate() throws {
        guard (2...100).contains(bands) else { throw ValidationError("--bands takes 2 to 100, not \(bands).") }
        if let base, !FilingYears.plausible.contains(base) {
            throw ValidationError("--base takes a year, not \(base).")
        }
    }
}

extension Geography.Name: ExpressibleByArgument {}

/// The choices as values, with everything they name read.
struct ResolvedChoices {
    var settings: MetricSettings
    var options: MetricOptions
    var peers: [PeerField]?
    var geography: Geography.Name
    /// Who must file, where a register was given.
    var register: Register?

    /// Every indicator that may be named: the built-in ones and those of the file.
    var indicators: [Indicator] { AllIndicators.all + settings.indicators }

    /// The indicators of a list of ids separated by commas, or all of them.
    func named(_ list: String) throws(RunError) -> [Indicator] {
        if list == "all" { return indicators }
        let ids = try listed(list, option: "--indicator")
        do { return try MetricQuery.indicators(ids, and: settings.indicators) } catch {
            throw .unknown(error)
        }
    }

    func geography(_ registry: DistrictRegistry) -> Geography {
        switch geography {
        case .asReported: .asReported
        case .current: .current(registry)
        case .constantPanel: .constantPanel
        }
    }
}

extension MetricChoices {
    /// Reads the files and the lists; all mistakes of the lists at once.
    func resolved() throws(RunError) -> ResolvedChoices {
        var settings = MetricSettings()
        if let indicators { settings.indicators = try Definitions.metricSettings(indicators).indicators }
        if let population { settings.population = try Definitions.metricSettings(population).population }
        var options = MetricOptions(useWholeArea: wholeArea)
        options.baseYear = base
        options.bands = bands
        let known = AllIndicators.all.map(\.id) + settings.indicators.map(\.id)
        var problems: [Words] = []
        let shown = Self.minimums(minimumShown, "--minimum-shown", known, &problems)
        let ranked = Self.minimums(minimumRanked, "--minimum-ranked", known, &problems)
        guard problems.isEmpty else { throw .arguments(problems) }
        options.minimumForShowing = shown.general ?? options.minimumForShowing
        options.minimumForRanking = ranked.general ?? options.minimumForRanking
        for (id, number) in shown.byIndicator { options.minimumsByIndicator[id, default: .init()].forShowing = number }
        for (id, number) in ranked.byIndicator { options.minimumsByIndicator[id, default: .init()].forRanking = number }
        return ResolvedChoices(
            settings: settings, options: options, peers: try peerFields(), geography: geography,
            register: try register.map { path throws(RunError) in try SettingsLoader.register(path: path) })
    }

    private func peerFields() throws(RunError) -> [PeerField]? {
        guard let peers else { return nil }
        if Definitions.isFile(peers) { return [.lists(PeerLists(try Definitions.metricSettings(peers).peers))] }
        let valid = Dimension.allCases.filter { $0 != .year && $0 != .source }.map(\.rawValue) + ["size"]
        return try listed(peers, option: "--peers", Words("同类条件", "peer condition"), among: valid).map { name in
            Dimension(rawValue: name).map(PeerField.dimension) ?? .size
        }
    }

    /// `30` or `30,refusal-rate=50`.
    private static func minimums(
        _ text: String, _ option: String, _ known: [String], _ problems: inout [Words]
    ) -> (general: Int?, byIndicator: [(String, Int)]) {
        var general: Int?
        var byIndicator: [(String, Int)] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard let number = parts.last.flatMap({ Int($0) }), number >= 0, parts.count <= 2 else {
                problems.append(Words("\(option) “\(item)”应为不小于 0 的整数", "\(option) “\(item)” must be a number from 0"))
                continue
            }
            if parts.count == 1 {
                general = number
            } else if known.contains(parts[0]) {
                byIndicator.append((parts[0], number))
            } else {
                problems.append(Unknown.near(parts[0], Words("指标", "indicator"), known))
            }
        }
        return (general, byIndicator)
    }
}
