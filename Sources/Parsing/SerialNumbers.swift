import Filings
import Ingest

/// The numbers of rows (序号) in front of lines whose cells one space parts: `1 一、本年新收… 18 1 0 0 0 2 21`. In front of a
/// label they hide it.
enum SerialNumbers {
    /// So many lines in turn are numbered; fewer may be a list.
    private static let leastLines = 10
    /// Characters of the number of a row.
    private static let mostDigits = 2

    /// The document with spaces for such numbers, so that everything else keeps its place.
    static func removed(from document: [RawRow]) -> [RawRow] {
        var document = document
        var run: [(row: Int, digits: Int)] = []
        func blank() {
            guard run.count >= leastLines else { return }
            for (row, digits) in run {
                let text = document[row].cells[0].text
                document[row].cells[0].text = String(repeating: " ", count: digits) + text.dropFirst(digits)
            }
        }
        for row in document.indices where document[row].kind != .empty {
            guard let (number, digits) = number(of: document[row]) else { continue }
            if number != run.count + 1 {
                blank()
                run = []
            }
            if number == run.count + 1 { run.append((row, digits)) }
        }
        blank()
        return document
    }

    /// The number in front of a line's label, where figures stand behind it.
    private static func number(of row: RawRow) -> (value: Int, digits: Int)? {
        guard row.cells.count == 1 else { return nil }
        let text = row.cells[0].text.unicodeScalars
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard (1...mostDigits).contains(digits.count), let value = Int(String(digits)) else { return nil }
        let rest = text[digits.endIndex...]
        guard let gap = rest.first, Normalisation.isSpace(gap),
            let first = rest.first(where: { !Normalisation.isSpace($0) }),
            !Normalisation.isDigit(first) || isListMark(rest),
            let last = rest.last, Normalisation.isDigit(last)
        else { return nil }
        return (value, digits.count)
    }

    /// `2.其他法律…`: the number of a line of the form.
    private static func isListMark(_ text: Substring.UnicodeScalarView) -> Bool {
        LabelNumber.begins(String(text).trimmed)
    }
}
