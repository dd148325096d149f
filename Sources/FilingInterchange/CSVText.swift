/// Rows as CSV (RFC 4180, LF): quoted where needed, and safe to open in a spreadsheet.
package enum CSVText {
    package static func text(_ rows: [[String]]) -> String {
        var text = ""
        for row in rows {
            text += row.map(field).joined(separator: ",")
            text += "\n"
        }
        return text
    }

    private static func field(_ value: String) -> String {
        let value = SpreadsheetGuard.added(to: value)
        guard value.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
