import Filings

/// Plain text: tables parted by tabs or other characters, one cell per line, cells aligned by spaces, or everything
/// run together.
package struct TextFormat: InputFormat {
    package let id = "text"
    package let name = Words("纯文本", "plain text")

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool { TextDecoding.isUTF16(bytes) || !ByteScan.holds(0, bytes) }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        var body = try TextBody(bytes)
        if body.bytes.count <= Self.longestOther, body.lines.count(where: { $0.tabs > 1 }) < Self.tabbedLines {
            if let rows = DrawnTables.rows(of: body) {
                return try RawDocument(source: source, digest: digest, format: id, rows: rows)
            }
            if let tabbed = TabbedText.of(body.bytes[...]) { body = try TextBody(tabbed) }
        }
        try Self.check(body)
        return RawDocument(source: source, digest: digest, format: id, body: body)
    }

    /// No filing is as long: in a longer text nothing but tabs and spaces parts cells.
    private static let longestOther = 4 << 20
    /// A text with so many lines of several tabs has its tables in tabs.
    private static let tabbedLines = 5

    /// Refuses a text with too many cells, in a line or together.
    private static func check(_ body: TextBody) throws(IngestError) {
        // Every cell has a byte behind it: nearly all texts are too short for too many.
        let mayHaveTooMany = body.bytes.count > IngestLimits.documentCells
        var cells = 0
        for (index, line) in body.lines.enumerated() where mayHaveTooMany || mayBeTooWide(line) {
            let row = row(body, index)
            try DocumentRows.check([row])
            cells += row.cells.count
        }
        guard cells <= IngestLimits.documentCells else { throw .tooManyCells(limit: IngestLimits.documentCells) }
    }

    /// Cells are parted by a tab, or have a character and two spaces.
    private static func mayBeTooWide(_ line: TextBody.Line) -> Bool {
        line.tabs >= IngestLimits.rowCells || line.tabs == 0 && line.range.count > 3 * IngestLimits.rowCells
    }

    static func row(_ body: TextBody, _ index: Int, ideograph: Int = IdeographWidth.usual) -> RawRow {
        body.withLines { row($0, body.lines[index].range, index + 1, ideograph: ideograph) }
    }

    static func row(_ line: String, number: Int) -> RawRow {
        let bytes = Array(line.utf8)
        return bytes.withUnsafeBufferPointer { row(TextLines(text: $0), bytes.indices, number) }
    }

    /// The row of one line: cells between tabs, else cells between runs of spaces.
    static func row(
        _ lines: TextLines, _ line: Range<Int>, _ number: Int, ideograph: Int = IdeographWidth.usual
    ) -> RawRow {
        let hasTab = ByteScan.holds(0x09, UnsafeBufferPointer(rebasing: lines.text[line]))
        let pieces = hasTab ? lines.tabbed(line) : lines.spaced(line)
        if pieces.isEmpty { return RawRow(kind: .empty, cells: [], line: number) }
        var cells = pieces.map { piece in
            RawCell(text: lines.string(piece.range), place: Place(line: number, column: piece.column))
        }
        if !hasTab, cells.count > 1 {
            for (index, span) in lines.spans(of: pieces, in: line, ideograph: ideograph).enumerated() {
                cells[index].span = span
            }
        }
        return RawRow(kind: hasTab || cells.count > 1 ? .table : .paragraph, cells: cells, line: number)
    }
}
