import Filings

/// Finds where in its source a text of a page stands: the lines are known, the columns are looked for.
///
/// Texts are asked for in the order of the page, so that each is looked for behind the one before, and a line is read once.
struct SourcePlaces {
    private let source: [UInt8]
    /// The offset at which each line starts.
    private let starts: [Int]
    private var line = 0
    private var offset = 0
    private var column = 1
    /// How many bytes may still be looked at: texts that the source spells otherwise (an entity among their first
    /// characters) are looked for on all of their line, which may be the whole page.
    private var budget = mostBytes

    /// A tenth of a second; beyond it texts have their line's first column.
    private static let mostBytes = 64 << 20

    /// So many characters tell a text from its neighbours.
    private static let tellingCharacters = 12

    init(_ source: [UInt8]) {
        self.source = source
        var starts = [0]
        for index in source.indices where source[index] == 0x0A { starts.append(index + 1) }
        self.starts = starts
    }

    /// The place of a text that starts on a line: its first characters, else its first, else the line's start.
    mutating func place(of text: String, line: Int) -> Place {
        guard line >= 1, line <= starts.count, !text.isEmpty else { return Place(line: max(1, line), column: 1) }
        let telling = Self.firstCharacters(of: text, Self.tellingCharacters)
        let first = Array(telling.prefix(UTF8Length.of(lead: telling[0])))
        if line != self.line { start(line) }
        if find(telling) { return found(telling) }
        start(line)
        if find(telling) { return found(telling) }
        start(line)
        return find(first) ? found(first) : Place(line: line, column: 1)
    }

    private static func firstCharacters(of text: String, _ count: Int) -> [UInt8] {
        var bytes = Array(text.utf8.prefix(4 * count))
        var end = 0
        for _ in 0..<count where end < bytes.count { end += UTF8Length.of(lead: bytes[end]) }
        bytes.removeSubrange(min(end, bytes.count)...)
        return bytes
    }

    private mutating func start(_ line: Int) {
        self.line = line
        offset = starts[line - 1]
        column = 1
    }

    /// Goes on to the next such characters of the line outside of tags; false at its end.
    private mutating func find(_ wanted: [UInt8]) -> Bool {
        let end = line < starts.count ? starts[line] : source.count
        let start = offset
        guard budget > 0 else { return false }
        defer { budget -= offset - start }
        var isTag = false
        while offset < end {
            let byte = source[offset]
            if byte == UInt8(ascii: "<"), offset + 1 < end, Self.opensTag(source[offset + 1]) { isTag = true }
            if !isTag, byte == wanted[0], source[offset..<end].starts(with: wanted) { return true }
            if byte == UInt8(ascii: ">") { isTag = false }
            offset += UTF8Length.of(lead: byte)
            column += 1
        }
        return false
    }

    private mutating func found(_ text: [UInt8]) -> Place {
        defer {
            offset += text.count
            column += text.count { $0 & 0xC0 != 0x80 }
        }
        return Place(line: line, column: column)
    }

    /// A letter, / or !.
    private static func opensTag(_ byte: UInt8) -> Bool {
        byte == 0x2F || byte == 0x21 || (0x61...0x7A).contains(byte | 0x20)
    }
}
