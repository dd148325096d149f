/// CSV (RFC 4180) as spreadsheets and people write it: commas, semicolons or tabs, with or without a byte-order mark,
/// LF or CRLF, UTF-8, UTF-16 or GB18030.
package enum DelimitedText {
    private static let quote = UInt8(ascii: "\"")
    private static let ends: Set<UInt8> = [10, 13]

    /// The cells of the first line of a file's first bytes: enough to tell whose table it is.
    package static func header(_ head: [UInt8]) -> [String] {
        // What is looked for is ASCII in every encoding read here; the zero bytes of UTF-16 fall out.
        let line = head.filter { $0 > 0 && $0 < 128 }.drop { ends.contains($0) }.prefix { !ends.contains($0) }
        return line.split(separator: separator(of: line), omittingEmptySubsequences: false).map { cell in
            String(decoding: cell.filter { $0 != quote }, as: UTF8.self)
        }
    }

    /// The whole file; refused when it is no text, too large, or ends within quotes.
    package static func sheet(_ bytes: [UInt8]) throws(IngestError) -> Sheet {
        var sheet = Sheet(name: nil, number: nil, rows: [])
        var cells = 0
        try forEachRow(bytes) { row throws(IngestError) in
            cells += row.cells.count
            guard cells <= IngestLimits.sheetCells else { throw .tooManyCells(limit: IngestLimits.sheetCells) }
            guard row.cells.count <= IngestLimits.rowCells else {
                throw .rowTooWide(line: row.line, limit: IngestLimits.rowCells)
            }
            sheet.rows.append(row)
        }
        return sheet
    }

    /// Hands over row after row, so that a file of any size needs the memory of one row; empty lines are passed over.
    package static func forEachRow(
        _ bytes: [UInt8], _ body: (SheetRow) throws(IngestError) -> Void
    ) throws(IngestError) {
        let bytes = try utf8(bytes)
        let line = bytes.prefix { !ends.contains($0) }
        var scanner = Scanner(bytes: bytes, separator: separator(of: line))
        while let row = try scanner.next() {
            guard row.cells.count > 1 || !row.cells[0].text.isEmpty else { continue }
            try body(row)
        }
    }

    private static func utf8(_ bytes: [UInt8]) throws(IngestError) -> ArraySlice<UInt8> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        if !body.contains(0), String(validating: body, as: UTF8.self) != nil { return body }
        guard let text = TextDecoding.decode(bytes) else { throw .notText }
        return Array(text.utf8)[...]
    }

    /// The commonest of the three separators in the first line.
    private static func separator(of line: some Collection<UInt8>) -> UInt8 {
        let counts = [UInt8(ascii: ","), 9, UInt8(ascii: ";")].map { mark in (mark, line.count { $0 == mark }) }
        return counts.reduce(counts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
    }
}

/// Cuts bytes into rows and cells.
private struct Scanner {
    let bytes: ArraySlice<UInt8>
    let separator: UInt8
    private var at: Int
    private var line = 1

    init(bytes: ArraySlice<UInt8>, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        at = bytes.startIndex
    }

    mutating func next() throws(IngestError) -> SheetRow? {
        guard at < bytes.endIndex else { return nil }
        var row = SheetRow(line: line, cells: [])
        while true {
            row.cells.append(SheetCell(try cell(startLine: row.line)))
            guard at < bytes.endIndex else { return row }
            let mark = bytes[at]
            at += 1
            guard mark != separator else { continue }
            if mark == 13, at < bytes.endIndex, bytes[at] == 10 { at += 1 }
            line += 1
            return row
        }
    }

    /// The next cell; stops at the separator or line end behind it.
    private mutating func cell(startLine: Int) throws(IngestError) -> String {
        guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else { return plain() }
        var content: [UInt8] = []
        at += 1
        while true {
            guard at < bytes.endIndex else { throw .openQuote(line: startLine) }
            let byte = bytes[at]
            at += 1
            if byte != UInt8(ascii: "\"") {
                if byte == 10 { line += 1 }
                content.append(byte)
            } else if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") {
                content.append(byte)
                at += 1
            } else {
                return String(decoding: content, as: UTF8.self) + plain()
            }
        }
    }

    private mutating func plain() -> String {
        let start = at
        while at < bytes.endIndex, bytes[at] != separator, bytes[at] != 10, bytes[at] != 13 { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }
}
