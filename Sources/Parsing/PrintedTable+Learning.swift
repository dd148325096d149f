import Filings
import Ingest

extension PrintedTable {
    /// Longer stretches are no table, and are not kept.
    private static let longest = 64 << 10

    /// Takes the figures out of a stretch of lines; nil when one of them fills no cell, or when the lines may say who
    /// filed: that is read from the rows themselves.
    init?(
        _ body: TextBody, _ text: UnsafeBufferPointer<UInt8>, _ lines: Range<Int>, form: FormID, cells: PrintedCells,
        rows: [TableRow]
    ) {
        guard TabbedLines.bytes(of: lines, in: body).count <= Self.longest else { return nil }
        var learner = Learner(text: text, cells: cells, firstLine: lines.lowerBound)
        for line in lines {
            let range = body.lines[line].range
            if line > lines.lowerBound { learner.words += text[Int(body.lines[line - 1].end)..<range.lowerBound] }
            guard learner.take(line, range) else { return nil }
        }
        guard !TitleReader.mayHoldMetadata(learner.words) else { return nil }
        let own = rows.filter { lines.contains($0.place.line - 1) }
        let isByLine =
            own.count == lines.count { !body.lines[$0].isEmpty }
            && own.allSatisfy { row in row.cells.allSatisfy { $0.place.line == row.place.line } }
        let singles = learner.singles.compactMap { line -> RowWords.Words? in
            guard case .words(let words) = RowWords(body.row(line)) else { return nil }
            return words.moved(down: -lines.lowerBound)
        }
        self.init(
            form: form, words: learner.words, figures: learner.figures, singles: singles,
            rows: isByLine ? PrintedRows.template(own, firstLine: lines.lowerBound + 1, figures: learner.figures) : nil,
            grid: isByLine ? PrintedGrid(learner.figures, rows, AllForms.form(form)) : nil)
    }

    /// Takes lines cell by cell.
    private struct Learner {
        let text: UnsafeBufferPointer<UInt8>
        let cells: PrintedCells
        let firstLine: Int
        var words: [UInt8] = []
        private(set) var figures: [Figure] = []
        private(set) var singles: [Int] = []
        /// Characters of the line's figures so far.
        private var passed = 0

        init(text: UnsafeBufferPointer<UInt8>, cells: PrintedCells, firstLine: Int) {
            self.text = text
            self.cells = cells
            self.firstLine = firstLine
        }

        /// False when a figure fills no cell.
        mutating func take(_ line: Int, _ range: Range<Int>) -> Bool {
            passed = 0
            var filled = 0
            var column = 1
            var start = range.lowerBound
            while start <= range.upperBound {
                let end = text[start..<range.upperBound].firstIndex(of: 0x09) ?? range.upperBound
                filled += TrimmedRange.of(text, start..<end).isEmpty ? 0 : 1
                guard take(start..<end, at: Place(line: line + 1, column: column)) else { return false }
                if end < range.upperBound { words.append(0x09) }
                column += text[start..<end].count { $0 & 0xC0 != 0x80 } + 1
                start = end + 1
            }
            if filled == 1, passed == 0 { singles.append(line) }
            return true
        }

        private mutating func take(_ cell: Range<Int>, at place: Place) -> Bool {
            guard PrintedFigure.isFigure(text[cell]) else {
                words += text[cell]
                return true
            }
            guard let measure = cells.measure(at: place, text: String(decoding: text[cell], as: UTF8.self)),
                PrintedFigure.read(text, cell, of: measure)?.length == cell.count
            else { return false }
            figures.append(
                Figure(
                    measure: measure, line: Int32(place.line - 1 - firstLine), column: Int32(place.column - passed),
                    wordsEnd: Int32(words.count)))
            passed += cell.count
            return true
        }
    }
}
