import Filings

/// Lays cells with spans out on a grid: the text stands in the first cell, the others covered are empty.
struct TableGrid {
    struct SpanCell {
        var text: String
        var place: Place
        var columns: Int
        var rows: Int
    }

    /// Spans beyond these are mistakes or attacks.
    private static let columnLimit = 100
    private static let rowLimit = 200

    private var rows: [[RawCell]] = []
    private var cellCount = 0
    /// Per column how many further rows are covered from above.
    private var covered: [Int] = []

    /// Adds a row, unless there are more cells than a document may have.
    mutating func append(_ cells: [SpanCell]) {
        guard cellCount <= IngestLimits.documentCells else { return }
        var row: [RawCell] = []
        var column = 0
        let place = cells.first?.place ?? Place(line: 1, column: 1)
        /// Cells covered from above are empty; the count of rows that they still cover goes down once a row.
        func skipCovered(_ grid: inout TableGrid) {
            while column < grid.covered.count, grid.covered[column] > 0 {
                grid.covered[column] -= 1
                row.append(RawCell(text: "", place: place))
                column += 1
            }
        }
        for cell in cells {
            skipCovered(&self)
            let width = min(max(cell.columns, 1), Self.columnLimit)
            let height = min(max(cell.rows, 1), Self.rowLimit)
            guard column + width <= IngestLimits.rowCells else { break }
            while covered.count < column + width { covered.append(0) }
            for offset in 0..<width {
                row.append(RawCell(text: offset == 0 ? cell.text : "", place: cell.place))
                covered[column + offset] = height - 1
            }
            column += width
        }
        skipCovered(&self)
        // A short row ends before what is covered further right.
        for beyond in covered.indices.dropFirst(column) where covered[beyond] > 0 { covered[beyond] -= 1 }
        rows.append(row)
        cellCount += row.count
    }

    /// The rows as a document holds them; rows without any cell are dropped.
    var rawRows: [RawRow] {
        rows.filter { !$0.isEmpty }.map { RawRow(kind: .table, cells: $0, line: $0[0].place.line) }
    }
}
