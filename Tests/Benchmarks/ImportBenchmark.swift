import FilingTable
import Filings
import Ingest
import Parsing

/// Files to a frozen table, with provenance, digests and facts, on several threads: what a run does before it computes.
enum ImportBenchmark {
    static func columns(of listing: InputListing, parser: FilingParser, jobs: Int) -> FilingColumns {
        let filings = ConcurrentMap.values(count: listing.files.count, jobs: jobs) { index -> Filing? in
            let file = listing.files[index]
            guard let document = try? FileReader.document(FileReader.bytes(of: file.path), source: file.source),
                case .read(let filing) = parser.parse(document)
            else { return nil }
            return filing
        }
        return FilingColumns(FilingSet(filings.compactMap { $0 }).current, jobs: jobs)
    }
}
