import Ingest

/// The lines of a text that tabs part into cells.
enum TabbedLines {
    /// Neighbouring lines with tabs, and empty lines between them. A tab in front of a line's only cell indents it.
    static func stretches(of body: TextBody) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for (index, line) in body.lines.enumerated() where line.tabs > 0 {
            if line.tabs == 1, body.bytes[Int(line.start)] == 0x09 { continue }
            if let last = stretches.last, body.lines[last.upperBound..<index].allSatisfy(\.isEmpty) {
                stretches[stretches.count - 1] = last.lowerBound..<(index + 1)
            } else {
                stretches.append(index..<(index + 1))
            }
        }
        return stretches
    }

    /// Where the bytes of some lines stand.
    static func bytes(of lines: Range<Int>, in body: TextBody) -> Range<Int> {
        Int(body.lines[lines.lowerBound].start)..<Int(body.lines[lines.upperBound - 1].end)
    }

    static func isIndented(_ row: RawRow) -> Bool { row.cells.count == 2 && row.cells[0].text.isEmpty }
}
