import Filings
import Ingest

/// Finds U+FFFD, which stands for bytes that are no text: decoders write it, here and in other programs.
enum LostCharacters {
    private static let mark = "\u{FFFD}"
    private static let bytes = mark.utf8Bytes

    /// How many there are, and the first one's place.
    private struct Found {
        var count = 0
        var first: Place?

        mutating func add(_ text: UnsafeBufferPointer<UInt8>, at start: Place) {
            var from = 0
            while let index = ByteSearch.first(bytes, in: text, from: from) {
                if first == nil {
                    var place = start
                    place.column += text[..<index].count { $0 & 0xC0 != 0x80 }
                    first = place
                }
                count += 1
                from = index + bytes.count
            }
        }
    }

    /// One note, at the first of them.
    static func notes(in document: RawDocument) -> [ReadingNote] {
        let found = document.body.map(find(in:)) ?? find(in: document.rows)
        guard let first = found.first else { return [] }
        return [
            ReadingNote(
                kind: .lostCharacters, chinese: "文件有 \(found.count) 处字节无法解码，以“\(mark)”代替",
                english: "\(found.count) stretches of bytes are no text; “\(mark)” stands for each",
                evidence: Evidence(text: mark, place: first))
        ]
    }

    private static func find(in body: TextBody) -> Found {
        var found = Found()
        guard body.holdsUnprintable else { return found }
        body.bytes.withUnsafeBufferPointer { text in
            for (number, line) in body.lines.enumerated() {
                found.add(UnsafeBufferPointer(rebasing: text[line.range]), at: Place(line: number + 1, column: 1))
            }
        }
        return found
    }

    private static func find(in rows: [RawRow]) -> Found {
        var found = Found()
        for cell in rows.lazy.flatMap(\.cells) {
            cell.text.utf8.withContiguousStorageIfAvailable { found.add($0, at: cell.place) }
        }
        return found
    }
}
