import Filings

/// Tables whose cells commas, semicolons or pipes part. Each of them becomes one tab, so that every other character keeps
/// its line and column.
enum TabbedText {
    private static let pipe = UInt8(ascii: "|")
    private static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), pipe]
    private static let quote = UInt8(ascii: "\"")
    /// So many lines of figures make a table: other lines with the character are rows of it as well.
    private static let leastRows = 10
    /// Fewer cells do not tell a row of figures from an enumeration.
    private static let leastCells = 6

    /// The text with tabs; nil where it has no such table.
    static func of(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let text = withHalfPipes(text)
        guard let delimiter = delimiters.first(where: { isTable(text, $0) }) else { return nil }
        var result = Array(text)
        for line in text.split(separator: 0x0A) where isRow(line, delimiter) {
            let start = line.startIndex - text.startIndex
            result.replaceSubrange(start..<(start + line.count), with: parted(line, delimiter))
        }
        return result
    }

    /// The text with | for ｜.
    private static func withHalfPipes(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.withUnsafeBufferPointer({ ByteWords.holds($0, widePipe) }) else { return text }
        var result: [UInt8] = []
        var rest = text
        while let start = rest.firstIndex(of: widePipe[0]) {
            let isPipe = rest[start...].starts(with: widePipe)
            result += rest[..<start]
            result += isPipe ? [pipe] : [widePipe[0]]
            rest = rest[(start + (isPipe ? widePipe.count : 1))...]
        }
        return (result + rest)[...]
    }

    private static let widePipe = Array("｜".utf8)

    private static func isTable(_ text: ArraySlice<UInt8>, _ delimiter: UInt8) -> Bool {
        guard text.contains(delimiter) else { return false }
        let rows = text.split(separator: 0x0A).lazy.filter { line in
            guard !line.contains(0x09) else { return false }
            let cells = parted(line, delimiter).split(separator: 0x09, omittingEmptySubsequences: false)
            return cells.count >= leastCells && cells.count { isFigureOrEmpty($0) } * 3 >= cells.count * 2
        }
        return rows.prefix(leastRows).count == leastRows
    }

    private static func isFigureOrEmpty(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.allSatisfy { (48...57).contains($0) || [0x20, 0x0D, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F].contains($0) }
    }

    /// Whether a line of a text with such a table is one of its rows: a sentence ends, and has a space behind a comma.
    private static func isRow(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Bool {
        guard line.contains(delimiter), !line.contains(0x09) else { return false }
        return (delimiter == pipe || !zip(line, line.dropFirst()).contains { $0 == delimiter && $1 == 0x20 })
            && !String(decoding: line, as: UTF8.self).unicodeScalars.contains("。")
    }

    /// Tabs for the delimiters outside quotes, spaces for the quotes.
    private static func parted(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> [UInt8] {
        var isQuoted = false
        return line.map { byte in
            if byte == quote { isQuoted.toggle() }
            return byte == quote ? 0x20 : byte == delimiter && !isQuoted ? 0x09 : byte
        }
    }
}
