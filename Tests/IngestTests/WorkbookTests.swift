import TestSupport
import Testing

@testable import Ingest

/// Spreadsheets as tables of cells.
@Suite struct WorkbookTests {
    private func cells(_ cells: String..., shared: [String] = []) throws -> [SheetCell] {
        let bytes = SpreadsheetDocument.bytes(cells: [cells], shared: shared)
        return try Workbook.sheet(named: nil, of: bytes).rows.first?.cells ?? []
    }

    @Test func everyKindOfCell() throws {
        let read = try cells(
            "<c t=\"s\"><v>1</v></c>",
            "<c t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>",
            "<c><f>1+2</f><v>3</v></c>", "<c t=\"str\"><f>A1</f><v>丙</v></c>", "<c t=\"b\"><v>1</v></c>",
            "<c t=\"e\"><v>#N/A</v></c>", "<c><f>1+2</f><v></v></c>", shared: ["零", "一"])
        #expect(read.map(\.text) == ["一", "甲乙", "3", "丙", "TRUE", "#N/A", "=1+2"])
        #expect(read.map(\.kind) == [.text, .text, .number, .text, .boolean, .error, .error])
    }

    @Test(arguments: [
        ("12", "12"), ("12.0", "12"), ("1.2E3", "1200"), ("167.47919999999999", "167.4792"),
        ("0.30000000000000004", "0.3"),
        ("-18", "-18"), ("1e300", "1e300"), ("nan", "nan"), ("0.0001", "0.0001"),
    ])
    func numbersAreAsShown(_ saved: String, _ shown: String) throws {
        #expect(try cells(SpreadsheetDocument.number(saved)).map(\.text) == [shown])
    }

    @Test func gapsAreEmptyCellsAndRowsKeepTheirNumbers() throws {
        let data = "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row><row><c><v>3</v></c></row>"
        let sheet = try Workbook.sheet(named: "表", of: SpreadsheetDocument.bytes(data: data))
        #expect(sheet.rows.map(\.line) == [3, 4])
        #expect(sheet.rows[0].cells.map(\.text) == ["", "1", "", "2"])
        #expect(sheet.name(line: 3, column: 27) == "表!AB3" && sheet.place(line: 3, column: 1).column == 2)
    }

    @Test func aMissingSheetNamesThoseThere() {
        #expect(throws: IngestError.noSheet(name: "x", sheets: ["表"])) {
            try Workbook.sheet(named: "x", of: SpreadsheetDocument.bytes([["1"]]))
        }
    }

    @Test func limitsHold() {
        let far = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"
        #expect(throws: IngestError.rowTooWide(line: 1, limit: IngestLimits.rowCells)) { try sheet(far) }
        #expect(throws: IngestError.tooManyLines(limit: IngestLimits.lines)) { try sheet("<row r=\"1048576\"/>") }
        let long = SpreadsheetDocument.text(String(repeating: "甲", count: IngestLimits.cellBytes))
        #expect(throws: IngestError.cellTooLong(limit: IngestLimits.cellBytes)) { try sheet("<row>\(long)</row>") }
        #expect(throws: IngestError.brokenArchive) { try sheet("<row><c t=\"s\"><v>7</v></c></row>") }
        #expect(throws: IngestError.brokenArchive) {
            try sheet("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>")
        }
        #expect(throws: IngestError.brokenArchive) { try sheet("<row><c><v>1") }
    }

    private func sheet(_ data: String, prolog: String = "") throws -> Sheet {
        try Workbook.sheet(named: nil, of: SpreadsheetDocument.bytes(data: data, prolog: prolog))
    }

    @Test func claimedSizesAreNotBelieved() {
        var parts = SpreadsheetDocument.parts(data: "", sheet: "表", prolog: "", shared: [])
        parts[3] = .init("xl/worksheets/sheet1.xml", "x", claimedSize: .max, method: 8, claimedPackedSize: 1 << 62)
        #expect(throws: IngestError.self) { try Workbook.sheet(named: nil, of: StoredZip.bytes(parts)) }
        parts[3] = .init("xl/worksheets/sheet1.xml", "x", claimedSize: 50 << 20, method: 8)
        #expect(throws: IngestError.suspiciousArchive) { try Workbook.sheet(named: nil, of: StoredZip.bytes(parts)) }
    }

    @Test(.timeLimit(.minutes(1))) func entitiesAreRefused() {
        let bomb =
            "<!DOCTYPE w [<!ENTITY a \"九九九九\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        for text in ["&b;", "&x;", "1"] {
            #expect(throws: IngestError.declaresEntities) {
                try sheet("<row><c><v>\(text)</v></c></row>", prolog: bomb)
            }
        }
    }

    @Test func onlyAWorkbookIsOne() {
        let whole = SpreadsheetDocument.bytes([["1"]])
        #expect(Workbook.recognises(whole) && !ArchiveInput.recognises(whole))
        #expect(
            !Workbook.recognises(WordDocument.bytes(body: "")) && !Workbook.recognises([])
                && !Workbook.recognises(Array(whole.dropLast(9))))
    }
}
