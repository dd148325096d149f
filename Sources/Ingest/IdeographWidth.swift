/// How many columns of the page an ideograph takes up in a text whose cells are aligned by spaces: two where the text was
/// laid out for the eye, one where a program counted characters (`pdftotext -layout`).
enum IdeographWidth {
    static let usual = 2

    /// Rows of so many figures tell.
    private static let leastFigures = 5

    /// The width at which the figures of the text's rows stand under one another.
    static func of(_ body: TextBody) -> Int {
        [usual, 1].max { alignment(of: body, $0) < alignment(of: body, $1) } ?? usual
    }

    /// The more figures begin in one column, the more it is.
    private static func alignment(of body: TextBody, _ width: Int) -> Int {
        var counts: [Int: Int] = [:]
        body.withLines { lines in
            for line in body.lines where line.tabs == 0 && line.range.count > 2 * leastFigures {
                let pieces = lines.spaced(line.range)
                let figures = pieces.reversed().prefix { piece in
                    lines.text[piece.range].allSatisfy { (48...57).contains($0) }
                }
                guard figures.count >= leastFigures else { continue }
                let spans = lines.spans(of: pieces, in: line.range, ideograph: width)
                for span in spans.suffix(figures.count) { counts[span.lowerBound, default: 0] += 1 }
            }
        }
        return counts.values.reduce(0) { $0 + $1 * $1 }
    }
}
