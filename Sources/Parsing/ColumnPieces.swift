import Filings

/// Table three in several tables, one for each column or for some of them: 自然人 with all lines, then 商业企业 with all
/// lines; or the columns that a page had no room for under 续表.
struct ColumnPieces {
    private struct Piece {
        var columns: [ApplicantColumn]
        /// The rows with their figures, by their positions.
        var rows: [(position: Int, line: Label)] = []
    }

    /// So many lines are a table.
    private static let leastLines = 10
    /// `申请人类别：社会公益组织` is no longer.
    private static let longestHeading = 16

    /// The rows with one table, where the pieces have all columns and the same lines; else as they were.
    static func joined(_ rows: [TableRow]) -> [TableRow] {
        let pieces = pieces(of: rows)
        guard let first = pieces.first, pieces.count > 1, first.rows.count >= leastLines,
            pieces.allSatisfy({ $0.rows.map(\.line) == first.rows.map(\.line) })
        else { return rows }
        let columns = pieces.flatMap(\.columns)
        guard columns.count == ApplicantColumn.allCases.count, Set(columns).count == columns.count else { return rows }
        var result = rows
        for (number, row) in first.rows.enumerated() {
            let figures = pieces.flatMap { piece in
                rows[piece.rows[number].position].cells.suffix(piece.columns.count)
            }
            let ordered = ApplicantColumn.allCases.compactMap { column in
                columns.firstIndex(of: column).map { figures[$0] }
            }
            result[row.position].cells.removeLast(first.columns.count)
            result[row.position].cells += ordered
        }
        let others = Set(pieces.dropFirst().flatMap(\.rows).map(\.position))
        return result.indices.filter { !others.contains($0) }.map { result[$0] }
    }

    private static func pieces(of rows: [TableRow]) -> [Piece] {
        var pieces: [Piece] = []
        for (position, row) in rows.enumerated() {
            if !row.holdsValue {
                let columns = columns(named: row)
                if !columns.isEmpty { pieces.append(Piece(columns: columns)) }
            } else if let line = row.label, let piece = pieces.last, !row.isGlued,
                row.cells.count - row.endOfWords >= piece.columns.count,
                // A label may take up several columns.
                row.cells[row.endOfWords...].dropLast(piece.columns.count).allSatisfy(\.isBlank)
            {
                pieces[pieces.count - 1].rows.append((position, line))
            }
        }
        return pieces.filter { !$0.rows.isEmpty }
    }

    /// The columns that a row of headings names, or a line above a table.
    private static func columns(named row: TableRow) -> [ApplicantColumn] {
        let named = row.cells.compactMap { $0.words?.applicantColumn }
        guard named.isEmpty, row.cells.count == 1, let words = row.cells[0].words,
            words.approximateLength <= longestHeading
        else { return named }
        let text = words.text.string
        return ApplicantColumn.allCases.last { text.hasSuffix($0.label) }.map { [$0] } ?? []
    }
}
