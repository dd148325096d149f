import Ingest

/// Rows of a table whose figures, and their labels, stand line below line in one row's cells.
extension TableRows {
    /// So many cells must hold a column's figures.
    private static let leastColumns = 3

    /// A row for each line of the cells; nil unless all figures and one cell of words have as many lines.
    static func rowsInOne(_ raw: RawRow) -> [RawRow]? {
        guard raw.kind == .table, raw.cells.contains(where: { $0.text.utf8.contains(0x0A) }) else { return nil }
        let lines = raw.cells.map { $0.text.split(whereSeparator: \.isNewline).map { String($0).trimmed } }
        let columns = raw.cells.indices.filter {
            ValueScanner.tokens(in: raw.cells[$0].text, at: raw.cells[$0].place)?.isEmpty == false
        }
        guard columns.count >= leastColumns, let count = columns.first.map({ lines[$0].count }), count > 1,
            columns.allSatisfy({ lines[$0].count == count })
        else { return nil }
        let labels = lines.indices.filter { lines[$0].count == count && !columns.contains($0) }
        guard labels.count == 1 else { return nil }
        return (0..<count).map { line in
            var row = raw
            for index in row.cells.indices {
                let isParted = labels.contains(index) || columns.contains(index)
                row.cells[index].text = isParted ? lines[index][line] : line == 0 ? raw.cells[index].text : ""
            }
            return row
        }
    }
}
