/// Word documents of the least that a reader needs: one part in a stored archive.
package enum WordDocument {
    package static func bytes(body: String) -> [UInt8] {
        StoredZip.bytes([
            .init(
                "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
            ),
            .init("word/document.xml", xml(body)),
        ])
    }

    /// A document whose body is these bytes, well formed or not.
    package static func bytes(part: [UInt8]) -> [UInt8] {
        StoredZip.bytes([StoredZip.entry("word/document.xml", bytes: part)])
    }

    package static func xml(_ body: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
    }

    package static func paragraph(_ text: String) -> String { "<w:p><w:pPr/>\(runs(text))</w:p>" }

    /// A run per character, as spell checking leaves them.
    package static func runs(_ text: String) -> String { text.map { "<w:r><w:rPr/><w:t>\($0)</w:t></w:r>" }.joined() }

    package static func deleted(_ text: String) -> String { "<w:del><w:r><w:delText>\(text)</w:delText></w:r></w:del>" }
    package static func inserted(_ text: String) -> String { "<w:ins>\(runs(text))</w:ins>" }

    package static func table(_ rows: [[String]]) -> String {
        "<w:tbl>" + rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined() + "</w:tbl>"
    }

    /// A cell; `merge` is `restart` or `continue`.
    package static func cell(_ content: String, columns: Int = 1, merge: String? = nil) -> String {
        let span = columns > 1 ? "<w:gridSpan w:val=\"\(columns)\"/>" : ""
        let merge = merge.map { $0 == "continue" ? "<w:vMerge/>" : "<w:vMerge w:val=\"\($0)\"/>" } ?? ""
        return "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>\(content)</w:tc>"
    }

    /// The first figure of every row replaces a deleted one.
    static func body(_ sheet: FilingSheet) -> String {
        paragraph(sheet.title)
            + sheet.parts.map { part in
                switch part {
                case .paragraph(let text): paragraph(text)
                case .table(let rows): table(SheetSpans(rows).rows.map(row))
                }
            }.joined()
    }

    private static func row(_ cells: [SheetSpans.Cell]) -> [String] {
        let first = cells.firstIndex(where: \.isFigure)
        return cells.enumerated().map { index, item in
            let content = index == first ? "<w:p>\(deleted("7"))\(inserted(item.text))</w:p>" : paragraph(item.text)
            let merge = item.continues ? "continue" : item.rows > 1 ? "restart" : nil
            return cell(content, columns: item.columns, merge: merge)
        }
    }
}
