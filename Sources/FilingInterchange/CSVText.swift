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

    /// Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay as they are.
    private static func field(_ value: String) -> String {
        var value = value
        if let first = value.utf8.first, "=+-@\t\r".utf8.contains(first), !isNumber(value) { value = "'" + value }
        guard value.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }

    private static func isNumber(_ value: String) -> Bool { Double(value) != nil }
}
