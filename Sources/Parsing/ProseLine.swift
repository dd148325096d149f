import Filings
import Ingest

/// What a row of a document is to its prose.
enum RowWords {
    /// An empty line.
    case empty
    /// A row with several filled cells, or none.
    case table
    /// The only filled cell: valid UTF-8, where it stands, and the kind of its row.
    case words(ArraySlice<UInt8>, Place, RawRow.Kind)

    init(_ row: RawRow) {
        guard row.kind != .empty else {
            self = .empty
            return
        }
        var found: Int?
        for index in row.cells.indices where !row.cells[index].text.isEmpty {
            guard found == nil else {
                self = .table
                return
            }
            found = index
        }
        self = found.map { .words(Array(row.cells[$0].text.utf8)[...], row.cells[$0].place, row.kind) } ?? .table
    }
}

/// A row of a document that may be prose: its only filled cell, with the section headings in it.
struct ProseLine {
    /// Valid UTF-8.
    var text: ArraySlice<UInt8>
    var place: Place
    var kind: RawRow.Kind
    /// The headings of sections behind those of the lines before.
    var cuts: [SectionHeading.Cut]
    /// `- 3 -`, `第 3 页`: what a page prints below its text.
    var isPageNumber: Bool
    /// An empty line or a row of a table ended the paragraph before. A page that ends does not.
    var isBehindGap: Bool

    private enum Gap { case none, empty, page, table }

    static func lines(of rows: [RowWords]) -> [ProseLine] {
        var lines: [ProseLine] = []
        lines.reserveCapacity(rows.count)
        var section = 0
        var gap = Gap.none
        for row in rows {
            switch row {
            case .empty: if gap == .none { gap = .empty }
            case .table: gap = .table
            case .words(let text, let place, let kind):
                let (isPageNumber, cuts) = text.withUnsafeBufferPointer { text in
                    let isPageNumber = Self.isPageNumber(text)
                    return (isPageNumber, isPageNumber ? [] : SectionHeading.cuts(in: text, after: section))
                }
                section = cuts.last?.number ?? section
                lines.append(
                    ProseLine(
                        text: text, place: place, kind: kind, cuts: cuts, isPageNumber: isPageNumber,
                        isBehindGap: gap == .empty || gap == .table))
                gap = isPageNumber ? (gap == .table ? .table : .page) : .none
            }
        }
        return lines
    }

    private static let longestPageNumber = 40

    private static func isPageNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= longestPageNumber else { return false }
        var digits = 0
        var others = 0
        for scalar in String(validUTF8: text).unicodeScalars where !Normalisation.isSpace(scalar) {
            switch scalar {
            case "0"..."9": digits += 1
            case "-", "—", "–", "第", "页", "/", "共": others += 1
            default: return false
            }
        }
        return digits > 0 && digits + others <= 8
    }
}
