import Filings
import Foundation

/// A filing as a document that is no plain text; each peculiarity is met in published filings.
package enum FilingDocument: String, CaseIterable, Sendable {
    case cleanHTML
    /// A span per character, navigation around, a layout table, no end tags, no-break spaces beside the figures.
    case messyHTML
    /// GB18030 under a head that says UTF-8.
    case mislabelledHTML
    /// As messy, with a no-break space in place of every zero.
    case blankHTML
    case docx

    /// All but the one that does not print its zeros.
    package static let complete: [FilingDocument] = [.cleanHTML, .messyHTML, .mislabelledHTML, .docx]

    package func bytes(_ sheet: FilingSheet) -> [UInt8] {
        switch self {
        case .cleanHTML: Array(HTMLPage(isMessy: false).text(sheet).utf8)
        case .messyHTML: Array(HTMLPage(isMessy: true).text(sheet).utf8)
        case .blankHTML: Array(HTMLPage(isMessy: true, zero: "&nbsp;").text(sheet).utf8)
        case .mislabelledHTML: [UInt8](HTMLPage(isMessy: false).text(sheet).data(using: Self.gb18030)!)
        case .docx: WordDocument.bytes(body: WordDocument.body(sheet))
        }
    }

    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}

extension FilingSheet {
    /// Headings, paragraphs and tables in reading order.
    enum Part {
        case paragraph(String)
        case table([Row])
    }

    var parts: [Part] {
        [.paragraph("一、总体情况")] + opening.map(Part.paragraph)
            + [.paragraph("二、主动公开政府信息情况"), .table(two), .paragraph("三、收到和处理政府信息公开申请情况"), .table(three)]
            + [.paragraph("四、政府信息公开行政复议、行政诉讼情况"), .table(four)] + closing.map(Part.paragraph)
    }
}

/// A web page.
private struct HTMLPage {
    var isMessy: Bool
    var zero: String?

    func text(_ sheet: FilingSheet) -> String {
        let head = "<title>\(sheet.title)</title>\n<meta charset=\"utf-8\">\n<style>td { width: 12px }</style>"
        let article = "<h1>\(inline(sheet.title))</h1>\n" + sheet.parts.map(part).joined(separator: "\n")
        guard isMessy else {
            return "<!DOCTYPE html>\n<html><head>\n\(head)\n</head>\n<body>\n\(article)\n</body></html>\n"
        }
        let navigation = "<nav><ul><li>首页<li>2030年<li>政务公开 9999</ul></nav>\n<script>var figures = [1, 2, 3];</script>"
        return """
            <html><head>\(head)</head><body>\(navigation)
            <div style="display: none">第 88 次访问</div>
            <table><tr><td width="100%">\(article)</td></tr></table>
            <!-- 3 --><select><option>2031</option></select>
            """
    }

    private func end(_ tag: String) -> String { isMessy ? "" : "</\(tag)>" }

    /// A word processor's export wraps every character.
    private func inline(_ text: String) -> String {
        isMessy ? text.map { "<span>\($0)</span>" }.joined() : text
    }

    private func part(_ part: FilingSheet.Part) -> String {
        switch part {
        case .paragraph(let text): "<p>\(inline(text))" + end("p")
        case .table(let rows): "<table>\n" + SheetSpans(rows).rows.map(row).joined(separator: "\n") + "\n</table>"
        }
    }

    private func row(_ cells: [SheetSpans.Cell]) -> String {
        "<tr>\n" + cells.filter { !$0.continues }.map(cell).joined(separator: "\n") + "\n" + end("tr")
    }

    private func cell(_ cell: SheetSpans.Cell) -> String {
        let spans =
            (cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : "")
            + (cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : "")
        var text = inline(cell.text)
        if isMessy, cell.isFigure { text = cell.text == "0" && zero != nil ? zero! : "&nbsp;\(text)&nbsp;" }
        return "<td\(spans)>\(isMessy ? "<p>" : "")\(text)" + end("td")
    }
}
