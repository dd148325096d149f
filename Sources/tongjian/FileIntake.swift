import Dispatch
import FilingInterchange
import Filings
import Ingest
import Parsing
import Synchronization

/// Reads listed files, several at a time; results stand in the order of the inputs whatever the number of jobs.
struct FileIntake {
    let settings: ProjectSettings
    let jobs: Int
    let console: ConsoleReporter

    private indirect enum Item: Sendable {
        case filings([Filing], format: String)
        case skipped(Words)
        case failed(Words)
        /// An archive: its entries by name.
        case entries([(name: String, item: Item)])
    }

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

    private func add(_ item: Item, from source: String, to result: inout ReadResult) {
        switch item {
        case .entries(let entries):
            for entry in entries { add(entry.item, from: source + "/" + entry.name, to: &result) }
        case .filings(let filings, let format):
            result.filings += filings
            result.summary.read[format, default: 0] += filings.count
            for filing in filings where !filing.overrides.isEmpty {
                let fields = filing.overrides.map { "\($0.field) = \($0.value) (\($0.reason))" }.joined(separator: "; ")
                result.summary.overridden.append(ReadSummary.Entry(source: filing.source, words: Words(fields, fields)))
            }
        case .skipped(let words): result.summary.skipped.append(ReadSummary.Entry(source: source, words: words))
        case .failed(let words): result.summary.failed.append(ReadSummary.Entry(source: source, words: words))
        }
    }

    /// Files taken from a shared counter by as many threads as jobs.
    private func readAll(_ files: [InputFile], parser: FilingParser, registry: DistrictRegistry) -> [Item] {
        let slots = Mutex<[Item?]>(Array(repeating: nil, count: files.count))
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, files.count))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < files.count else { return }
                let item = read(files[index], parser: parser, registry: registry)
                slots.withLock { $0[index] = item }
                console.progress(done.add(1, ordering: .relaxed).newValue, of: files.count)
            }
        }
        console.endProgress()
        return slots.withLock { $0.map { $0! } }
    }

    private func read(_ file: InputFile, parser: FilingParser, registry: DistrictRegistry) -> Item {
        do {
            let head = FileReader.head(of: file.path)
            if FilingJSONReader.recognises(head) || FilingCSV.recognises(head) {
                return parsed(try FileReader.bytes(of: file.path, limit: IngestLimits.parsedBytes), registry: registry)
            }
            let bytes = try FileReader.bytes(of: file.path)
            guard ArchiveInput.recognises(bytes) else { return try document(bytes, file.source, parser, registry) }
            var entries: [(name: String, item: Item)] = []
            try ArchiveInput.forEachEntry(of: bytes) { name, content in
                entries.append((name, entry(content, source: file.source + "/" + name, parser, registry)))
            }
            return .entries(entries)
        } catch IngestError.notText {
            return .skipped(IngestError.notText.message)
        } catch {
            return .failed(error.message)
        }
    }

    private func entry(
        _ content: Result<[UInt8], IngestError>, source: String, _ parser: FilingParser, _ registry: DistrictRegistry
    ) -> Item {
        do {
            return try document(content.get(), source, parser, registry)
        } catch IngestError.notText {
            return .skipped(IngestError.notText.message)
        } catch {
            return .failed(error.message)
        }
    }

    private func document(
        _ bytes: [UInt8], _ source: String, _ parser: FilingParser, _ registry: DistrictRegistry
    ) throws(IngestError) -> Item {
        let document = try FileReader.document(bytes, source: source)
        return item(parser.parse(document), format: document.format, registry: registry)
    }

    private func parsed(_ bytes: [UInt8], registry: DistrictRegistry) -> Item {
        do {
            let isTable = FilingCSV.recognises(bytes)
            let filings =
                isTable
                ? try FilingCSV.filings(in: String(decoding: bytes, as: UTF8.self)) : try FilingJSONReader.filings(in: bytes)
            return .filings(filings.map { completed($0, registry: registry) }, format: isTable ? "csv" : "jsonl")
        } catch {
            return .failed(Words(error.zh, error.en))
        }
    }

    /// What parsed filings without detail leave out but the aggregation needs: where the district lies and whom the
    /// organ's filing covers.
    private func completed(_ filing: Filing, registry: DistrictRegistry) -> Filing {
        var filing = filing
        if filing.area.district == nil {
            filing.area.district = filing.area.code.flatMap { registry.district(code: $0, in: filing.year) }
        }
        if let organ = filing.organ, organ.coverage == nil {
            filing.organ?.coverage = OrganIdentification.coverage(organ.name)
        }
        return filing
    }

    private func item(_ outcome: Outcome<Filing>, format: String, registry: DistrictRegistry) -> Item {
        switch outcome {
        case .read(var filing):
            settings.apply(to: &filing, registry: registry)
            return .filings([filing], format: format)
        case .skipped(let reason): return .skipped(reason)
        case .failed(let reason): return .failed(reason)
        }
    }
}
