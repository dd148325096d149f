/// Where something stands in a file; both count from 1, the column in Unicode scalars (as libYAML counts).
package struct ConfigurationPlace: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A YAML value that kept its place. Scalars stay text: what they mean is decided by the key that is read,
/// so `no` is never silently false and `2021` may be a title.
package struct ConfigurationNode: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var key: String
        package var keyPlace: ConfigurationPlace
        package var value: ConfigurationNode
    }

    package enum Content: Hashable, Sendable {
        /// `isQuoted` tells `"0"` from `0` and `""` from nothing.
        case scalar(String, isQuoted: Bool)
        case list([ConfigurationNode])
        case mapping([Entry])
    }

    package var content: Content
    package var place: ConfigurationPlace

    package init(content: Content, place: ConfigurationPlace) {
        self.content = content
        self.place = place
    }

    /// Written as nothing, `~` or `null`.
    package var isNull: Bool {
        guard case .scalar(let text, isQuoted: false) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    package var kind: ConfigurationKind {
        switch content {
        case .scalar: isNull ? .nothing : .string
        case .list: .list
        case .mapping: .mapping
        }
    }

    /// The text as an error message may quote it: one line, at most 40 characters.
    var excerpt: String {
        guard case .scalar(let text, _) = content else { return "" }
        let line = String(text.map { $0.isNewline ? " " : $0 })
        return line.count > 40 ? String(line.prefix(39)) + "…" : line
    }
}

/// What a key wants, or what was found there.
package enum ConfigurationKind: String, Hashable, Sendable {
    case string, integer, number, boolean, list, mapping, nothing
}
