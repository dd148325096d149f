/// Reads the tab-separated tables that are embedded in the binary.
package enum Vocabulary {
    /// The rows of a table without its header line, each split at tabs, short rows filled with empty fields.
    package static func rows(of name: String) -> [[String]] {
        guard let file = EmbeddedVocabulary.files.first(where: { $0.path.hasSuffix("/" + name) }) else {
            preconditionFailure("no embedded table \(name)")
        }
        var lines = file.text.split(separator: "\n", omittingEmptySubsequences: true)[...]
        let width = lines.popFirst()?.split(separator: "\t", omittingEmptySubsequences: false).count ?? 0
        return lines.map { line in
            var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            while fields.count < width { fields.append("") }
            return fields
        }
    }
}
