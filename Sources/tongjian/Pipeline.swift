import Charting
import Checks
import FilingInterchange
import FilingTable
import Filings
import Ingest
import Parsing

/// The flow of the whole program, one way:
///
///     files -> RawDocument -> Filing + findings -> FilingSet -> columns -> metrics -> charts -> bundle
///
/// Each command stops somewhere along this line.
struct Pipeline {
    let options: InputOptions
    let console: ConsoleReporter

    /// Files to filings: settings first, then all files in parallel, then what only neighbouring years decide.
    ///
    /// Sections, half of what a filing takes up, are kept for checks only.
    func readFilings(withSections: Bool) throws(RunError) -> ReadResult {
        let listing = InputWalker.list(options.inputs)
        let settings = try SettingsLoader.load(listing, overrides: options.overrides, mapping: options.mapping)
        var intake = intake(listing, settings)
        intake.keepsSections = withSections
        var result = intake.readAll()
        result.settings = settings
        result.filings = YearResolution.resolve(result.filings)
        guard !result.filings.isEmpty else { throw .noFilings(result.summary) }
        return result
    }

    /// The same for a command that needs one filing after the other: hands them over in order, some at a time, and holds
    /// no others.
    func forEachFilings(_ body: ([Filing]) -> Void) throws(RunError) -> ReadSummary {
        let listing = InputWalker.list(options.inputs)
        let settings = try SettingsLoader.load(listing, overrides: options.overrides, mapping: options.mapping)
        let summary = FilingStream(intake: intake(listing, settings), files: listing.files).forEach(body)
        guard summary.filingCount > 0 else { throw .noFilings(summary) }
        return summary
    }

    private func intake(_ listing: InputListing, _ settings: LoadedSettings) -> FileIntake {
        FileIntake(listing, settings: settings.project, jobs: options.jobs, console: console)
    }

    /// Filings to findings.
    func findings(in set: FilingSet, rules: [any Check] = AllChecks.all) -> [Finding] {
        AllChecks.findings(in: set, rules: rules)
    }

    /// Filings to columns: of several filings for one organ and year only the one in force.
    func columns(of set: FilingSet) -> FilingColumns { FilingColumns(set.current, jobs: options.jobs) }

    /// What charts are drawn over: the inputs, the selection and its main area.
    func chartScope(_ selection: SelectionOptions, _ language: Language) throws(RunError) -> ChartScope {
        let (filter, years) = try selection.parsed()
        let columns = columns(of: FilingSet(try readFilings(withSections: false).filings))
        return ChartScope(
            filings: columns, filter: filter, years: years, subject: ChartScope.mainArea(of: columns, filter: filter),
            language: language)
    }
}

/// What reading the inputs gave.
struct ReadResult {
    var filings: [Filing] = []
    var summary = ReadSummary()
    var settings = LoadedSettings()
    /// The places that the project file adds.
    var districts: [District] { settings.project.districts }
}

/// What became of every input, for the end summary.
struct ReadSummary: Sendable {
    struct Entry: Sendable {
        var source: String
        var words: Words
    }

    /// Per format the number of filings read.
    var read: [String: Int] = [:]
    var skipped: [Entry] = []
    var failed: [Entry] = []
    var settings: [String] = []
    var overridden: [Entry] = []
    /// What of a file was left aside.
    var remarks: [Entry] = []

    /// Whether something was corrected, left aside or not read, so that even a command that gives data must say it.
    var isNoteworthy: Bool { !failed.isEmpty || !overridden.isEmpty || !remarks.isEmpty }

    var filingCount: Int { read.values.reduce(0, +) }
}
