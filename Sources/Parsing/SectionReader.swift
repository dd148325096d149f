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
    static func sections(of lines: [ProseLine]) -> [Section] {
        var reader = SectionReader()
        for line in lines { reader.read(line) }
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
            return String(validUTF8: UnsafeBufferPointer(rebasing: bytes[inner]))
        }
        return Section(number: draft.number, heading: draft.heading, text: text, place: draft.place, lines: lines)
    }

    private mutating func read(_ line: ProseLine) {
        if line.cuts.isEmpty {
            append(line.text, line.place)
        } else {
            split(line)
        }
    }

    private mutating func append(_ text: ArraySlice<UInt8>, _ place: Place) {
        guard let last = drafts.last, !Self.tables.contains(last.number) || Self.isProse(text) else { return }
        drafts[drafts.count - 1].text += text
        drafts[drafts.count - 1].text.append(0x0A)
        drafts[drafts.count - 1].lines.append(place)
    }

    /// Sentences, not cells: longer than a label or closed by a full stop.
    private static func isProse(_ text: ArraySlice<UInt8>) -> Bool {
        text.ends(with: "。") || text.ends(with: "；") || text.count > 60 && text.count { $0 & 0xC0 != 0x80 } > 60
    }

    private mutating func split(_ line: ProseLine) {
        let cuts = line.cuts
        let bytes = Array(line.text)
        func placed(at offset: Int) -> Place {
            var at = line.place
            at.column += bytes[..<offset].count { $0 & 0xC0 != 0x80 }
            return at
        }
        append(bytes[..<cuts[0].range.lowerBound], line.place)
        for (index, cut) in cuts.enumerated() {
            let end = index + 1 < cuts.count ? cuts[index + 1].range.lowerBound : bytes.count
            var draft = Draft(
                number: cut.number, heading: String(decoding: bytes[cut.range], as: UTF8.self),
                place: placed(at: cut.range.lowerBound))
            // Where headings stand within one line, the tables run together behind theirs.
            if cut.range.upperBound < end, !(Self.tables.contains(cut.number) && cuts.count > 1) {
                draft.text = Array(bytes[cut.range.upperBound..<end]) + [0x0A]
                draft.lines = [placed(at: cut.range.upperBound)]
            }
            drafts.append(draft)
        }
    }
}
