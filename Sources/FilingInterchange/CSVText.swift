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

    /// The rows of a CSV text, quotes and formula guards taken off.
    package static func rows(of text: String) -> [[String]] {
        var rows: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        var characters = text.makeIterator()
        var pending = characters.next()
        func endField() {
            rows[rows.count - 1].append(unguarded(field))
            field = ""
        }
        while let character = pending {
            pending = characters.next()
            if isQuoted {
                if character != "\"" {
                    field.append(character)
                } else if pending == "\"" {
                    field.append(character)
                    pending = characters.next()
                } else {
                    isQuoted = false
                }
            } else if character == "\"", field.isEmpty {
                isQuoted = true
            } else if character == "," {
                endField()
            } else if character.isNewline {
                endField()
                rows.append([])
            } else {
                field.append(character)
            }
        }
        if !field.isEmpty || !rows[rows.count - 1].isEmpty { endField() }
        return rows.filter { !$0.isEmpty && $0 != [""] }
    }

    private static func unguarded(_ field: String) -> String {
        guard field.hasPrefix("'"), let next = field.dropFirst().utf8.first, "=+-@\t\r".utf8.contains(next) else {
            return field
        }
        return String(field.dropFirst())
    }

    private static func isNumber(_ value: String) -> Bool { Double(value) != nil }
}
