import Configuration
import FilingInterchange
import Filings
import Ingest
import Parsing

/// A reader of foreign bytes, as the fuzzer and the tests call it: whatever the bytes, it must return.
package struct FuzzedReader: Sendable {
    /// The name of its folder in `Tests/Fuzzing/Corpus`.
    package let name: String
    package let read: @Sendable ([UInt8]) -> Void
}

/// Every reader of bytes that this program did not make. Documents go on through the parser.
package enum FuzzedReaders {
    package static let all: [FuzzedReader] = [
        FuzzedReader(name: "text") { document($0, TextFormat()) },
        FuzzedReader(name: "markdown") { document($0, MarkdownFormat()) },
        FuzzedReader(name: "html") { document($0, HTMLFormat()) },
        FuzzedReader(name: "docx") { document($0, DOCXFormat()) },
        FuzzedReader(name: "pdf-words") { parse(PDFFormat.rows(ofWords: $0), format: "pdf") },
        FuzzedReader(name: "zip", read: archive),
        FuzzedReader(name: "csv") { _ = try? FilingCSV.filings(in: String(decoding: $0, as: UTF8.self)) },
        FuzzedReader(name: "jsonl") { _ = try? FilingJSONReader.filings(in: $0) },
        FuzzedReader(name: "project", read: project),
    ]

    private static let registry = DistrictRegistry()
    private static let parser = FilingParser(registry: registry)

    private static func document(_ bytes: [UInt8], _ format: some InputFormat) {
        guard let document = try? format.read(bytes, source: "fuzz/2024", digest: "") else { return }
        _ = parser.parse(document)
    }

    private static func parse(_ rows: [RawRow], format: String) {
        _ = parser.parse(RawDocument(source: "fuzz/2024", digest: "", format: format, rows: rows))
    }

    private static func archive(_ bytes: [UInt8]) {
        guard ArchiveInput.recognises(bytes) else { return }
        try? ArchiveInput.forEachEntry(of: bytes) { name, content in
            guard let entry = try? content.get() else { return }
            _ = try? FileReader.document(entry, source: name)
        }
    }

    private static func project(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let settings = try? ProjectSettings(text: text, file: "tongjian.yml", digest: "") else { return }
        var filing = Filing(source: "fuzz/2024.txt", digest: "", format: "text", form: .form2021)
        settings.apply(to: &filing, registry: registry)
    }
}
