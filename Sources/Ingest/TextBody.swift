/// A text file's characters as valid UTF-8 and where each of its lines stands, before lines are cut into cells.
package struct TextBody: Sendable {
    /// A line without its end, as offsets of bytes.
    package struct Line: Sendable {
        package let start: Int32
        package let end: Int32
        /// How many tabs stand in it.
        package let tabs: Int32

        package var isEmpty: Bool { start == end }
        package var range: Range<Int> { Int(start)..<Int(end) }
    }

    package let bytes: [UInt8]
    /// At most `IngestLimits.lines`.
    package let lines: [Line]
    /// Whether a control, a character of private use or one for bytes that are no text may occur.
    package let holdsUnprintable: Bool

    /// Decodes the bytes of a file.
    init(_ file: [UInt8]) throws(IngestError) {
        guard let (text, scan) = TextDecoding.scanned(file) else { throw .notText }
        var bytes = Array(text)
        Radicals.unify(&bytes)
        self.bytes = bytes
        lines = scan.lines
        holdsUnprintable = scan.holdsUnprintable
        guard lines.count <= IngestLimits.lines else { throw .tooManyLines(limit: IngestLimits.lines) }
        for (index, line) in lines.enumerated() where line.end - line.start > IngestLimits.lineCharacters {
            let characters = withLines { $0.characters(in: line.range) }
            if characters > IngestLimits.lineCharacters {
                throw .lineTooLong(line: index + 1, limit: IngestLimits.lineCharacters)
            }
        }
    }

    /// Calls `body` with the text, from which ranges of lines can be cut.
    func withLines<Result>(_ body: (TextLines) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { body(TextLines(text: $0)) }
    }
}
