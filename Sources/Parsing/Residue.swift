import Filings
import Ingest

/// Finds what a word processor or a template left in the text.
enum Residue {
    private static let marks = ["[bookmark:", "_GoBack", "错误!未找到引用源", "{{", "XX局", "XX年", "××"].map(\.utf8Bytes)

    /// One note, for the first mark of the text.
    static func notes(in document: RawDocument) -> [ReadingNote] {
        for row in document.rows {
            for cell in row.cells where cell.text.utf8.count > 3 {
                guard let range = cell.text.utf8.withContiguousStorageIfAvailable(firstMark) ?? nil else { continue }
                return [note(range, of: cell)]
            }
        }
        return []
    }

    /// The first mark by the order of `marks`, up to the bracket that closes it.
    private static func firstMark(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard text.contains(where: isFirstByte) else { return nil }
        for mark in marks {
            guard let start = ByteSearch.first(mark, in: text) else { continue }
            let end = start + mark.count
            guard mark[0] == UInt8(ascii: "["), let close = text[end...].firstIndex(of: UInt8(ascii: "]")) else { return start..<end }
            return start..<(close + 1)
        }
        return nil
    }

    @inline(__always)
    private static func isFirstByte(_ byte: UInt8) -> Bool {
        // [ _ { X, and what 错 and × start with.
        switch byte {
        case 0x5B, 0x5F, 0x7B, 0x58, 0xE9, 0xC3: true
        default: false
        }
    }

    private static func note(_ range: Range<Int>, of cell: RawCell) -> ReadingNote {
        let bytes = Array(cell.text.utf8)
        let text = String(decoding: bytes[range], as: UTF8.self)
        var place = cell.place
        place.column += bytes[..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
        return ReadingNote(
            kind: .templateResidue, chinese: "正文留有编辑残留“\(text)”", english: "editing residue “\(text)” stands in the text",
            evidence: Evidence(text: text, place: place))
    }
}
