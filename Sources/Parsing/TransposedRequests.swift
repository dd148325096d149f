import Filings

/// Table three with its lines as columns: 自然人 and its 25 figures in a row.
enum TransposedRequests {
    /// So many cells that name lines of the form are no row of it.
    private static let leastLines = 10

    /// The rows with a row for each line of the form; as they were where no such table stands among them.
    static func turned(_ rows: [TableRow]) -> [TableRow] {
        guard let heading = rows.firstIndex(where: { $0.cells.count(where: namesLine) >= leastLines }) else {
            return rows
        }
        let headings = rows[heading].cells
        var figures: [ApplicantColumn: ArraySlice<TableRow.Cell>] = [:]
        var end = heading + 1
        while end < rows.count, let name = rows[end].cells.first?.words?.applicantColumn,
            rows[end].cells.count == headings.count, rows[end].cells.dropFirst().allSatisfy({ $0.words == nil })
        {
            figures[name] = rows[end].cells[...]
            end += 1
        }
        guard figures.count == ApplicantColumn.allCases.count, end - heading - 1 == figures.count else { return rows }
        let turned = headings.indices.dropFirst().map { index in
            var row = TableRow(
                cells: [headings[index]] + ApplicantColumn.allCases.compactMap { figures[$0]?[index] },
                isParagraph: false)
            row.findLabel()
            return row
        }
        return rows[..<heading] + turned + rows[end...]
    }

    private static func namesLine(_ cell: TableRow.Cell) -> Bool {
        if case .requestLine = cell.words?.requestLabel { true } else { false }
    }
}
