import Filings
import Ingest

/// Finds U+FFFD, which stands for bytes that are no text: decoders write it, here and in other programs.
enum LostCharacters {
    private static let mark = "\u{FFFD}"
    private static let bytes = mark.utf8Bytes

    /// One note, at the first of them.
    static func notes(in document: RawDocument) -> [ReadingNote] {
        let places = document.body.map(places(in:)) ?? places(in: document.rows)
        guard let first = places.first else { return [] }
        return [
            ReadingNote(
                kind: .lostCharacters, chinese: "文件有 \(places.count) 处字节无法解码，以“\(mark)”代替",
                english: "\(places.count) stretches of bytes are no text; “\(mark)” stands for each",
                evidence: Evidence(text: mark, place: first))
        ]
    }

    private static func places(in body: TextBody) -> [Place] {
        guard body.holdsUnprintable else { return [] }
        return body.bytes.withUnsafeBufferPointer { text in
            body.lines.enumerated().flatMap { number, line in
                places(in: UnsafeBufferPointer(rebasing: text[line.range]), at: Place(line: number + 1, column: 1))
            }
        }
    }

    private static func places(in rows: [RawRow]) -> [Place] {
        rows.flatMap(\.cells).flatMap { cell in
            cell.text.utf8.withContiguousStorageIfAvailable { places(in: $0, at: cell.place) } ?? []
        }
    }

    private static func places(in text: UnsafeBufferPointer<UInt8>, at start: Place) -> [Place] {
        var places: [Place] = []
        var from = 0
        while let index = ByteSearch.first(bytes, in: text, from: from) {
            var place = start
            place.column += text[..<index].count { $0 & 0xC0 != 0x80 }
            places.append(place)
            from = index + bytes.count
        }
        return places
    }
}
