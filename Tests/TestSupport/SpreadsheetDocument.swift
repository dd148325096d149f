/// Spreadsheets of the least that a reader needs, in a stored archive.
package enum SpreadsheetDocument {
    private static let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet of texts.
    package static func bytes(_ rows: [[String]], sheet: String = "表") -> [UInt8] {
        bytes(cells: rows.map { $0.map(text) }, sheet: sheet)
    }

    /// One sheet of cells in the format's own XML.
    package static func bytes(cells: [[String]], sheet: String = "表", shared: [String] = []) -> [UInt8] {
        let rows = cells.enumerated().map { "<row r=\"\($0.offset + 1)\">\($0.element.joined())</row>" }.joined()
        return bytes(data: rows, sheet: sheet, shared: shared)
    }

    package static func bytes(data: String, sheet: String = "表", prolog: String = "", shared: [String] = []) -> [UInt8]
    {
        StoredZip.bytes(parts(data: data, sheet: sheet, prolog: prolog, shared: shared))
    }

    /// A workbook whose sheet is these bytes, well formed or not.
    package static func bytes(part: [UInt8]) -> [UInt8] {
        var parts = parts(data: "", sheet: "表", prolog: "", shared: ["单位", "年度", "收到"])
        parts[3] = StoredZip.entry("xl/worksheets/sheet1.xml", bytes: part)
        return StoredZip.bytes(parts)
    }

    package static func parts(data: String, sheet: String, prolog: String, shared: [String]) -> [StoredZip.Entry] {
        let texts = shared.map { "<si><t>\($0)</t></si>" }.joined()
        return [
            .init("[Content_Types].xml", "<Types/>"),
            .init(
                "xl/workbook.xml",
                "<workbook xmlns=\"\(space)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"\(sheet)\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
            .init(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"r2\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"
            ),
            .init(
                "xl/worksheets/sheet1.xml",
                "\(prolog)<worksheet xmlns=\"\(space)\"><sheetData>\(data)</sheetData></worksheet>"),
            .init("xl/sharedStrings.xml", "<sst xmlns=\"\(space)\">\(texts)</sst>"),
        ]
    }

    package static func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    package static func number(_ text: String) -> String { "<c><v>\(text)</v></c>" }
}
