import Filings

/// PDF with a text layer: words with boxes become lines, lines become cells where gaps part them.
package struct PDFFormat: InputFormat {
    package let id = "pdf"
    package let name = Words("PDF（有文本层）", "PDF with a text layer")

    package init() {}

    private static let mark = Array("%PDF-".utf8)

    package func recognises(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(1024).withUnsafeBufferPointer { ByteWords.holds($0, Self.mark) }
    }

    package func read(_ bytes: [UInt8], source: String, digest: String) throws(IngestError) -> RawDocument {
        let words = PDFWord.words(in: try PDFText.words(of: bytes))
        guard words.contains(where: { $0.text.unicodeScalars.contains { $0.value > 0x2E7F } }) else { throw .scanned }
        return try RawDocument(source: source, digest: digest, format: id, rows: PDFLines.rows(of: words))
    }

    /// The rows that a table of words gives, whoever made it.
    package static func rows(ofWords table: [UInt8]) -> [RawRow] { PDFLines.rows(of: PDFWord.words(in: table)) }
}

/// A word with its box, in points from the page's top left.
struct PDFWord {
    var page: Int
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    var text: String

    var middle: Double { top + height / 2 }
    var right: Double { left + width }

    /// About the size of the print: some fonts' boxes are more than twice as high, and reach into the next line.
    var em: Double {
        let ems = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? Self.narrow : 1) }
        return ems > 0 ? min(height, width / ems) : height
    }

    /// The width of a digit or a letter in ems.
    private static let narrow = 0.55

    /// Words (level 5) of pdftotext's table: level, page, paragraph, block, line, word, left, top, width, height, confidence, text.
    static func words(in table: [UInt8]) -> [PDFWord] {
        table.split(separator: 10).compactMap { line in
            let fields = line.split(separator: 9, maxSplits: 11, omittingEmptySubsequences: false)
            guard fields.count == 12, fields[0].elementsEqual([UInt8(ascii: "5")]) else { return nil }
            // No page is larger than this many points, and no document has more pages.
            func number(_ index: Int) -> Double? {
                Double(String(decoding: fields[index], as: UTF8.self)).flatMap { abs($0) < 1_000_000 ? $0 : nil }
            }
            guard let page = number(1), let left = number(6), let top = number(7), let width = number(8),
                let height = number(9)
            else { return nil }
            return PDFWord(
                page: Int(page), left: left, top: top, width: width, height: height,
                text: String(decoding: fields[11], as: UTF8.self))
        }
    }
}

/// Puts words into lines and lines into cells.
enum PDFLines {
    /// Words belong to one line when their middles differ by less than this part of the print's size.
    private static let lineTolerance = 0.5
    /// A gap wider than this part of the print's size parts two cells.
    private static let cellGap = 0.55
    /// So many points make one column of the page; half an ideograph of common print.
    private static let columnWidth = 5.0
    /// By less than so many points the margins of left and right pages differ.
    private static let bindingWidth = 30.0

    static func rows(of words: [PDFWord]) -> [RawRow] {
        var rows: [RawRow] = []
        var line = 0
        let leftmost = words.map(\.left).min() ?? 0
        for page in Dictionary(grouping: words, by: \.page).sorted(by: { $0.key < $1.key }) {
            let own = page.value.map(\.left).min() ?? 0
            // Pages may be bound on either side; one that begins further right goes on with a table's inner columns.
            let margin = own - leftmost < bindingWidth ? own : leftmost
            for words in lines(page.value) {
                line += 1
                rows.append(row(words, page: page.key, line: line, margin: margin))
            }
            rows.append(RawRow(kind: .empty, cells: [], line: line))
        }
        return rows
    }

    private static func lines(_ words: [PDFWord]) -> [[PDFWord]] {
        var lines: [[PDFWord]] = []
        for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            if let last = lines.last?.first,
                abs(word.middle - last.middle) < lineTolerance * min(word.em, last.em)
            {
                lines[lines.count - 1].append(word)
            } else {
                lines.append([word])
            }
        }
        return lines.map { $0.sorted { $0.left < $1.left } }
    }

    private static func row(_ words: [PDFWord], page: Int, line: Int, margin: Double) -> RawRow {
        var cells: [RawCell] = []
        var right = -Double.infinity
        func column(_ x: Double) -> Int { max(0, Int(((x - margin) / columnWidth).rounded())) }
        for word in words {
            if let last = cells.indices.last, word.left - right < cellGap * word.em {
                let isLatin =
                    (cells[last].text.unicodeScalars.last?.value ?? 0) < 128
                    && (word.text.unicodeScalars.first?.value ?? 0) < 128
                cells[last].text += (isLatin ? " " : "") + word.text
                cells[last].span =
                    cells[last].span!.lowerBound..<max(column(word.right), cells[last].span!.lowerBound + 1)
            } else {
                let start = column(word.left)
                cells.append(
                    RawCell(
                        text: word.text, place: Place(line: line, column: start + 1, page: page),
                        span: start..<max(column(word.right), start + 1)))
            }
            right = word.right
        }
        return RawRow(kind: cells.count > 1 ? .table : .paragraph, cells: cells, line: line)
    }
}
