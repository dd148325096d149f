/// Where characters stand in a file: 1-based line and column (in characters), page for paged formats.
///
/// Kept in twelve bytes, since every cell of every filing has one; numbers beyond 32 bits are cut to the largest.
package struct Place: Hashable, Comparable, Sendable {
    private var storedLine: Int32
    private var storedColumn: Int32
    /// 0 where the format has no pages.
    private var storedPage: Int32

    package init(line: Int, column: Int, page: Int? = nil) {
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
        storedPage = Int32(clamping: page ?? 0)
    }

    init(storedLine line: Int32, storedColumn column: Int32) {
        storedLine = line
        storedColumn = column
        storedPage = 0
    }

    package var line: Int {
        get { Int(storedLine) }
        set { storedLine = Int32(clamping: newValue) }
    }

    package var column: Int {
        get { Int(storedColumn) }
        set { storedColumn = Int32(clamping: newValue) }
    }

    package var page: Int? {
        get { storedPage == 0 ? nil : Int(storedPage) }
        set { storedPage = Int32(clamping: newValue ?? 0) }
    }

    package static func < (a: Place, b: Place) -> Bool {
        (a.storedPage, a.storedLine, a.storedColumn) < (b.storedPage, b.storedLine, b.storedColumn)
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
