import Filings
import Ingest
import TestSupport

@testable import Parsing

/// Text to filing, as the program does it.
enum Reader {
    private static let parser = FilingParser(registry: DistrictRegistry())

    static func read(_ text: String, source: String = "test.txt") throws -> Filing {
        try read(Array(text.utf8), source: source)
    }

    static func read(_ bytes: [UInt8], source: String) throws -> Filing {
        switch parser.parse(try FileReader.document(bytes, source: source)) {
        case .read(let filing): return filing
        case .skipped(let reason), .failed(let reason): throw NotRead(reason: reason.en)
        }
    }

    struct NotRead: Error {
        let reason: String
    }
}
