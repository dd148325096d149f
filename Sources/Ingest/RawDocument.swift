import Filings

/// A document as its format gives it: rows of text cells in reading order, each with its place. Knows no form.
package struct RawDocument: Sendable {
    package let source: String
    package let digest: String
    /// The id of the format that read it.
    package let format: String
    /// Values that stand outside the text, in order: `title:...`, `publisher:...` and `published:...` of a page's head.
    package let metadata: [Evidence]
    private let content: Content

    private enum Content {
        case rows([RawRow])
        case text(TextBody)
    }

    /// Refuses more lines or cells than a document may have.
    package init(
        source: String, digest: String, format: String, metadata: [Evidence] = [], rows: [RawRow]
    ) throws(IngestError) {
        try DocumentRows.check(rows)
        self.source = source
        self.digest = digest
        self.format = format
        self.metadata = metadata
        content = .rows(rows.map(Self.withoutRadicals))
    }

    private static func withoutRadicals(_ row: RawRow) -> RawRow {
        // Nearly all rows are kept as they are, and not copied.
        guard row.cells.contains(where: { Radicals.mayStand(in: $0.text) }) else { return row }
        var row = row
        for index in row.cells.indices { row.cells[index].text = Radicals.unified(row.cells[index].text) }
        return row
    }

    /// A text whose lines are its rows, cut into cells when somebody asks for them.
    init(source: String, digest: String, format: String, body: TextBody) {
        self.source = source
        self.digest = digest
        self.format = format
        metadata = []
        content = .text(body)
    }

    /// Made anew for each caller where the document is a text.
    package var rows: [RawRow] {
        switch content {
        case .rows(let rows): rows
        case .text(let body): Self.rows(of: body)
        }
    }

    private static func rows(of body: TextBody) -> [RawRow] {
        let width = IdeographWidth.of(body)
        return body.lines.indices.map { TextFormat.row(body, $0, ideograph: width) }
    }

    /// The lines of a document that is nothing but lines.
    package var body: TextBody? {
        if case .text(let body) = content { return body }
        return nil
    }
}

extension TextBody {
    /// The words of a line, without the spaces around them.
    package struct Stretch: Sendable {
        /// Their bytes.
        package var range: Range<Int>
        package var column: Int
        package var holds: TextMarks
    }

    /// A line's words where no tabs or runs of spaces part them; nil for other lines.
    package func paragraph(_ index: Int) -> Stretch? {
        guard lines[index].tabs == 0 else { return nil }
        return withLines { $0.onlyStretch(lines[index].range) }
    }

    /// The row of a line: cells between tabs, else cells between runs of spaces.
    package func row(_ index: Int) -> RawRow { TextFormat.row(self, index) }
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

/// Text with its place. Empty text is an empty cell, which is not the same as no cell; a cell of several lines or
/// paragraphs holds line ends.
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
