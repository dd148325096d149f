import Filings
import Testing

@testable import Ingest

@Suite struct HTMLFormatTests {
    private func document(_ html: String) throws -> RawDocument {
        try FileReader.document(Array(html.utf8), source: "a.txt")
    }
    private func rows(_ body: String) throws -> [[String]] {
        try document("<html><body>\(body)</body></html>").rows.filter { $0.kind != .empty }.map { $0.cells.map(\.text) }
    }

    @Test(arguments: ["<html><p>甲", "<!DOCTYPE html><p>甲", "<TABLE><tr><td>甲", "\n\n<BODY>甲", "<!-- 乙 --><html>甲"])
    func theContentTellsThePage(_ text: String) throws {
        let read = try document(text)
        #expect(read.format == "html" && read.rows.first?.cells.first?.text == "甲")
    }

    @Test func aNameOrAnAngleBracketTellsNothing() throws {
        #expect(try FileReader.document(Array("规章 <10 件".utf8), source: "a.html").format == "text")
    }

    @Test func aPageWhoseFirstBytesEndWithinACharacter() throws {
        for padding in 0..<3 {
            let text = "<html><body>" + String(repeating: " ", count: padding) + String(repeating: "规", count: 3_000)
            #expect(try document(text).format == "html")
        }
    }

    @Test func whatIsNotShownIsLeftOut() throws {
        let hidden =
            "<script>var a = '1';</script><style>b { c: 2 }</style><noscript>3</noscript><nav><p>首页</p></nav><!-- 4 -->"
        #expect(
            try rows("<p>甲</p>\(hidden)<div style=\"color: red; DISPLAY : none\">5</div><p>乙</p>") == [["甲"], ["乙"]])
        #expect(try rows("<table style=\"display:none\"><tr><td>6</td></tr></table><p>乙</p>") == [["乙"]])
    }

    @Test func hiddenTextWithinACellIsLeftOut() throws {
        #expect(
            try rows("<table><tr><td>12<span style=\"display:none\">99</span></td></tr></table>") == [["12"]])
        #expect(
            try rows("<table><tr style=\"display:none\"><td>9</td></tr><tr><td>1</td></tr></table>") == [["1"]])
        #expect(try rows("<p hidden>9</p><p>1</p>") == [["1"]])
    }

    /// A field's figure is its cell's; searches, buttons and what is not shown are none.
    @Test func figuresInFields() throws {
        let fields =
            "<td><input value='12'></td><td><input type='TEXT' value=' 1,234 '></td>"
            + "<td>3<input type='hidden' value='4'></td><td>5<input value='请输入'><input type='button' value='6'></td>"
        #expect(try rows("<table><tr><td>规章</td>\(fields)</tr></table>") == [["规章", "12", "1,234", "3", "5"]])
    }

    @Test func aLayoutTableOnlyPlacesTables() throws {
        let inner = "<table><tr><td>规章</td><td>3</td></tr></table>"
        #expect(
            try rows("<table><tr><td>左</td><td><p>一</p>\(inner)<p>二</p></td></tr></table>") == [
                ["左"], ["一"], ["规章", "3"], ["二"],
            ])
    }

    @Test func spansTakeTheirPlacesInTheGrid() throws {
        let table = """
            <table><tr><td rowspan="2">甲</td><td colspan="2">乙</td><td rowspan="3">丙</td></tr>
            <tr><td>1</td><td>2</td></tr><tr><td colspan="2">丁</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td><td>7</td></tr></table>
            """
        #expect(
            try rows(table) == [["甲", "乙", "", "丙"], ["", "1", "2", ""], ["丁", "", "3", ""], ["4", "5", "6", "7"]])
    }

    @Test func aShortRowEndsTheSpansBehindItToo() throws {
        let head = "<table><tr><td>甲</td><td>乙</td><td rowspan=\"2\">丙</td></tr>"
        let body = "<tr><td>1</td></tr><tr><td>2</td><td>3</td><td>4</td></tr></table>"
        #expect(try rows(head + body).last == ["2", "3", "4"])
    }

    @Test func hugeAndMeaninglessSpansAreBounded() throws {
        let wide = try rows("<table><tr><td colspan=\"999999999\">1</td><td>2</td></tr></table>")
        #expect(wide[0].count <= IngestLimits.rowCells && wide[0].last == "2")
        for span in ["0", "-1", "x", "99999999999999999999"] {
            #expect(
                try rows("<table><tr><td colspan=\"\(span)\" rowspan=\"\(span)\">1</td><td>2</td></tr></table>") == [
                    ["1", "2"]
                ])
        }
    }

    @Test func spansDownwardsDoNotWidenRowAfterRow() throws {
        let row = "<tr><td colspan=\"100\" rowspan=\"200\">1</td></tr>"
        let widest = try rows("<table>\(String(repeating: row, count: 60))</table>").map(\.count).max() ?? 0
        #expect(widest <= IngestLimits.rowCells + 100)
    }

    @Test func textBehindDeepNestingIsNotLostSilently() throws {
        let nest = String(repeating: "<div>", count: 300) + String(repeating: "</div>", count: 300)
        #expect(try rows("<p>甲</p>\(nest)<p>乙</p>") == [["甲"], ["乙"]])
    }

    @Test func textInDeepNestingIsNotLost() throws {
        for tag in ["div", "span", "b"] {
            let open = String(repeating: "<\(tag)>", count: 1000)
            #expect(try rows("<p>甲</p>\(open)乙").flatMap { $0 }.joined() == "甲乙", "\(tag)")
        }
    }

    @Test func deepNestingEnds() throws {
        for tag in ["div", "span", "table", "table><thead", "table><tfoot"] {
            let deep = String(repeating: "<\(tag)>", count: 100_000) + "1"
            #expect(try document("<html><body><p>甲</p>" + deep).rows.first?.cells.first?.text == "甲", "\(tag)")
        }
        let cells = String(repeating: "<table><tr><td>", count: 30_000)
        #expect(try document("<html><body><p>甲</p>" + cells).rows.first?.cells.first?.text == "甲")
    }

    /// A kilobyte each of spans that stand for two hundred thousand cells.
    @Test func spanBombsAreRefused() throws {
        let cells = String(repeating: "<td colspan=100 rowspan=200>1", count: 10)
        let table = "<table><tr>\(cells)\(String(repeating: "<tr>", count: 199))</table>"
        #expect(throws: IngestError.tooManyCells(limit: IngestLimits.documentCells)) {
            try document("<html><body>" + String(repeating: table, count: 200))
        }
    }

    /// Texts that the source spells otherwise are looked for on a line that is the whole page.
    @Test(.timeLimit(.minutes(1))) func manyEntitiesOnOneLine() throws {
        let page = "<html><body>" + String(repeating: "<p>&ldquo;甲</p>", count: 20_000)
        #expect(try document(page).rows.count == 20_000)
    }

    @Test(.timeLimit(.minutes(1))) func entityBombsAreHarmless() throws {
        var entities = "<!ENTITY a0 \"九九九九九九九九九九\">"
        for level in 1...9 { entities += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">" }
        let bomb =
            "<!DOCTYPE html [\(entities)<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body><p>甲</p><p>&a9;&x;</p></body></html>"
        let text = try document(bomb).rows.flatMap(\.cells).map(\.text).joined()
        #expect(text.contains("甲") && text.utf8.count < 10_000 && !text.contains("root:"))
    }

    @Test func entitiesOfHTMLAreCharacters() throws {
        #expect(try rows("<p>&lt;1&gt;&amp;&#19968;&#x4E8C;</p>") == [["<1>&一二"]])
        #expect(try rows("<table><tr><td>&nbsp;</td><td>&nbsp;3&nbsp;</td></tr></table>") == [["", "3"]])
    }

    @Test func titleAndPublisherStandInTheHead() throws {
        let head =
            "<title>甲</title>\n<meta name=\"ArticleTitle\" content=\"乙\">\n<META NAME=\"ContentSource\" content=\" 丙 \">"
        let read = try document(
            "<html><head>\n\(head)<meta name=\"ContentSource\" content=\"\"></head><body>丁</body></html>")
        #expect(read.metadata.map(\.text) == ["title:甲", "title:乙", "publisher:丙"])
        #expect(read.metadata.map { $0.place?.line } == [2, 3, 4])
        #expect(read.rows.flatMap(\.cells).map(\.text) == ["丁"])
    }

    @Test func aTableInEachCellFramesItsText() throws {
        func framed(_ text: String) -> String { "<td><table><tr><td>\(text)</td></tr></table></td>" }
        #expect(
            try rows("<table><tr>\(framed("甲"))\(framed("1"))</tr><tr>\(framed("乙"))\(framed("2"))</tr></table>") == [
                ["甲", "1"], ["乙", "2"],
            ])
        #expect(try rows("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>") == [["甲"], ["乙"]])
    }

    @Test func linesOfACellStayApart() throws {
        #expect(try rows("<table><tr><td>甲<br>乙</td><td><p>1</p><p>2</p></td></tr></table>") == [["甲\n乙", "1\n2"]])
    }

    @Test func preformattedTextKeepsItsLines() throws {
        #expect(try rows("<pre>甲\t1\t2\n\n乙  3  4\n</pre><p>丙</p>") == [["甲", "1", "2"], ["乙", "3", "4"], ["丙"]])
    }

    /// A page whose text a script shows: nothing else is there.
    @Test func aPageThatIsHiddenAsAWholeIsRead() throws {
        let text = String(repeating: "公开工作平稳。", count: 200)
        let page = "<div style=\"visibility: hidden; opacity: 0;\"><p>\(text)</p></div>"
        #expect(try rows("<p>微信</p>" + page) == [["微信"], [text]])
        #expect(try rows("<p>\(text)</p><p style=\"display:none\">\(text)</p>") == [[text]])
    }
}
