import Filings
import Ingest

/// The running text of a document: paragraphs whose lines are joined again, with the place of every character.
struct Prose: Sendable {
    /// A place in little memory: prose keeps one per character.
    struct Spot: Sendable {
        var line: UInt32
        var column: UInt32
    }

    struct Paragraph: Sendable {
        /// Without any space; half-width digits and signs as printed otherwise.
        var scalars: [Unicode.Scalar]
        /// The line and column of each scalar.
        var spots: [Spot]
        /// The number of the section in which it stands; 0 before the first.
        var section: Int
        var page: Int?

        var text: String { String(scalars: scalars[...]) }

        func place(at index: Int) -> Place {
            Place(line: Int(spots[index].line), column: Int(spots[index].column), page: page)
        }

        func evidence(_ range: Range<Int>) -> Evidence {
            Evidence(text: String(scalars: scalars[range]), place: spots.isEmpty ? nil : place(at: min(range.lowerBound, spots.count - 1)))
        }
    }

    var paragraphs: [Paragraph]

    /// A line this wide (in half-width columns) may have been broken by the margin.
    private static let fullLine = 60

    init(_ document: RawDocument) {
        paragraphs = []
        var section = 0
        var previousWasFull = false
        var gap = Gap.none
        for row in document.rows {
            let filled = row.cells.filter { !$0.text.isEmpty }
            if row.kind == .empty {
                if gap == .none { gap = .empty }
                continue
            }
            guard filled.count == 1, let cell = filled.first else {
                previousWasFull = false
                continue
            }
            if Self.isPageNumber(cell.text) {
                gap = .page
                continue
            }
            // An empty line ends a paragraph; a page that ends does not.
            if gap == .empty { previousWasFull = false }
            gap = .none
            let cuts = SectionReader.headingStarts(in: cell.text, after: section)
            let continues = previousWasFull && cuts.isEmpty && cell.place.column == 1 && row.kind == .paragraph
            add(cell, cuts: cuts, section: &section, continues: continues)
            previousWasFull = Self.width(cell.text) + cell.place.column > Self.fullLine && !cell.text.hasSuffix("。")
        }
    }

    private enum Gap { case none, empty, page }

    /// `- 3 -`, `— 3 —`, `第 3 页`: what a page prints below its text.
    private static func isPageNumber(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.filter { !Normalisation.isSpace($0) }
        guard (1...8).contains(scalars.count), scalars.contains(where: { ("0"..."9").contains($0) }) else { return false }
        return scalars.allSatisfy { ("0"..."9").contains($0) || "-—–第页/共".unicodeScalars.contains($0) }
    }

    private mutating func add(
        _ cell: RawCell, cuts: [(number: Int, start: Int, end: Int)], section: inout Int, continues: Bool
    ) {
        let scalars = Array(cell.text.unicodeScalars)
        var start = 0
        var joins = continues
        for cut in cuts {
            append(scalars, start..<cut.start, cell.place, section, joins: joins)
            section = cut.number
            start = cut.start
            joins = false
        }
        append(scalars, start..<scalars.count, cell.place, section, joins: joins)
    }

    private mutating func append(
        _ scalars: [Unicode.Scalar], _ range: Range<Int>, _ place: Place, _ section: Int, joins: Bool
    ) {
        var folded: [Unicode.Scalar] = []
        var spots: [Spot] = []
        folded.reserveCapacity(range.count)
        spots.reserveCapacity(range.count)
        for index in range where !Normalisation.isSpace(scalars[index]) {
            let scalar = scalars[index]
            let half = Normalisation.halfWidth(scalar)
            folded.append(("0"..."9").contains(half) || half == "." || half == "%" ? half : scalar)
            spots.append(Spot(line: UInt32(place.line), column: UInt32(place.column + index)))
        }
        guard !folded.isEmpty else { return }
        if joins, let last = paragraphs.indices.last {
            paragraphs[last].scalars += folded
            paragraphs[last].spots += spots
        } else {
            paragraphs.append(Paragraph(scalars: folded, spots: spots, section: section, page: place.page))
        }
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
    }
}
