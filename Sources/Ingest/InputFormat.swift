import Filings

/// One kind of file. To add a format: one file in `Formats/` and a line in `AllFormats`.
package protocol InputFormat: Sendable {
    /// Stable; printed in outputs.
    var id: String { get }
    var name: Words { get }
    /// Whether these bytes are of this kind: by content, never by name.
    func recognises(_ bytes: [UInt8]) -> Bool
    /// Reads the bytes; `source` and `digest` are carried over.
    func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument
}

/// All formats, in the order in which they are asked.
package enum AllFormats {
    package static let all: [any InputFormat] = [
        PDFFormat(), DOCXFormat(), HTMLFormat(), MarkdownFormat(), TextFormat(),
    ]
    package static func format(recognising bytes: [UInt8]) -> (any InputFormat)? {
        all.first { $0.recognises(bytes) }
    }
}
