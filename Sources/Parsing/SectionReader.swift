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
        /// Where each line of the text begins.
        var lines: [Place] = []
    }

    /// Sections two to four hold tables; of their lines only sentences are text.
    private static let tables = 2...4

    private var drafts: [Draft] = []

    /// The sections in order; run-together documents carry headings inside a line.
    static func sections(of document: RawDocument) -> [Section] {
        var reader = SectionReader()
        for row in document.rows where row.kind != .empty { reader.read(row) }
        return reader.drafts.map(section)
    }

    /// The section without the spaces around its text.
    private static func section(_ draft: Draft) -> Section {
        var lines = draft.lines
        let text = draft.text.withUnsafeBufferPointer { bytes in
            let inner = TrimmedRange.of(bytes, 0..<bytes.count)
            let before = bytes[..<inner.lowerBound]
            lines.removeFirst(min(lines.count, before.count { $0 == 0x0A }))
            if !lines.isEmpty { lines[0].column += before.reversed().prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 } }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[inner]), as: UTF8.self)
        }
        return Section(number: draft.number, heading: draft.heading, text: text, place: draft.place, lines: lines)
    }

    private mutating func read(_ row: RawRow) {
        guard row.kind == .paragraph || row.cells.count(where: { !$0.text.isEmpty }) == 1 else { return }
        let place = (row.cells.first { !$0.text.isEmpty } ?? row.cells[0]).place
        let text = row.cells.count == 1 ? row.cells[0].text : row.cells.map(\.text).joined(separator: " ")
        let cuts = SectionHeading.cuts(in: text, after: drafts.last?.number ?? 0)
        if cuts.isEmpty {
            append(text, place)
        } else {
            split(text, cuts, place)
        }
    }

    private mutating func append(_ text: String, _ place: Place) {
        guard let last = drafts.last, !Self.tables.contains(last.number) || Self.isProse(text) else { return }
        drafts[drafts.count - 1].text += text.utf8
        drafts[drafts.count - 1].text.append(0x0A)
        drafts[drafts.count - 1].lines.append(place)
    }

    /// Sentences, not cells: longer than a label or closed by a full stop.
    private static func isProse(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.ends(with: "。") || bytes.ends(with: "；") || bytes.count > 60 && text.unicodeScalars.count > 60
    }

    private mutating func split(_ text: String, _ cuts: [SectionHeading.Cut], _ place: Place) {
        let bytes = Array(text.utf8)
        func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        append(string(0..<cuts[0].range.lowerBound), place)
        for (index, cut) in cuts.enumerated() {
            let end = index + 1 < cuts.count ? cuts[index + 1].range.lowerBound : bytes.count
            func placed(at offset: Int) -> Place {
                var at = place
                at.column += bytes[..<offset].count { $0 & 0xC0 != 0x80 }
                return at
            }
            var draft = Draft(number: cut.number, heading: string(cut.range), place: placed(at: cut.range.lowerBound))
            // Where headings stand within one line, the tables run together behind theirs.
            if cut.range.upperBound < end, !(Self.tables.contains(cut.number) && cuts.count > 1) {
                draft.text = Array(bytes[cut.range.upperBound..<end]) + [0x0A]
                draft.lines = [placed(at: cut.range.upperBound)]
            }
            drafts.append(draft)
        }
    }
}
