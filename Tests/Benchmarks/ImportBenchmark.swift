import Dispatch
import FilingTable
import Filings
import Ingest
import Parsing
import Synchronization

/// Files to a frozen table, with provenance, digests and facts, on several threads: what a run does before it computes.
enum ImportBenchmark {
    static func columns(of listing: InputListing, parser: FilingParser, jobs: Int) -> FilingColumns {
        let slots = Mutex<[Filing?]>(Array(repeating: nil, count: listing.files.count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < listing.files.count else { return }
                let file = listing.files[index]
                guard let document = try? FileReader.document(FileReader.bytes(of: file.path), source: file.source),
                    case .read(let filing) = parser.parse(document)
                else { continue }
                slots.withLock { $0[index] = filing }
            }
        }
        return FilingColumns(FilingSet(slots.withLock { $0.compactMap { $0 } }).current, jobs: jobs)
    }
}
