/// Where characters stand in a file: 1-based line and column (in characters), page for paged formats.
package struct Place: Hashable, Comparable, Sendable {
    package var line: Int
    package var column: Int
    package var page: Int?

    package init(line: Int, column: Int, page: Int? = nil) {
        self.line = line
        self.column = column
        self.page = page
    }

    package static func < (a: Place, b: Place) -> Bool {
        (a.page ?? 0, a.line, a.column) < (b.page ?? 0, b.line, b.column)
    }
}

/// Characters as printed, with their place: what stands behind a number, a name or a finding.
package struct Evidence: Hashable, Sendable {
    package var text: String
    package var place: Place?

    package init(text: String, place: Place?) {
        self.text = text
        self.place = place
    }
}
