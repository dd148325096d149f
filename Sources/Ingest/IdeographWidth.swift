/// How many columns of the page an ideograph takes up in a text whose cells are aligned by spaces: two where the text was
/// laid out for the eye, one where a program counted characters (`pdftotext -layout`).
enum IdeographWidth {
    static let usual = 2

    /// Rows of so many figures tell.
    private static let leastFigures = 5

    /// The width at which the figures of the text's rows stand under one another.
    static func of(_ body: TextBody) -> Int {
        let widths = [usual, 1]
        // By width how many figures begin in each column of the page.
        var counts = [[Int: Int]](repeating: [:], count: widths.count)
        body.withLines { lines in
            for line in body.lines where line.tabs == 0 && line.range.count > 2 * leastFigures {
                let pieces = lines.spaced(line.range)
                let figures = pieces.reversed().prefix { piece in
                    lines.text[piece.range].allSatisfy { (48...57).contains($0) }
                }
                guard figures.count >= leastFigures else { continue }
                for index in widths.indices {
                    let spans = lines.spans(of: pieces, in: line.range, ideograph: widths[index])
                    for span in spans.suffix(figures.count) { counts[index][span.lowerBound, default: 0] += 1 }
                }
            }
        }
        // The more figures begin in one column, the better they stand.
        let alignments = counts.map { $0.values.reduce(0) { $0 + $1 * $1 } }
        return widths[widths.indices.max { alignments[$0] < alignments[$1] } ?? 0]
    }
}
