/// The rows of a document as its format finds them, no more than one may have: a few bytes of spans stand for any number
/// of cells.
struct DocumentRows {
    private(set) var rows: [RawRow] = []
    private var cells = 0

    /// Whether the document has more than one may have; `RawDocument` refuses it then.
    var isFull: Bool { cells > IngestLimits.documentCells || rows.count > IngestLimits.lines }

    /// Takes a row, unless there are too many already.
    mutating func append(_ row: RawRow) {
        guard !isFull else { return }
        cells += row.cells.count
        rows.append(row)
    }

    /// Refuses rows beyond the limits of a document.
    static func check(_ rows: [RawRow]) throws(IngestError) {
        guard rows.count <= IngestLimits.lines else { throw .tooManyLines(limit: IngestLimits.lines) }
        var cells = 0
        for row in rows {
            guard row.cells.count <= IngestLimits.rowCells else {
                throw .rowTooWide(line: row.line, limit: IngestLimits.rowCells)
            }
            cells += row.cells.count
        }
        guard cells <= IngestLimits.documentCells else { throw .tooManyCells(limit: IngestLimits.documentCells) }
    }
}
