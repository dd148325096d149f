import Filings
import Ingest

/// Finds the six statutory sections and their text. Lines of the tables are left out of the text.
struct SectionReader {
    /// A section as it grows.
    private struct Draft {
        var number: Int
        var heading: String
        var place: Place
        var text: [UInt8] = []
    }

    /// Sections two to four hold tables; of their lines only sentences are text.
    private static let tables = 2...4

    private var drafts: [Draft] = []

    /// The sections in order; run-together documents carry headings inside a line.
    static func sections(of document: RawDocument) -> [Section] {
        var reader = SectionReader()
        for row in document.rows where row.kind != .empty { reader.read(row) }
        return reader.drafts.map { draft in
            let text = draft.text.withUnsafeBufferPointer { bytes in
                String(decoding: UnsafeBufferPointer(rebasing: bytes[TrimmedRange.of(bytes, 0..<bytes.count)]), as: UTF8.self)
            }
            return Section(number: draft.number, heading: draft.heading, text: text, place: draft.place)
        }
    }

    private mutating func read(_ row: RawRow) {
        guard row.kind == .paragraph || row.cells.count(where: { !$0.text.isEmpty }) == 1 else { return }
        let place = (row.cells.first { !$0.text.isEmpty } ?? row.cells[0]).place
        let text = row.cells.count == 1 ? row.cells[0].text : row.cells.map(\.text).joined(separator: " ")
        let cuts = SectionHeading.cuts(in: text, after: drafts.last?.number ?? 0)
        if cuts.isEmpty {
            append(text)
        } else {
            split(text, cuts, place)
        }
    }

    private mutating func append(_ text: String) {
        guard let last = drafts.last, !Self.tables.contains(last.number) || Self.isProse(text) else { return }
        drafts[drafts.count - 1].text += text.utf8
        drafts[drafts.count - 1].text.append(0x0A)
    }

    /// Sentences, not cells: longer than a label or closed by a full stop.
    private static func isProse(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.ends(with: "。") || bytes.ends(with: "；") || bytes.count > 60 && text.unicodeScalars.count > 60
    }

    private mutating func split(_ text: String, _ cuts: [SectionHeading.Cut], _ place: Place) {
        let bytes = Array(text.utf8)
        func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        append(string(0..<cuts[0].range.lowerBound))
        for (index, cut) in cuts.enumerated() {
            let end = index + 1 < cuts.count ? cuts[index + 1].range.lowerBound : bytes.count
            var at = place
            at.column += bytes[..<cut.range.lowerBound].count { $0 & 0xC0 != 0x80 }
            var draft = Draft(number: cut.number, heading: string(cut.range), place: at)
            // Where headings stand within one line, the tables run together behind theirs.
            if cut.range.upperBound < end, !(Self.tables.contains(cut.number) && cuts.count > 1) {
                draft.text = Array(bytes[cut.range.upperBound..<end]) + [0x0A]
            }
            drafts.append(draft)
        }
    }
}
