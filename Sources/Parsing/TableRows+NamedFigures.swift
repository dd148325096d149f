import Filings
import Ingest

/// Lines of table three that name each column in front of its figure: `（一）予以公开：自然人：102；商业企业：8；…；总计：114`.
extension TableRows {
    private static let columns = ApplicantColumn.allCases.map { $0.words.map(\.utf8Bytes) }
    /// What may stand around a figure.
    private static let marks: Set<Unicode.Scalar> = Set("：:，,；;、。|｜()（）=".unicodeScalars)

    /// The row of such a line, where all columns stand in the form's order with one figure each.
    func namedFigures(_ raw: RawCell) -> TableRow? {
        let text = raw.text.utf8Bytes
        guard let headings = Self.headings(in: text) else { return nil }
        let label = lexicon.words(Self.bare(text[..<headings[0].lowerBound]).text)
        guard label.requestLabel != nil else { return nil }
        var cells = [TableRow.Cell(content: .words(label), place: raw.place)]
        for (index, heading) in headings.enumerated() {
            let end = index + 1 < headings.count ? headings[index + 1].lowerBound : text.count
            let (figure, offset) = Self.bare(text[heading.upperBound..<end])
            var place = raw.place
            place.column += text[..<(heading.upperBound + offset)].count { $0 & 0xC0 != 0x80 }
            guard let tokens = ValueScanner.tokens(in: figure, at: place), tokens.count == 1 else { return nil }
            cells.append(TableRow.Cell(content: .value(tokens[0]), place: place))
        }
        return TableRow(cells: cells, isParagraph: false)
    }

    /// Where the headings of all columns stand, one behind the other.
    private static func headings(in text: [UInt8]) -> [Range<Int>]? {
        text.withUnsafeBufferPointer { text in
            var headings: [Range<Int>] = []
            for words in columns {
                let from = headings.last?.upperBound ?? 0
                let found = words.lazy.compactMap { word in
                    ByteSearch.first(word, in: text, from: from).map { $0..<($0 + word.count) }
                }.first
                guard let found else { return nil }
                headings.append(found)
            }
            return headings
        }
    }

    /// A text without the marks around it, and how many bytes of them stand in front.
    private static func bare(_ bytes: ArraySlice<UInt8>) -> (text: String, offset: Int) {
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        func isMark(_ scalar: Unicode.Scalar) -> Bool { marks.contains(scalar) || Normalisation.isSpace(scalar) }
        let rest = scalars.drop(while: isMark)
        let end = rest.lastIndex { !isMark($0) }.map(rest.index(after:)) ?? rest.startIndex
        return (String(rest[rest.startIndex..<end]), bytes.count - String(rest).utf8.count)
    }
}
