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

    /// Decodes the bytes of a file. Lines end with LF, CRLF, CR, VT or FF.
    init(_ file: [UInt8]) throws(IngestError) {
        guard let text = TextDecoding.utf8(of: file) else { throw .notText }
        bytes = Array(text)
        lines = bytes.withUnsafeBufferPointer(Self.lines)
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

    private static func lines(_ text: UnsafeBufferPointer<UInt8>) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(text.count / 64 + 8)
        var start = 0
        var index = 0
        var tabs: Int32 = 0
        func end() { lines.append(Line(start: Int32(start), end: Int32(index), tabs: tabs)) }
        while index < text.count {
            index = firstControl(text, from: index)
            guard index < text.count else { break }
            switch text[index] {
            case 0x09: tabs += 1
            case 0x0A...0x0D:
                end()
                if text[index] == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { index += 1 }
                start = index + 1
                tabs = 0
            default: break
            }
            index += 1
        }
        if start < text.count { end() }
        return lines
    }

    /// The first byte below 14, which all ends of lines and tabs are, at or behind `start`: eight bytes at a time.
    @inline(__always)
    private static func firstControl(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index + 8 <= text.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // The high bit of each byte of which 14 cannot be taken; a borrow marks only bytes behind the first such.
            let low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
            if low != 0 { return index + UInt64(littleEndian: low).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < text.count, text[index] >= 0x0E { index += 1 }
        return index
    }
}
