import Filings

/// Plain text: tab tables, one cell per line, cells aligned by spaces, or everything run together.
package struct TextFormat: InputFormat {
    package let id = "text"
    package let name = Words("纯文本", "plain text")

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool { TextDecoding.isUTF16(bytes) || !bytes.contains(0) }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        let rows = try Self.rows(of: bytes) { (lines, line, number) throws(IngestError) in
            try Self.row(lines, line, number)
        }
        return RawDocument(source: source, digest: digest, format: id, rows: rows)
    }

    /// Decodes a text and makes a row of each of its lines, or none where `row` gives none.
    static func rows(
        of bytes: [UInt8], row: (TextLines, Range<Int>, Int) throws(IngestError) -> RawRow?
    ) throws(IngestError) -> [RawRow] {
        guard let text = TextDecoding.utf8(of: bytes) else { throw .notText }
        let result = text.withUnsafeBufferPointer { buffer in
            Result { () throws(IngestError) in
                let lines = TextLines(text: buffer)
                var rows: [RawRow] = []
                try lines.forEach { (number, line) throws(IngestError) in
                    guard number <= IngestLimits.lines else { throw .tooManyLines(limit: IngestLimits.lines) }
                    if line.count > IngestLimits.lineCharacters,
                        lines.characters(in: line) > IngestLimits.lineCharacters
                    {
                        throw .lineTooLong(line: number, limit: IngestLimits.lineCharacters)
                    }
                    guard let made = try row(lines, line, number) else { return }
                    guard made.cells.count <= IngestLimits.rowCells else {
                        throw .rowTooWide(line: number, limit: IngestLimits.rowCells)
                    }
                    rows.append(made)
                }
                return rows
            }
        }
        return try result.get()
    }

    /// The row of one line: cells between tabs, else cells between runs of spaces.
    static func row(_ lines: TextLines, _ line: Range<Int>, _ number: Int) throws(IngestError) -> RawRow {
        let hasTab = lines.text[line].contains(0x09)
        let pieces = hasTab ? lines.tabbed(line) : lines.spaced(line)
        if pieces.isEmpty { return RawRow(kind: .empty, cells: [], line: number) }
        var cells = pieces.map { piece in
            RawCell(text: lines.string(piece.range), place: Place(line: number, column: piece.column))
        }
        if !hasTab, cells.count > 1 {
            for (index, span) in lines.spans(of: pieces, in: line).enumerated() { cells[index].span = span }
        }
        return RawRow(kind: hasTab || cells.count > 1 ? .table : .paragraph, cells: cells, line: number)
    }
}
