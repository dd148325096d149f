import Filings
import Ingest
import Parsing
import Synchronization

/// Reads listed files, several at a time; results stand in the order of the inputs whatever the number of jobs.
struct FileIntake {
    private let listing: InputListing
    private let settings: ProjectSettings
    let jobs: Int
    private let console: ConsoleReporter
    private let registry: DistrictRegistry
    private var parser: FilingParser

    init(_ listing: InputListing, settings: ProjectSettings, jobs: Int, console: ConsoleReporter) {
        self.listing = listing
        self.settings = settings
        self.jobs = jobs
        self.console = console
        registry = DistrictRegistry(adding: settings.districts)
        parser = FilingParser(registry: registry)
    }

    /// Whether filings keep the text of their sections.
    var keepsSections: Bool {
        get { parser.keepsSections }
        set { parser.keepsSections = newValue }
    }

    func readAll() -> ReadResult {
        var result = ReadResult()
        result.summary = openingSummary
        add(listing.files[...], to: &result)
        return result
    }

    /// What is to be said before any file is read.
    var openingSummary: ReadSummary {
        var summary = ReadSummary()
        if let source = settings.source { summary.settings.append(source.path) }
        for (source, error) in listing.failures {
            summary.failed.append(ReadSummary.Entry(source: source, words: error.message))
        }
        return summary
    }

    /// Reads some of the files; how many filings each of them gave.
    @discardableResult
    func add(_ files: ArraySlice<InputFile>, to result: inout ReadResult) -> [Int] {
        result.filings.reserveCapacity(result.filings.count + files.count)
        return zip(files, items(files)).map { file, item in
            let before = result.filings.count
            add(item, from: file.source, to: &result)
            return result.filings.count - before
        }
    }

    private func add(_ item: IntakeItem, from source: String, to result: inout ReadResult) {
        switch item {
        case .entries(let entries):
            for entry in entries { add(entry.item, from: source + "/" + entry.name, to: &result) }
        case .filings(let filings, let format, let remarks):
            result.filings += filings
            result.summary.remarks += remarks.map { ReadSummary.Entry(source: source, words: $0) }
            result.summary.read[format, default: 0] += filings.count
            for filing in filings where !filing.overrides.isEmpty {
                let fields = filing.overrides.map { "\($0.field) = \($0.value) (\($0.reason))" }.joined(separator: "; ")
                result.summary.overridden.append(ReadSummary.Entry(source: filing.source, words: Words(fields, fields)))
            }
        case .skipped(let words): result.summary.skipped.append(ReadSummary.Entry(source: source, words: words))
        case .failed(let words): result.summary.failed.append(ReadSummary.Entry(source: source, words: words))
        }
    }

    /// The filings of one file.
    func filings(of file: InputFile) -> [Filing] { Self.filings(of: read(file)) }

    private static func filings(of item: IntakeItem) -> [Filing] {
        switch item {
        case .filings(let filings, _, _): filings
        case .entries(let entries): entries.flatMap { filings(of: $0.item) }
        case .skipped, .failed: []
        }
    }

    private func items(_ files: ArraySlice<InputFile>) -> [IntakeItem] {
        let done = Atomic<Int>(files.startIndex)
        let items = ConcurrentMap.values(count: files.count, jobs: jobs) { index in
            let item = read(files[files.startIndex + index])
            console.progress(done.add(1, ordering: .relaxed).newValue, of: listing.files.count)
            return item
        }
        console.endProgress()
        return items
    }

    private func read(_ file: InputFile) -> IntakeItem {
        do {
            let bytes = try FileReader.bytes(of: file.path) { head in
                TableIntake.isParsed(head) ? IngestLimits.parsedBytes : nil
            }
            guard ArchiveInput.recognises(bytes), !Workbook.recognises(bytes) else {
                return try content(bytes, file.source)
            }
            var entries: [(name: String, item: IntakeItem)] = []
            try ArchiveInput.forEachEntry(of: bytes) { name, content in
                entries.append((name, entry(content, source: file.source + "/" + name)))
            }
            return .entries(entries)
        } catch {
            return .refused(error)
        }
    }

    private func entry(_ content: Result<[UInt8], IngestError>, source: String) -> IntakeItem {
        do {
            return try self.content(content.get(), source)
        } catch {
            return .refused(error)
        }
    }

    private func content(_ bytes: [UInt8], _ source: String) throws(IngestError) -> IntakeItem {
        let item = try wholeContent(bytes, source)
        return keepsSections ? item : item.withoutSections
    }

    /// A table of filings, else one document.
    private func wholeContent(_ bytes: [UInt8], _ source: String) throws(IngestError) -> IntakeItem {
        let tables = TableIntake(settings: settings, registry: registry)
        if let item = try tables.read(bytes, source: source) { return item }
        let document = try FileReader.document(bytes, source: source)
        switch parser.parse(document) {
        case .read(var filing):
            settings.apply(to: &filing, registry: registry)
            return .filings([filing], format: document.format, remarks: [])
        case .skipped(let reason): return .skipped(reason)
        case .failed(let reason): return .failed(reason)
        }
    }
}

/// What became of one file.
indirect enum IntakeItem: Sendable {
    case filings([Filing], format: String, remarks: [Words])
    case skipped(Words)
    case failed(Words)
    /// An archive: its entries by name.
    case entries([(name: String, item: IntakeItem)])

    /// The same filings without the text of their sections.
    var withoutSections: IntakeItem {
        guard case .filings(var filings, let format, let remarks) = self else { return self }
        for index in filings.indices { filings[index].sections = [] }
        return .filings(filings, format: format, remarks: remarks)
    }

    static func refused(_ error: IngestError) -> IntakeItem {
        error == .notText ? .skipped(error.message) : .failed(error.message)
    }
}
