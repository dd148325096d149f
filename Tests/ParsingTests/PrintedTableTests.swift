import Filings
import Ingest
import TestSupport
import Testing

@testable import Parsing

/// A text with known tables is read as it would be without them.
@Suite struct PrintedTableTests {
    private static func body(_ text: String) throws -> TextBody {
        try #require(try FileReader.document(Array(text.utf8), source: "a.txt").body)
    }

    /// Tables that know what these texts print.
    private static func tables(knowing texts: [String]) throws -> PrintedTables {
        let tables = Lexicon().tables
        for text in texts {
            let body = try body(text)
            tables.learn(body, TableReadings(rows(body), year: 2024, Lexicon()))
        }
        return tables
    }

    private static func rows(_ body: TextBody) -> [RawRow] { body.lines.indices.map { body.row($0) } }

    /// What a text says with known tables and without them.
    private static func compare(_ text: String, _ tables: PrintedTables) throws {
        let body = try body(text)
        let known = try #require(tables.read(body), "the tables were not recognised")
        let (fast, slow) = (TableReadings(known), TableReadings(rows(body), year: 2024, Lexicon()))
        #expect(fast.form == slow.form && fast.readings == slow.readings && fast.notes == slow.notes)
        #expect(fast.found == slow.found)
        let lines = ProseLine.lines(of: rows(body).map(RowWords.init))
        let knownLines = ProseLine.lines(of: known.rows)
        #expect(SectionReader.sections(of: knownLines) == SectionReader.sections(of: lines))
        #expect(
            Prose(knownLines, tables.sentences.draft).paragraphs.map(\.text)
                == Prose(lines, ProseText.Draft()).paragraphs.map(\.text))
    }

    private static func sheet(_ seed: Int, _ year: Int) -> FilingSheet {
        FilingSheet(RandomFiling.make(seed: seed, year: year))
    }

    @Test(arguments: [2020, 2024], [FilingLayout.rectangle, .narrow])
    func otherFiguresInTheSameWords(year: Int, layout: FilingLayout) throws {
        let tables = try Self.tables(knowing: [layout.text(Self.sheet(0, year))])
        for seed in 1..<12 { try Self.compare(layout.text(Self.sheet(seed, year)), tables) }
    }

    /// Single cells and whole columns without figures.
    @Test(arguments: [SheetMutation.blankTotals, .zerosBlank, .thousands])
    func emptyCells(_ mutation: SheetMutation) throws {
        let layout = FilingLayout.rectangle
        let tables = try Self.tables(knowing: [layout.text(Self.sheet(0, 2024))])
        for seed in 1..<6 {
            let text = layout.text(mutation.apply(to: Self.sheet(seed, 2024)))
            guard let known = tables.read(try Self.body(text)) else { continue }
            let slow = TableReadings(Self.rows(try Self.body(text)), year: 2024, Lexicon())
            #expect(TableReadings(known).readings == slow.readings)
        }
    }

    /// A page's data above the text name the organ, which the text does not.
    @Test func aTextReadAgainSaysTheSame() throws {
        let parser = FilingParser(registry: DistrictRegistry())
        let head = "名称\t洛龙区教育局2024年政府信息公开工作年度报告\n发布机构\t洛龙区教育局\n\n"
        var sheet = Self.sheet(0, 2024)
        (sheet.title, sheet.opening, sheet.closing) = ("", ["本年度依法公开政府信息。"], [])
        let text = head + FilingLayout.rectangle.text(sheet)
        let filings = try (0..<3).map { _ -> Filing in
            let document = try FileReader.document(Array(text.utf8), source: "a.txt")
            guard case .read(let filing) = parser.parse(document) else { throw Reader.NotRead(reason: "") }
            return filing
        }
        #expect(filings[0].organ?.name == "洛龙区教育局")
        #expect(filings[1] == filings[0] && filings[2] == filings[0])
    }

    @Test func oneEmptyCell() throws {
        let layout = FilingLayout.rectangle
        let tables = try Self.tables(knowing: [layout.text(Self.sheet(0, 2024))])
        for seed in 1..<12 {
            var sheet = Self.sheet(seed, 2024)
            let row = sheet.lines[(seed * 7) % sheet.lines.count]
            sheet.three[row].cells[seed % 7] = ""
            try Self.compare(layout.text(sheet), tables)
        }
    }

    /// Cells of table three that left a 0 empty, wherever they stand: where all sums hold no reader is asked, and the
    /// readings are those of the readers.
    @Test(arguments: [FilingLayout.rectangle, .narrow])
    func emptyZeros(layout: FilingLayout) throws {
        let tables = try Self.tables(knowing: [layout.text(Self.sheet(0, 2024))])
        var readAtOnce = 0
        for seed in 1..<24 {
            var sheet = Self.sheet(seed, 2024)
            var generator = SeededGenerator(seed: seed)
            for line in sheet.lines.shuffled(using: &generator).prefix(1 + seed % 3) {
                let zeros = sheet.three[line].cells.indices.filter { sheet.three[line].cells[$0] == "0" }
                for cell in zeros.prefix(1 + seed % 2) { sheet.three[line].cells[cell] = "" }
            }
            let text = layout.text(sheet)
            try Self.compare(text, tables)
            if case .open([], _, _) = try #require(tables.read(try Self.body(text))).tables { readAtOnce += 1 }
        }
        #expect(readAtOnce > 0)
    }

    /// Words that differ anywhere, a table too many or too few, and figures of another kind are left to the readers.
    @Test(arguments: [
        SheetMutation.repeatedTables, .dropOtherColumn, .otherSpellings, .thousands, .units, .lostLabels, .pageBreak,
        .subtotalColumn, .decimals, .fullWidthDigits,
    ])
    func otherTablesAreNotKnown(_ mutation: SheetMutation) throws {
        let layout = FilingLayout.rectangle
        let tables = try Self.tables(knowing: [layout.text(Self.sheet(0, 2024))])
        let text = layout.text(mutation.apply(to: Self.sheet(3, 2024)))
        #expect(tables.read(try Self.body(text)) == nil)
    }

    /// A document whose tables are damaged teaches nothing.
    @Test(arguments: [SheetMutation.blankTotals, .zerosBlank, .subtotalColumn, .dropOtherColumn, .splitFigures])
    func damageIsNotLearnt(_ mutation: SheetMutation) throws {
        var damaged = 0
        for seed in 0..<8 {
            let sheet = Self.sheet(seed, 2024)
            let text = FilingLayout.rectangle.text(mutation.apply(to: sheet))
            guard text != FilingLayout.rectangle.text(sheet) else { continue }
            damaged += 1
            #expect(try Self.tables(knowing: [text]).read(try Self.body(text)) == nil)
        }
        #expect(damaged > 0)
    }

    /// Figures in a paragraph may be cells of a table that runs on in it.
    @Test func figuresBetweenTheTables() throws {
        let text = FilingLayout.rectangle.text(Self.sheet(0, 2024))
        let tables = try Self.tables(knowing: [text])
        #expect(tables.read(try Self.body(text)) != nil)
        #expect(tables.read(try Self.body(text + "12 13 14\n")) == nil)
        #expect(tables.read(try Self.body(text + "甲  乙  丙\n")) == nil)
    }

    /// Whether headings in another order hold depends on the figures: a table read by them teaches nothing, and what a
    /// file says does not depend on the files before it.
    @Test func headingsInAnotherOrderAreNotLearnt() throws {
        let parser = FilingParser(registry: DistrictRegistry())
        func text(_ seed: Int, isZero: Bool) -> String {
            var sheet = Self.sheet(seed, 2024)
            for row in sheet.three.indices {
                let cells = sheet.three[row].cells
                if cells.count == 7 { sheet.three[row].cells = [cells[6]] + cells[..<6] }
                if isZero, !sheet.three[row].isHeading { sheet.three[row].cells = cells.map { _ in "0" } }
            }
            return FilingLayout.rectangle.text(sheet)
        }
        func readings(_ text: String, _ parser: FilingParser) throws -> ReadingTable {
            guard case .read(let filing) = parser.parse(try FileReader.document(Array(text.utf8), source: "a.txt"))
            else {
                throw IngestError.notText
            }
            return filing.readings
        }
        for seed in 0..<4 { _ = try readings(text(seed, isZero: true), parser) }
        for seed in 4..<8 {
            let text = text(seed, isZero: false)
            #expect(try readings(text, parser) == readings(text, FilingParser(registry: DistrictRegistry())))
        }
    }
}
