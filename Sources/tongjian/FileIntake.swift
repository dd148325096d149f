import Filings
import Ingest
import Parsing
import Synchronization

/// Reads listed files, several at a time; results stand in the order of the inputs whatever the number of jobs.
struct FileIntake {
    let settings: ProjectSettings
    let jobs: Int
    let console: ConsoleReporter

    func read(_ listing: InputListing) -> ReadResult {
        let registry = DistrictRegistry(adding: settings.districts)
        let parser = FilingParser(registry: registry)
        let items = readAll(listing.files, parser: parser, registry: registry)
        var result = ReadResult()
        if let source = settings.source { result.summary.settings.append(source.path) }
        for (source, error) in listing.failures {
            result.summary.failed.append(ReadSummary.Entry(source: source, words: error.message))
        }
        for (file, item) in zip(listing.files, items) { add(item, from: file.source, to: &result) }
        return result
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

    private func readAll(_ files: [InputFile], parser: FilingParser, registry: DistrictRegistry) -> [IntakeItem] {
        let done = Atomic<Int>(0)
        let items = ConcurrentMap.values(count: files.count, jobs: jobs) { index in
            let item = read(files[index], parser: parser, registry: registry)
            console.progress(done.add(1, ordering: .relaxed).newValue, of: files.count)
            return item
        }
        console.endProgress()
        return items
    }

    private func read(_ file: InputFile, parser: FilingParser, registry: DistrictRegistry) -> IntakeItem {
        do {
            let isParsed = TableIntake.isParsed(FileReader.head(of: file.path, count: TableIntake.headBytes))
            let limit = isParsed ? IngestLimits.parsedBytes : IngestLimits.fileBytes
            let bytes = try FileReader.bytes(of: file.path, limit: limit)
            guard ArchiveInput.recognises(bytes), !Workbook.recognises(bytes) else {
                return try content(bytes, file.source, parser, registry)
            }
            var entries: [(name: String, item: IntakeItem)] = []
            try ArchiveInput.forEachEntry(of: bytes) { name, content in
                entries.append((name, entry(content, source: file.source + "/" + name, parser, registry)))
            }
            return .entries(entries)
        } catch {
            return .refused(error)
        }
    }

    private func entry(
        _ content: Result<[UInt8], IngestError>, source: String, _ parser: FilingParser, _ registry: DistrictRegistry
    ) -> IntakeItem {
        do {
            return try self.content(content.get(), source, parser, registry)
        } catch {
            return .refused(error)
        }
    }

    /// A table of filings, else one document.
    private func content(
        _ bytes: [UInt8], _ source: String, _ parser: FilingParser, _ registry: DistrictRegistry
    ) throws(IngestError) -> IntakeItem {
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

    static func refused(_ error: IngestError) -> IntakeItem {
        error == .notText ? .skipped(error.message) : .failed(error.message)
    }
}
