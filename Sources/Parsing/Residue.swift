import Filings
import Glibc
import Ingest

/// Finds what a word processor or a template left in the text.
enum Residue {
    private static let finder = WordFinder(["[bookmark:", "_GoBack", "错误!未找到引用源", "{{", "XX局", "XX年", "××"])

    /// One note, for the first mark of the text.
    static func notes(in rows: [RawRow]) -> [ReadingNote] {
        for row in rows {
            for cell in row.cells where cell.text.utf8.count > 3 {
                if let note = cell.text.utf8.withContiguousStorageIfAvailable({ note($0, cell.place) }) ?? nil {
                    return [note]
                }
            }
        }
        return []
    }

    /// The same for a text and its rows, whose tables are known to hold none.
    static func notes(in rows: [RowWords], of body: TextBody) -> [ReadingNote] {
        guard body.bytes.withUnsafeBufferPointer(mayHoldMark) else { return [] }
        for case .words(let words) in rows {
            if let note = words.text.withUnsafeBufferPointer({ note($0, words.place) }) { return [note] }
        }
        return []
    }

    private static let firstBytes = [UInt8(ascii: "["), UInt8(ascii: "_"), UInt8(ascii: "{"), UInt8(ascii: "X"), 0xC3]
    private static let lostReference = "错误!".utf8Bytes

    /// Whether a byte stands in a text with which a mark starts. Ideographs never hold the first byte of ×.
    private static func mayHoldMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        return firstBytes.contains { memchr(start, Int32($0), text.count) != nil }
            || memchr(start, Int32(UInt8(ascii: "!")), text.count) != nil
                && ByteSearch.first(lostReference, in: text) != nil
    }

    /// The first mark, up to the bracket that closes it.
    private static func firstMark(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let mark = finder.first(in: text) else { return nil }
        guard text[mark.lowerBound] == UInt8(ascii: "["),
            let close = text[mark.upperBound...].firstIndex(of: UInt8(ascii: "]"))
        else { return mark }
        return mark.lowerBound..<(close + 1)
    }

    private static func note(_ cell: UnsafeBufferPointer<UInt8>, _ place: Place) -> ReadingNote? {
        guard let range = firstMark(cell) else { return nil }
        let text = String(decoding: UnsafeBufferPointer(rebasing: cell[range]), as: UTF8.self)
        var place = place
        place.column += cell[..<range.lowerBound].count { $0 & 0xC0 != 0x80 }
        return ReadingNote(
            kind: .templateResidue, chinese: "正文留有编辑残留“\(text)”",
            english: "editing residue “\(text)” stands in the text",
            evidence: Evidence(text: text, place: place))
    }
}
