import Filings

/// The rows of a table that have a figure for each column: where theirs stand, stand those of a row of the same cells that
/// left some empty.
struct WholeRows {
    /// Where a row's cells without words begin, and how many there are.
    struct Cells: Hashable {
        var start: Int
        var count: Int

        init(_ row: DataRow) {
            start = row.offset
            count = row.figures.count
        }
    }

    private let width: Int
    /// Nil where rows of the same cells differ.
    private var patterns: [Cells: [Int?]?] = [:]

    init(_ rows: [DataRow], width: Int) {
        self.width = width
        for row in rows where !row.isGlued {
            let whole = PatternCandidates.whole(row.figures, offset: row.offset, width: width)
            guard let pattern = whole?.pattern else { continue }
            let known = patterns[Cells(row)]
            patterns[Cells(row)] = .some(known == nil || known == pattern ? pattern : nil)
        }
    }

    /// Whether rows of the same cells have their figures in the same of them.
    var areAlike: Bool { patterns.values.allSatisfy { $0 != nil } }

    /// The columns' cells in a row that lacks figures; nil where no whole row has the same cells.
    func pattern(of row: DataRow) -> [Int?]? {
        row.isGlued || row.filledCount >= width ? nil : patterns[Cells(row)] ?? nil
    }
}
