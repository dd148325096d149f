import Filings
import Ingest

/// The figures at the end of a line in which single spaces part them: `…申请数量 21 2 0`, `…缴纳费用、 - - 3`, `…总计 2 件 0 件`.
struct TrailingFigures {
    /// What stands in front of them.
    let words: String
    let figures: [TableRow.Cell]

    /// No row of the form has more figures.
    private static let most = 15

    /// Nil where there are none, or more than a row has.
    init?(_ raw: RawCell) {
        let scalars = Array(raw.text.unicodeScalars)
        var figures: [TableRow.Cell] = []
        var endOfWords = scalars.count
        var end = scalars.count
        while let gap = scalars[..<end].lastIndex(where: Normalisation.isSpace), gap > 1 {
            let piece = (gap + 1)..<end
            end = gap
            // A space may part a figure from its unit.
            if piece.isEmpty || ValueScanner.isUnit(String(scalars: scalars[piece])) { continue }
            guard let figure = Self.figure(scalars, piece.lowerBound..<endOfWords, in: raw) else { break }
            figures.append(figure)
            guard figures.count <= Self.most else { return nil }
            endOfWords = gap
        }
        guard !figures.isEmpty else { return nil }
        self.figures = figures.reversed()
        words = String(scalars: scalars[..<endOfWords])
    }

    private static func figure(_ scalars: [Unicode.Scalar], _ range: Range<Int>, in raw: RawCell) -> TableRow.Cell? {
        var place = raw.place
        place.column += range.lowerBound
        guard let tokens = ValueScanner.tokens(in: String(scalars: scalars[range]), at: place), tokens.count == 1,
            tokens[0].value != nil
        else { return nil }
        let behind = scalars.count - range.lowerBound
        let span = raw.span.map { ($0.upperBound - behind)..<($0.upperBound - behind + tokens[0].text.count) }
        return TableRow.Cell(content: .value(tokens[0]), place: place, span: span)
    }
}
