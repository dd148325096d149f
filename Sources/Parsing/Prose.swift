import Filings
import Ingest

/// The running text of a document: paragraphs whose lines are joined again, with the place of every character.
struct Prose: Sendable {
    struct Paragraph: Sendable {
        /// UTF-8 without any space; half-width digits and signs as printed otherwise.
        var bytes: [UInt8]
        /// Where runs of neighbouring characters start, in bytes and in the file; ascending.
        var runs: [Run]
        /// The number of the section in which it stands; 0 before the first.
        var section: Int
        var page: Int?

        struct Run: Sendable {
            var offset: Int32
            var line: Int32
            var column: Int32
        }

        /// How many characters it has.
        var count: Int { Self.characters(bytes[...]) }
        var text: String { String(decoding: bytes, as: UTF8.self) }

        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

        /// The place of the character at a byte.
        func place(at offset: Int) -> Place? {
            guard let run = runs.last(where: { $0.offset <= offset }) ?? runs.first else { return nil }
            let passed = Self.characters(bytes[min(Int(run.offset), offset)..<offset])
            return Place(line: Int(run.line), column: Int(run.column) + passed, page: page)
        }

        func evidence(_ range: Range<Int>) -> Evidence {
            Evidence(text: text(range), place: place(at: min(range.lowerBound, bytes.count)))
        }

        private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
            bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        }

        /// Adds another paragraph's characters behind its own.
        mutating func join(_ other: Paragraph) {
            let shift = Int32(bytes.count)
            runs += other.runs.map { Run(offset: $0.offset + shift, line: $0.line, column: $0.column) }
            bytes += other.bytes
        }
    }

    var paragraphs: [Paragraph]

    /// A line this wide (in half-width columns) may have been broken by the margin.
    private static let fullLine = 60

    init(_ document: RawDocument) {
        paragraphs = []
        var section = 0
        var previousWasFull = false
        var previousColumn = 1
        var isContinued = false
        var gap = Gap.none
        for row in document.rows {
            if row.kind == .empty {
                if gap == .none { gap = .empty }
                continue
            }
            guard let cell = Self.onlyCell(row) else {
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
            let cuts = SectionHeading.cuts(in: cell.text, after: section)
            let column = cell.place.column
            // The lines behind a paragraph's first stand further left than it, and under one another.
            let isFlush = column == 1 || isContinued ? column <= previousColumn : column < previousColumn
            let continues = previousWasFull && cuts.isEmpty && isFlush && row.kind == .paragraph
            isContinued = continues
            previousColumn = column
            add(cell, cuts: cuts, section: &section, continues: continues)
            previousWasFull =
                Self.width(cell.text) + cell.place.column > Self.fullLine && !cell.text.utf8.ends(with: "。")
        }
    }

    private enum Gap { case none, empty, page }

    /// The only cell of a row that is not empty.
    private static func onlyCell(_ row: RawRow) -> RawCell? {
        var found: Int?
        for index in row.cells.indices where !row.cells[index].text.isEmpty {
            if found != nil { return nil }
            found = index
        }
        return found.map { row.cells[$0] }
    }

    private static let longestPageNumber = 40

    /// `- 3 -`, `— 3 —`, `第 3 页`: what a page prints below its text.
    private static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= longestPageNumber else { return false }
        let scalars = text.unicodeScalars.filter { !Normalisation.isSpace($0) }
        guard (1...8).contains(scalars.count), scalars.contains(where: { ("0"..."9").contains($0) }) else {
            return false
        }
        return scalars.allSatisfy { ("0"..."9").contains($0) || "-—–第页/共".unicodeScalars.contains($0) }
    }

    private mutating func add(_ cell: RawCell, cuts: [SectionHeading.Cut], section: inout Int, continues: Bool) {
        var cell = cell
        cell.text.withUTF8 { bytes in
            var start = 0
            var joins = continues
            for cut in cuts {
                append(bytes, start..<cut.range.lowerBound, cell.place, section, joins: joins)
                section = cut.number
                start = cut.range.lowerBound
                joins = false
            }
            append(bytes, start..<bytes.count, cell.place, section, joins: joins)
        }
    }

    private mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ place: Place, _ section: Int, joins: Bool
    ) {
        let paragraph = Paragraph(text, range, place, section)
        guard !paragraph.bytes.isEmpty else { return }
        if joins, let last = paragraphs.indices.last {
            paragraphs[last].join(paragraph)
        } else {
            paragraphs.append(paragraph)
        }
    }

    private static func width(_ text: String) -> Int {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var width = 0
            var index = 0
            while index < bytes.count {
                let lead = bytes[index]
                let isWide = lead > 0xE2 || lead == 0xE2 && bytes[index + 1] >= 0xBA
                width += isWide ? 2 : 1
                index += UTF8Length.of(lead: lead)
            }
            return width
        } ?? 0
    }
}

extension Prose.Paragraph {
    /// Folds a part of a cell's text.
    fileprivate init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ place: Place, _ section: Int) {
        var runs: [Run] = []
        var column = Int32(clamping: place.column)
        for index in 0..<range.lowerBound where text[index] & 0xC0 != 0x80 { column += 1 }
        bytes = [UInt8](unsafeUninitializedCapacity: range.count) { result, count in
            var index = range.lowerBound
            var isBroken = true
            while index < range.upperBound {
                let space = PrintedSpace.length(text, at: index)
                if space > 0 {
                    index += space
                    isBroken = true
                } else {
                    if isBroken { runs.append(Run(offset: Int32(count), line: Int32(place.line), column: column)) }
                    isBroken = false
                    let length = UTF8Length.of(lead: text[index])
                    if let half = Self.folded(text, at: index) {
                        result[count] = half
                        count += 1
                    } else {
                        for offset in 0..<length { result[count + offset] = text[index + offset] }
                        count += length
                    }
                    index += length
                }
                column += 1
            }
        }
        self.runs = runs
        self.section = section
        page = place.page
    }

    /// Full-width digits, points and percent signs, which are part of figures.
    @inline(__always)
    private static func folded(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt8? {
        guard let half = Normalisation.halfWidth(text, at: index) else { return nil }
        return (48...57).contains(half) || half == UInt8(ascii: ".") || half == UInt8(ascii: "%") ? half : nil
    }
}

extension String.UTF8View {
    /// Whether the text ends with these bytes.
    func ends(with ending: StaticString) -> Bool {
        count >= ending.utf8CodeUnitCount
            && suffix(ending.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
    }
}
