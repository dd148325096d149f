import Filings

/// A document as its format gives it: rows of text cells in reading order, each with its place. Knows no form.
package struct RawDocument: Sendable {
    package var source: String
    package var digest: String
    /// The id of the format that read it.
    package var format: String
    /// Values that stand outside the text, in order: `title:...`, `publisher:...` and `published:...` of a page's head.
    package var metadata: [Evidence]
    package var rows: [RawRow]

    package init(source: String, digest: String, format: String, metadata: [Evidence] = [], rows: [RawRow]) {
        self.source = source
        self.digest = digest
        self.format = format
        self.metadata = metadata
        self.rows = rows
    }
}

/// A paragraph (one cell, no table) or a row of a table.
package struct RawRow: Sendable {
    package enum Kind: Sendable, Hashable {
        case paragraph
        /// A row of a table, or a line that its separators (tabs, runs of spaces) cut into cells.
        case table
        /// An empty line; it parts what stands before from what comes after.
        case empty
    }

    package var kind: Kind
    package var cells: [RawCell]
    /// The 1-based line on which the row starts.
    package var line: Int

    package init(kind: Kind, cells: [RawCell], line: Int) {
        self.kind = kind
        self.cells = cells
        self.line = line
    }
}

/// Text with its place. Empty text is an empty cell, which is not the same as no cell.
package struct RawCell: Sendable {
    package var text: String
    package var place: Place
    /// The columns of the page that the text takes up (an ideograph takes two), where only alignment parts the cells.
    package var span: Range<Int>?

    package init(text: String, place: Place, span: Range<Int>? = nil) {
        self.text = text
        self.place = place
        self.span = span
    }
}
