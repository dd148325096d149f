import Filings
import Testing

@testable import Ingest

/// A cell's place is that of its first characters in the source.
@Suite struct HTMLPlaceTests {
    /// The characters that stand where the cells of a page are said to stand.
    private func printed(_ html: String) throws -> [(text: String, there: String)] {
        let lines = html.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        return try HTMLFormat().read(Array(html.utf8), source: "", digest: "").rows.flatMap(\.cells).map { cell in
            let line = lines[cell.place.line - 1].dropFirst(cell.place.column - 1).prefix(
                cell.text.unicodeScalars.count)
            return (cell.text, String(String.UnicodeScalarView(line)))
        }
    }

    private func columns(_ html: String) throws -> [Int] {
        try HTMLFormat().read(Array(html.utf8), source: "", digest: "").rows.flatMap(\.cells).map(\.place.column)
    }

    @Test func aCellPerLine() throws {
        let found = try printed(
            "<html>\n<p>前言</p>\n<table><tr>\n<td>规章</td>\n  <td>\n   12</td>\n<td><b>345</b></td></tr></table>")
        #expect(found.map(\.text) == ["前言", "规章", "12", "345"])
        #expect(found.map(\.there) == found.map(\.text))
    }

    @Test func manyCellsOnOneLine() throws {
        #expect(try columns("<table><tr><td>7</td><td>7</td></tr></table>") == [16, 26])
        #expect(try columns("<table border=\"0\"><tr><td>0</td></tr></table>") == [27])
    }

    @Test func columnsCountScalarsAsInTexts() throws {
        #expect(try columns("<p>\n<i title=\"e\u{301}e\u{301}\">规章</i></p>") == [17])
        #expect(try columns("<p>\n<i title=\"éé\">规章</i></p>") == [15])
    }

    @Test func linesBeyondSixteenBits() throws {
        let html = "<html>" + String(repeating: "\n", count: 70_000) + "<p>规章</p>"
        let read = try HTMLFormat().read(Array(html.utf8), source: "", digest: "")
        #expect(read.rows.first?.line == 70_001)
    }

    @Test func windowsLineEnds() throws {
        let read = try HTMLFormat().read(Array("<html>\r\n<p>甲</p>\r\n<p>乙</p>".utf8), source: "", digest: "")
        #expect(read.rows.flatMap(\.cells).map(\.place) == [Place(line: 2, column: 4), Place(line: 3, column: 4)])
    }
}
