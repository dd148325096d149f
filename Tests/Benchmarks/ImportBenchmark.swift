import FilingTable
import Filings
import Ingest
import Parsing

/// Files to a frozen table, with provenance, digests and facts, on several threads: what a run does before it computes.
enum ImportBenchmark {
    /// The table, and the filings, which know of each of its cells where it is printed.
    static func table(
        of listing: InputListing, parser: FilingParser, jobs: Int
    ) -> (columns: FilingColumns, filings: FilingSet) {
        let filings = ConcurrentMap.values(count: listing.files.count, jobs: jobs) { index -> Filing? in
            let file = listing.files[index]
            guard let document = try? FileReader.document(FileReader.bytes(of: file.path), source: file.source),
                case .read(let filing) = parser.parse(document)
            else { return nil }
            return filing
        }
        let set = FilingSet(filings.compactMap { $0 })
        return (FilingColumns(set.current, jobs: jobs), set)
    }
}
