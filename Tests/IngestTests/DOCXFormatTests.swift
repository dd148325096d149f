import Filings
import TestSupport
import Testing

@testable import Ingest

@Suite struct DOCXFormatTests {
    private typealias Word = WordDocument

    private func rows(_ body: String) throws -> [[String]] {
        let read = try FileReader.document(Word.bytes(body: body), source: "a.txt")
        #expect(read.format == "docx")
        return read.rows.filter { $0.kind != .empty }.map { $0.cells.map(\.text) }
    }

    private func cell(_ text: String) -> String { Word.cell(Word.paragraph(text)) }

    @Test func onlyAcceptedTextIsRead() throws {
        let moved = "<w:moveFrom>\(Word.runs("旧"))</w:moveFrom><w:moveTo>\(Word.runs("新"))</w:moveTo>"
        let field = "<w:r><w:instrText>PAGE 9</w:instrText></w:r>"
        #expect(
            try rows("<w:p>\(Word.runs("共"))\(Word.deleted("99"))\(Word.inserted("12"))\(moved)\(field)</w:p>") == [
                ["共12新"]
            ])
        let dropped = "<w:tr><w:trPr><w:del/></w:trPr>\(cell("9"))</w:tr>"
        #expect(try rows("<w:tbl>\(dropped)<w:tr>\(cell("1"))</w:tr></w:tbl>") == [["1"]])
    }

    @Test func tabsAndBreaksPartText() throws {
        #expect(
            try rows("<w:p><w:r><w:t>规章</w:t><w:tab/><w:t>1</w:t><w:br/><w:t>二</w:t></w:r></w:p>") == [
                ["规章", "1"], ["二"],
            ])
    }

    @Test func mergedCellsLeaveEmptyOnes() throws {
        let table = Word.table([
            [Word.cell(Word.paragraph("甲"), merge: "restart"), Word.cell(Word.paragraph("乙"), columns: 2)],
            [Word.cell(Word.paragraph("残"), merge: "continue"), cell("1"), cell("2")],
            [Word.cell(Word.paragraph("丙"), merge: "restart"), cell("3"), cell("4")],
        ])
        #expect(try rows(table) == [["甲", "乙", ""], ["", "1", "2"], ["丙", "3", "4"]])
        let huge = Word.table([[Word.cell(Word.paragraph("1"), columns: 999_999_999), cell("2")]])
        #expect(try rows(huge)[0].count <= IngestLimits.rowCells)
    }

    @Test func manySpansInARowAreCut() throws {
        let cells = Array(repeating: Word.cell(Word.paragraph("1"), columns: 100), count: 5_000)
        #expect(try rows(Word.table([cells]))[0].count <= IngestLimits.rowCells)
    }

    @Test func whatIsWrittenTwiceIsReadOnce() throws {
        let choice =
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + "<mc:Choice Requires=\"w14\">\(Word.runs("12"))</mc:Choice><mc:Fallback>\(Word.runs("12"))</mc:Fallback>"
            + "</mc:AlternateContent>"
        #expect(try rows("<w:p>\(Word.runs("共"))\(choice)</w:p>") == [["共12"]])
        #expect(try rows(Word.table([[Word.cell("<w:p>\(choice)</w:p>"), cell("3")]])) == [["12", "3"]])
    }

    @Test func cellsBeforeARowsFirst() throws {
        let row = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(cell("1"))</w:tr>"
        #expect(
            try rows("<w:tbl><w:tr>\(cell("甲"))\(cell("乙"))</w:tr>\(row)</w:tbl>") == [["甲", "乙"], ["", "1"]])
    }

    @Test func aTableInACellFollowsItsRow() throws {
        let inner = Word.table([[cell("规章"), cell("3")]])
        let outer = Word.table([[Word.cell(Word.paragraph("左")), Word.cell(inner + Word.paragraph("右"))]])
        #expect(try rows(outer) == [["左", "右"], ["规章", "3"]])
    }

    /// Each is written twice; what is deleted is not read.
    @Test func textBoxesFollowTheirParagraph() throws {
        func box(_ content: String) -> String { "<w:txbxContent>\(content)</w:txbxContent>" }
        let table = Word.table([[cell("规章"), cell("3")]])
        let both =
            "<mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice><w:drawing>\(box(Word.paragraph("标题") + table))</w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict>\(box(Word.paragraph("标题") + table))</w:pict></mc:Fallback></mc:AlternateContent>"
        let body = "<w:p><w:r><w:t>正文</w:t></w:r><w:r>\(both)</w:r></w:p>"
        #expect(try rows(body) == [["正文"], ["标题"], ["规章", "3"]])
        #expect(try rows("<w:p><w:del><w:r>\(both)</w:r></w:del><w:r><w:t>正文</w:t></w:r></w:p>") == [["正文"]])
    }

    @Test func aTableOfOneCellIsItsCellsText() throws {
        let inner = Word.table([[cell("3")]])
        #expect(try rows(Word.table([[cell("规章"), Word.cell(inner)]])) == [["规章", "3"]])
    }

    @Test func contentControlsHideNothing() throws {
        let row =
            "<w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>\(cell("5"))</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
        #expect(try rows("<w:tbl>\(row)</w:tbl>") == [["5"]])
    }

    @Test func textNotToBeShown() throws {
        #expect(
            try rows("<w:p>\(Word.runs("12"))<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r></w:p>") == [["12"]])
    }

    @Test(.timeLimit(.minutes(1))) func entityBombsAndDeepNestingEnd() throws {
        var entities = "<!ENTITY a0 \"九九九九九九九九九九\"><!ENTITY x SYSTEM \"file:///etc/passwd\">"
        for level in 1...9 { entities += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">" }
        let xml = "<!DOCTYPE d [\(entities)]><d><p><r><t>甲&a9;&x;</t></r></p></d>"
        let text = try? DOCXFormat().read(StoredZip.bytes([.init("word/document.xml", xml)]), source: "", digest: "")
            .rows.flatMap(\.cells).map(\.text).joined()
        #expect((text ?? "").utf8.count < 10_000 && !(text ?? "").contains("root:"))
        let deep = String(repeating: "<w:sdt>", count: 100_000) + String(repeating: "</w:sdt>", count: 100_000)
        #expect(throws: IngestError.brokenArchive) { try FileReader.document(Word.bytes(body: deep), source: "") }
    }

    private func read(_ entries: [StoredZip.Entry]) throws -> RawDocument {
        try DOCXFormat().read(StoredZip.bytes(entries), source: "", digest: "")
    }

    @Test func damageIsBrokenArchive() throws {
        let whole = Word.bytes(body: Word.paragraph("规章"))
        for cut in [whole.count - 1, whole.count / 2, 30, 4, 0] {
            #expect(throws: IngestError.brokenArchive) {
                try DOCXFormat().read(Array(whole.prefix(cut)), source: "", digest: "")
            }
        }
        #expect(throws: IngestError.brokenArchive) { try read([.init("word/document.xml", "<w:document><w:body>")]) }
        #expect(throws: IngestError.brokenArchive) {
            try read([.init("word/document.xml", "junk", claimedSize: 200, method: 8)])
        }
        #expect(throws: IngestError.brokenArchive) {
            try FileReader.document(Array(whole.dropLast(40)), source: "a.docx")
        }
    }

    /// The package's relationships name the part with the text, and its properties and pages' heads may hold the title.
    @Test func partsOfOtherNames() throws {
        let body = Word.xml(Word.paragraph("规章"))
        let relations = """
            <Relationships><Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>
            """
        let bytes = StoredZip.bytes([
            .init("_rels/.rels", relations), .init("word/document2.xml", body),
            .init(
                "docProps/core.xml", "<c xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>年度报告</dc:title></c>"),
            .init("word/header1.xml", Word.xml(Word.paragraph("页眉"))),
        ])
        let document = try FileReader.document(bytes, source: "a.docx")
        #expect(document.rows.flatMap(\.cells).map(\.text) == ["规章"])
        #expect(Set(document.metadata.map(\.text)) == ["title:年度报告", "title:页眉"])
        let elsewhere = [
            StoredZip.Entry("_rels/.rels", relations.replacing("word/", with: "xl/")), .init("xl/document2.xml", body),
        ]
        #expect(!DOCXFormat().recognises(StoredZip.bytes(elsewhere)))
        #expect(!DOCXFormat().recognises(StoredZip.bytes([.init("_rels/.rels", "<junk")])))
    }

    @Test func anEntryThatGrowsTooMuchIsNotUnpacked() throws {
        #expect(throws: IngestError.suspiciousArchive) {
            try read([.init("word/document.xml", "x", claimedSize: 50 << 20, method: 8)])
        }
        let limit = ZipReader.Limits.entryBytes
        #expect(throws: IngestError.tooLarge(bytes: limit + 1, limit: limit)) {
            try read([.init("word/document.xml", "x", claimedSize: UInt32(limit + 1), method: 8)])
        }
    }

    /// In a process of its own, since overflow would end the process.
    @Test func aPackedSizeBeyondAllNumbersEndsNoProcess() async {
        await #expect(processExitsWith: .success) {
            let entry = StoredZip.Entry("word/document.xml", "<d/>", claimedPackedSize: 1 << 62)
            _ = try? DOCXFormat().read(StoredZip.bytes([entry]), source: "", digest: "")
        }
    }

    @Test func anOrdinaryArchiveIsNoDocument() throws {
        let bytes = StoredZip.bytes([.init("a.txt", "规章"), .init("word/other.xml", "<a/>")])
        #expect(!DOCXFormat().recognises(bytes))
        #expect(throws: IngestError.notText) { try FileReader.document(bytes, source: "a.docx") }
    }

    @Test func struckAndRaisedTextIsNoFigure() throws {
        func run(_ property: String, _ text: String) -> String {
            "<w:r><w:rPr>\(property)</w:rPr><w:t>\(text)</w:t></w:r>"
        }
        let struck = run("<w:strike/>", "9") + run("<w:strike w:val=\"false\"/>", "12")
        let raised = run("", "55") + run("<w:vertAlign w:val=\"superscript\"/>", "1")
        #expect(
            try rows(Word.table([[Word.cell("<w:p>\(struck)</w:p>"), Word.cell("<w:p>\(raised)</w:p>")]])) == [
                ["12", "55"]
            ])
    }

    @Test func paragraphsOfACellStayApart() throws {
        #expect(
            try rows(Word.table([[Word.cell(Word.paragraph("甲") + Word.paragraph("乙")), cell("1")]])) == [
                ["甲\n乙", "1"]
            ])
    }
}
