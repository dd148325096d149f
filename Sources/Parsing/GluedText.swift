import Filings
import Ingest

/// Cuts text in which labels and figures run together: `…总计23 0 0四、结转下年度继续办理0 0`.
enum GluedText {
    private struct Segment {
        var words: String.UnicodeScalarView = .init()
        var wordsColumn = 0
        var figures: String.UnicodeScalarView = .init()
        var figuresColumn = 0
    }

    /// One row per run of figures, with the words before it.
    static func rows(of raw: RawCell, _ lexicon: Lexicon) -> [TableRow] {
        segments(of: raw.text).map { segment in
            TableRow(cells: [words(segment, raw, lexicon)] + figures(segment, raw), isGlued: true, isParagraph: false)
        }
    }

    /// A single line of a table whose separators are single spaces or lost: a label, then figures up to the end.
    ///
    /// `trailing`: the figures that single spaces part at its end.
    static func labelledRow(_ raw: RawCell, _ trailing: TrailingFigures?, _ lexicon: Lexicon) -> TableRow? {
        if let row = trailing.flatMap({ markedRow(raw, $0, lexicon) }) { return row }
        guard ValueScanner.holdsDigit(raw.text) else { return nil }
        let found = segments(of: raw.text)
        guard let segment = found.last, found.count == 1, !segment.figures.isEmpty else { return nil }
        let text = NormalisedText(String(segment.words))
        guard LabelScanner.requestLabel(in: text) != nil || LabelScanner.proactiveLine(in: text) != nil else {
            return nil
        }
        let figures = figures(segment, raw)
        guard !figures.isEmpty else { return nil }
        return TableRow(cells: [words(segment, raw, lexicon)] + figures, isGlued: true, isParagraph: false)
    }

    /// A label and figures of which some are marks for nothing or have their units: `…申请数量 - - 无`, `…总计 2 件 0 件`.
    private static func markedRow(_ raw: RawCell, _ found: TrailingFigures, _ lexicon: Lexicon) -> TableRow? {
        guard found.figures.contains(where: isMarked) else { return nil }
        let words = lexicon.words(found.words)
        let isLine = words.requestLabel != nil && found.figures.count >= leastFigures
        guard isLine || words.proactiveLine != nil else { return nil }
        let label = TableRow.Cell(content: .words(words), place: raw.place)
        return TableRow(cells: [label] + found.figures, isGlued: true, isParagraph: false)
    }

    private static func isMarked(_ cell: TableRow.Cell) -> Bool {
        cell.value?.unit != nil || cell.value?.plainDigits == nil
    }

    /// Fewer figures behind a label may be a sentence's.
    private static let leastFigures = 4

    private static func words(_ segment: Segment, _ raw: RawCell, _ lexicon: Lexicon) -> TableRow.Cell {
        var place = raw.place
        place.column += segment.wordsColumn
        return TableRow.Cell(content: .words(lexicon.words(String(segment.words))), place: place)
    }

    private static func figures(_ segment: Segment, _ raw: RawCell) -> [TableRow.Cell] {
        var place = raw.place
        place.column += segment.figuresColumn
        let tokens = ValueScanner.tokens(in: String(segment.figures), at: place) ?? []
        return tokens.map { TableRow.Cell(content: .value($0), place: $0.place) }
    }

    /// Words, then figures, alternating. A digit before a point that starts a list item belongs to the words.
    private static func segments(of text: String) -> [Segment] {
        let scalars = Array(text.unicodeScalars)
        var segments: [Segment] = []
        var current = Segment()
        var index = 0
        while index < scalars.count {
            let opening = isFigure(scalars[index]) ? endOfOpening(scalars, index) : index
            guard isFigure(scalars[index]), opening < scalars.count, Normalisation.isDigit(scalars[opening]) else {
                if !current.figures.isEmpty {
                    segments.append(current)
                    current = Segment()
                }
                if current.words.isEmpty { current.wordsColumn = index }
                let end = max(opening, index + 1)
                current.words.append(contentsOf: scalars[index..<end])
                index = end
                continue
            }
            let end = endOfRun(scalars, from: index)
            var figuresEnd = countsInProse(scalars, end) ? index : endOfFigures(scalars, index..<end)
            // Spaces in front of a list mark are no figure.
            if scalars[index..<figuresEnd].allSatisfy(Normalisation.isSpace) { figuresEnd = index }
            if figuresEnd > index {
                if current.figures.isEmpty { current.figuresColumn = index }
                current.figures.append(contentsOf: scalars[index..<figuresEnd])
            }
            if figuresEnd < end {
                if !current.figures.isEmpty {
                    segments.append(current)
                    current = Segment()
                    current.wordsColumn = figuresEnd
                }
                current.words.append(contentsOf: scalars[figuresEnd..<end])
            }
            index = end
        }
        if !current.words.isEmpty || !current.figures.isEmpty { segments.append(current) }
        return segments
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
        let folded = Normalisation.halfWidth(scalar)
        return ("0"..."9").contains(folded) || "+-−/—.,".unicodeScalars.contains(folded)
            || Normalisation.isSpace(scalar) || scalar == "．"
    }

    /// Where the spaces and signs end with which a run of figures may open. A run starts at a digit or a sign before one;
    /// a slash or a point inside words is no figure.
    private static func endOfOpening(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
        var at = index
        while at < scalars.count, Normalisation.isSpace(scalars[at]) || "+-−".unicodeScalars.contains(scalars[at]) {
            at += 1
        }
        return at
    }

    private static func endOfRun(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count, isFigure(scalars[end]) { end += 1 }
        if end < scalars.count, scalars[end] == "元" { end += 1 }
        return end
    }

    /// A unit or a comma behind a number: 新收 1353 件 is prose, not the table's line.
    private static func countsInProse(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
        end < scalars.count && "件条次人项期篇个份起家宗场%％，。；".unicodeScalars.contains(scalars[end])
    }

    /// Leaves `2.` at the end of a run, and everything from a year or date on, to the words that follow.
    private static func endOfFigures(_ scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
        if run.upperBound < scalars.count, "年月日".unicodeScalars.contains(scalars[run.upperBound]) {
            return yearStart(scalars, run)
        }
        var last = run.upperBound
        while last > run.lowerBound, Normalisation.isSpace(scalars[last - 1]) { last -= 1 }
        guard last > run.lowerBound else { return run.lowerBound }
        let end = scalars[last - 1]
        let isListMark = end == "." || end == "．" || end == "、"
        let nextIsMark = run.upperBound < scalars.count && scalars[run.upperBound] == "、"
        if isListMark, last - 2 >= run.lowerBound, Normalisation.isDigit(scalars[last - 2]) { return last - 2 }
        if nextIsMark, last - 1 >= run.lowerBound, Normalisation.isDigit(end) { return last - 1 }
        return last
    }

    /// `…信息2023年`: a year behind a figure takes its own four digits.
    private static func yearStart(_ scalars: [Unicode.Scalar], _ run: Range<Int>) -> Int {
        let isYear = scalars[run.upperBound] == "年" && run.count > 4
        return isYear ? run.upperBound - 4 : run.lowerBound
    }
}
