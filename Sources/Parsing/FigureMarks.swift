import Filings
import Ingest

/// The marks that every figure of a document wears: `[12]`, `（12）`, `12,`, or zeros in front (`007`). On one figure they
/// mean something; on all they mean nothing.
struct FigureMarks {
    private enum Style: Hashable {
        case around(prefix: String, suffix: String)
        /// As many digits in every figure.
        case padded(digits: Int)
    }

    /// So many figures tell.
    private static let leastFigures = 40
    /// So many figures without marks tell that there are none.
    private static let mostPlain = 3
    /// Bytes of a label and its figures; longer texts are prose.
    private static let longestCell = 300
    /// No mark is longer on its side.
    private static let longestMark = 2

    /// The document with spaces for the marks, so that every figure keeps its place.
    static func removed(from document: [RawRow]) -> [RawRow] {
        guard let style = style(of: document) else { return document }
        return document.map { row in
            var row = row
            for index in row.cells.indices { row.cells[index].text = bare(row.cells[index].text, style) }
            return row
        }
    }

    /// The style of all figures of rows that have as many as table three; nil for figures without marks.
    private static func style(of document: [RawRow]) -> Style? {
        var counts: [Style: Int] = [:]
        var (all, plain) = (0, 0)
        var digits: Set<Int> = []
        for row in document where row.cells.allSatisfy({ $0.text.utf8.count <= longestCell }) {
            let last = row.cells.flatMap { words(of: $0.text) }.suffix(ApplicantColumn.allCases.count)
            guard last.count == ApplicantColumn.allCases.count else { continue }
            let figures = last.compactMap(parts)
            guard figures.count == last.count else { continue }
            for figure in figures {
                all += 1
                let isPlain = figure.prefix.isEmpty && figure.suffix.isEmpty
                if isPlain, figure.digits.count > 1, figure.digits.first == "0",
                    figure.digits.allSatisfy(Normalisation.isDigit)
                {
                    counts[.padded(digits: figure.digits.count), default: 0] += 1
                } else if isPlain {
                    plain += 1
                    digits.insert(figure.digits.prefix(while: Normalisation.isDigit).count)
                } else {
                    counts[.around(prefix: figure.prefix, suffix: figure.suffix), default: 0] += 1
                }
            }
            // One digit alone is no padded figure.
            if plain > mostPlain, digits.contains(1) { return nil }
        }
        guard let (style, count) = counts.max(by: { $0.value < $1.value }), count >= leastFigures else { return nil }
        switch style {
        case .around: return all - count <= mostPlain ? style : nil
        case .padded(let width): return count + plain == all && digits.allSatisfy { $0 >= width } ? style : nil
        }
    }

    /// The words that spaces part.
    private static func words(of text: String) -> [Substring.UnicodeScalarView] {
        text.unicodeScalars.split(whereSeparator: Normalisation.isSpace)
    }

    /// A figure's marks and what stands between them from its first digit or sign to its last digit; nil for what is no
    /// figure with marks around.
    private static func parts(
        _ word: Substring.UnicodeScalarView
    ) -> (prefix: String, digits: Substring.UnicodeScalarView, suffix: String)? {
        guard let last = word.lastIndex(where: Normalisation.isDigit) else { return nil }
        let prefix = word.prefix { !Normalisation.isDigit($0) && !"+-−".unicodeScalars.contains($0) }
        let digits = word[prefix.endIndex...last]
        let suffix = word[word.index(after: last)...]
        guard prefix.count <= longestMark, suffix.count <= longestMark, (Array(prefix) + suffix).allSatisfy(isMark),
            digits.allSatisfy({
                Normalisation.isDigit($0) || "+-−.,．".unicodeScalars.contains(Normalisation.halfWidth($0))
            })
        else { return nil }
        return (String(prefix), digits, String(suffix))
    }

    /// What may be a mark: neither letter nor sign nor share.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        let folded = Normalisation.halfWidth(scalar)
        return !Normalisation.isDigit(scalar) && !scalar.properties.isAlphabetic
            && !"+-−–%‰/".unicodeScalars.contains(folded)
    }

    /// The text with spaces for the marks of its figures.
    private static func bare(_ text: String, _ style: Style) -> String {
        var scalars = Array(text.unicodeScalars)
        var start = 0
        while start < scalars.count {
            let end = scalars[start...].firstIndex(where: Normalisation.isSpace) ?? scalars.count
            if let figure = parts(Substring(String(scalars: scalars[start..<end])).unicodeScalars) {
                let blanks: Int
                switch style {
                case .around(figure.prefix, figure.suffix):
                    blanks = figure.prefix.unicodeScalars.count
                    for index in (end - figure.suffix.unicodeScalars.count)..<end { scalars[index] = " " }
                case .padded(figure.digits.count) where figure.prefix.isEmpty && figure.suffix.isEmpty:
                    blanks = min(figure.digits.prefix { $0 == "0" }.count, figure.digits.count - 1)
                default:
                    blanks = 0
                }
                for index in start..<(start + blanks) { scalars[index] = " " }
            }
            start = end + 1
        }
        let end = scalars.lastIndex { !Normalisation.isSpace($0) }.map { $0 + 1 } ?? 0
        return String(scalars: scalars[..<end])
    }
}
