/// Text that a spreadsheet would run as a formula is written with an apostrophe in front.
enum SpreadsheetGuard {
    private static let starts = Array("=+-@\t\r".utf8)

    private static func isDangerous(_ text: some StringProtocol) -> Bool {
        text.utf8.first.map(starts.contains) ?? false
    }

    /// Numbers stay as they are.
    static func added(to text: String) -> String { isDangerous(text) && Double(text) == nil ? "'" + text : text }

    static func removed(from text: String) -> String {
        text.hasPrefix("'") && isDangerous(text.dropFirst()) ? String(text.dropFirst()) : text
    }
}
