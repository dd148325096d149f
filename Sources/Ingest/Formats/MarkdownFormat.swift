import Filings

/// Markdown with pipe tables, as people and recognition engines write them: ragged, one table per row, headers lost.
package struct MarkdownFormat: InputFormat {
    package let id = "markdown"
    package let name = Words("Markdown", "Markdown")

    /// So many lines that start with a pipe make a text Markdown.
    private static let leastPipes = 3

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool {
        if TextDecoding.isUTF16(bytes) { return TextDecoding.utf8(of: bytes).map { hasTable(Array($0)) } ?? false }
        return ByteScan.holds(UInt8(ascii: "|"), bytes) && hasTable(bytes)
    }

    /// A pipe is the first character of enough lines. In GB18030 a first character is found like in UTF-8: bytes below
    /// 0x80 that start a line are characters of their own.
    private func hasTable(_ bytes: [UInt8]) -> Bool {
        var pipes = 0
        var isStart = true
        for byte in bytes {
            if byte == 0x0A || byte == 0x0D {
                isStart = true
            } else if isStart, byte != 0x20, byte != 0x09 {
                isStart = false
                if byte == UInt8(ascii: "|") { pipes += 1 }
                if pipes >= Self.leastPipes { return true }
            }
        }
        return false
    }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        let body = try TextBody(bytes)
        var tables = DrawnTables()
        for (index, line) in body.lines.enumerated() {
            if Self.isDrawnRule(body.bytes[line.range]) {
                tables.rule()
            } else if let row = body.withLines({ Self.row($0, line.range, index + 1) }) {
                try DocumentRows.check([row])
                tables.append(row, isDrawn: row.kind == .table && body.bytes[line.range].first == UInt8(ascii: "|"))
            }
        }
        tables.finish()
        return try RawDocument(source: source, digest: digest, format: id, rows: tables.rows)
    }

    /// `+----+----+`, as some programs draw tables.
    private static func isDrawnRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.count > 2 && line.first == UInt8(ascii: "+")
            && line.allSatisfy { "+-=:| ".utf8.contains($0) }
    }

    /// The row of a line; none for a line that rules off the head of a table.
    private static func row(_ lines: TextLines, _ line: Range<Int>, _ number: Int) -> RawRow? {
        let row = TextFormat.row(lines, line, number)
        let startsWithPipe = row.cells.first?.text.hasPrefix("|") ?? false
        guard startsWithPipe || isRagged(lines.text[line]) else { return withoutMarks(row) }
        let cells = cells(of: lines, line, number, fromStart: !startsWithPipe)
        return cells.allSatisfy({ isRule($0.text) }) ? nil : RawRow(kind: .table, cells: cells, line: number)
    }

    /// Whether a line has lost its first pipe only: others are left, and no sentence ends.
    private static func isRagged(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.count { $0 == UInt8(ascii: "|") } > 1
            && !String(decoding: line, as: UTF8.self).unicodeScalars.contains("。")
    }

    /// Headings and emphasis without their marks.
    private static func withoutMarks(_ row: RawRow) -> RawRow {
        guard row.kind == .paragraph, var cell = row.cells.first else { return row }
        let body = cell.text.drop { $0 == "#" || $0 == "*" || $0 == " " || $0 == ">" }
        guard body.count < cell.text.count || cell.text.hasSuffix("*") || cell.text.hasSuffix("#") else { return row }
        cell.place.column += cell.text.count - body.count
        cell.text = String(body.reversed().drop { $0 == "*" || $0 == "#" }.reversed())
        return RawRow(kind: .paragraph, cells: [cell], line: row.line)
    }

    private static func isRule(_ text: String) -> Bool {
        text.utf8.count >= 2 && text.utf8.contains(0x2D) && text.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3A }
    }

    /// Cells between pipes; `\|` is a pipe inside a cell. What stands before the first pipe is one only `fromStart`.
    private static func cells(
        of lines: TextLines, _ line: Range<Int>, _ number: Int, fromStart: Bool
    ) -> [RawCell] {
        let text = lines.text
        var cells: [RawCell] = []
        var start = fromStart ? line.lowerBound : nil
        var column = 1
        var startColumn = 1
        var hasEscape = false
        func close(at end: Int) {
            defer { hasEscape = false }
            guard let start else { return }
            let inner = withoutEmphasis(text, TrimmedRange.of(text, start..<end))
            if end == line.upperBound, inner.isEmpty { return }
            let printed = withLineEnds(lines.string(inner))
            cells.append(
                RawCell(
                    text: hasEscape ? unescaped(printed) : printed,
                    place: Place(line: number, column: startColumn + lines.characters(in: start..<inner.lowerBound))))
        }
        var index = line.lowerBound
        while index < line.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "\\"), index + 1 < line.upperBound, text[index + 1] > 0x20 {
                hasEscape = true
                index += 1
                column += 1
            } else if byte == UInt8(ascii: "|") {
                close(at: index)
                start = index + 1
                startColumn = column + 1
            }
            index += UTF8Length.of(lead: text[index])
            column += 1
        }
        close(at: line.upperBound)
        return cells
    }

    /// What asterisks or underscores on both sides emphasise.
    private static func withoutEmphasis(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var inner = range
        while inner.count > 2, let mark = text[inner].first, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"),
            text[inner.upperBound - 1] == mark
        {
            inner = inner.lowerBound + 1..<inner.upperBound - 1
        }
        return inner == range ? range : TrimmedRange.of(text, inner)
    }

    /// The text with its `<br>` as line ends, as the cells of a page have them.
    private static func withLineEnds(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        return lineBreaks.reduce(text) { $0.replacing($1, with: "\n") }
    }

    private static let lineBreaks = ["<br>", "<br/>", "<br />", "<BR>"]

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            isEscaped = character == "\\" && !isEscaped
            if !isEscaped { result.append(character) }
        }
        return result
    }
}
