import Filings
import Ingest

/// Finds what a word processor or a template left in the text.
enum Residue {
    private static let finder = WordFinder(["[bookmark:", "_GoBack", "错误!未找到引用源", "{{", "XX局", "XX年", "××"])

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

    /// The first mark, up to the bracket that closes it.
    private static func firstMark(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let mark = finder.first(in: text) else { return nil }
        guard text[mark.lowerBound] == UInt8(ascii: "["),
            let close = text[mark.upperBound...].firstIndex(of: UInt8(ascii: "]"))
        else { return mark }
        return mark.lowerBound..<(close + 1)
    }

    private static func note(_ range: Range<Int>, of cell: RawCell) -> ReadingNote {
        let bytes = Array(cell.text.utf8)
        let text = String(decoding: bytes[range], as: UTF8.self)
        var place = cell.place
        place.column += bytes[..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
        return ReadingNote(
            kind: .templateResidue, chinese: "正文留有编辑残留“\(text)”",
            english: "editing residue “\(text)” stands in the text",
            evidence: Evidence(text: text, place: place))
    }
}
