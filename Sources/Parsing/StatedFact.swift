import Filings

/// What a sentence says with a figure, and where in its paragraph.
struct StatedFact {
    var kind: String
    var value: ExactDecimal
    var unit: String
    /// The clause, in bytes, and the digits in it; none where words say that there was nothing.
    var clause: Range<Int>
    var figure: Range<Int>?
    var partOf: String?
    var mayBe: [String] = []

    func fact(in paragraph: Prose.Paragraph) -> Fact {
        let text = paragraph.text(clause)
        return Fact(
            kind: kind, value: value, unit: unit, text: figure == nil ? text.trimmed : text,
            place: paragraph.place(at: clause.lowerBound), partOf: partOf, mayBe: mayBe)
    }
}
