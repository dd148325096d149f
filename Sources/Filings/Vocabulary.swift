/// Reads the tab-separated tables that are embedded in the binary.
package enum Vocabulary {
    /// The rows of a table without its header line, each split at tabs, short rows filled with empty fields.
    package static func rows(of name: String) -> [[String]] {
        guard let file = EmbeddedVocabulary.files.first(where: { $0.path.hasSuffix("/" + name) }) else {
            preconditionFailure("no embedded table \(name)")
        }
        // By bytes: splitting by characters is many times slower, and every run begins with it.
        var lines = file.text.utf8.split(separator: UInt8(ascii: "\n"))[...]
        let width = lines.popFirst().map { fields($0).count } ?? 0
        return lines.map { line in
            let fields = fields(line).map { String(Substring($0)) }
            return fields + [String](repeating: "", count: max(0, width - fields.count))
        }
    }

    private static func fields(_ line: Substring.UTF8View) -> [Substring.UTF8View] {
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }
}
