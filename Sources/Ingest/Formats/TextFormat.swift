import Filings

/// Plain text: tab tables, one cell per line, cells aligned by spaces, or everything run together.
package struct TextFormat: InputFormat {
    package let id = "text"
    package let name = Words("纯文本", "plain text")

    package init() {}

    package func recognises(_ bytes: [UInt8]) -> Bool { TextDecoding.decode(Array(bytes.prefix(4096))) != nil || !bytes.contains(0) }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        guard let text = TextDecoding.decode(bytes) else { throw .notText }
        var rows: [RawRow] = []
        var line = 0
        for content in Self.lines(of: text) {
            line += 1
            guard line <= IngestLimits.lines else { throw .tooManyLines(limit: IngestLimits.lines) }
            rows.append(try Self.row(content, line: line))
        }
        return RawDocument(source: source, digest: digest, format: id, rows: rows)
    }

    /// Lines at LF, CRLF, CR or a form feed, without their ends.
    static func lines(of text: String) -> [Substring.UnicodeScalarView] {
        var lines: [Substring.UnicodeScalarView] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if scalar == "\n" || scalar == "\r" || scalar == "\u{0C}" || scalar == "\u{0B}" {
                lines.append(scalars[start..<index])
                start = next
                if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" { start = scalars.index(after: next) }
                index = start
            } else {
                index = next
            }
        }
        if start < scalars.endIndex { lines.append(scalars[start...]) }
        return lines
    }

    private static func row(_ line: Substring.UnicodeScalarView, line number: Int) throws(IngestError) -> RawRow {
        guard line.count <= IngestLimits.lineCharacters else {
            throw .lineTooLong(line: number, limit: IngestLimits.lineCharacters)
        }
        let hasTab = line.contains("\t")
        var cells = hasTab ? split(line, at: number, by: tabs) : split(line, at: number, by: gaps)
        if !hasTab, cells.count > 1 { addSpans(to: &cells, of: line) }
        guard cells.count <= IngestLimits.rowCells else { throw .rowTooWide(line: number, limit: IngestLimits.rowCells) }
        if !hasTab, cells.allSatisfy(\.text.isEmpty) { return RawRow(kind: .empty, cells: [], line: number) }
        return RawRow(kind: hasTab || cells.count > 1 ? .table : .paragraph, cells: cells, line: number)
    }

    private typealias Scalars = Substring.UnicodeScalarView

    private static func split(_ line: Scalars, at number: Int, by cut: (Scalars) -> [Range<Int>]) -> [RawCell] {
        let scalars = Array(line)
        return cut(line).map { range in
            var range = range
            while range.lowerBound < range.upperBound, PrintedSpace.isSpace(scalars[range.lowerBound]) {
                range = range.lowerBound + 1..<range.upperBound
            }
            while range.lowerBound < range.upperBound, PrintedSpace.isSpace(scalars[range.upperBound - 1]) {
                range = range.lowerBound..<range.upperBound - 1
            }
            return RawCell(text: String(scalars: scalars[range]), place: Place(line: number, column: range.lowerBound + 1))
        }
    }

    /// Display columns of aligned cells.
    private static func addSpans(to cells: inout [RawCell], of line: Scalars) {
        var columns: [Int] = []
        var column = 0
        for scalar in line {
            columns.append(column)
            column += scalar.value > 0x2E7F || "“”‘’…—".unicodeScalars.contains(scalar) ? 2 : 1
        }
        columns.append(column)
        for index in cells.indices {
            let start = cells[index].place.column - 1
            let end = start + cells[index].text.unicodeScalars.count
            cells[index].span = columns[start]..<columns[min(end, columns.count - 1)]
        }
    }

    private static func tabs(_ line: Scalars) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var index = 0
        for scalar in line {
            if scalar == "\t" {
                ranges.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        return ranges + [start..<index]
    }

    /// Cells of an aligned line: two or more spaces part them. A leading indent makes no cell.
    private static func gaps(_ line: Scalars) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var end = 0
        var index = 0
        for scalar in line {
            if !PrintedSpace.isSpace(scalar) {
                if let begun = start, index - end >= 2 {
                    ranges.append(begun..<end)
                    start = index
                }
                start = start ?? index
                end = index + 1
            }
            index += 1
        }
        if let start { ranges.append(start..<end) }
        return ranges
    }
}
