/// The columns of a table whose cells are only aligned: where the figures of full rows stand tells which cells of a
/// shorter row are empty.
struct AlignedColumns {
    /// Per column the middle of its figures, in columns of the page.
    private let centres: [Double]

    /// So many full rows must agree.
    private static let leastRows = 3
    /// In so many full rows of ten each figure must be nearest to its own column.
    private static let standingShare = 8

    /// `headings`: the cells above the rows that may name a column.
    init?(_ rows: [DataRow], headings: [Range<Int>], width: Int) {
        guard rows.contains(where: { $0.figures.contains { $0.span != nil } }) else { return nil }
        if let full = Self(rows.map(\.figures), width: width, leastRows: Self.leastRows) {
            self = full
            return
        }
        let figures = rows.filter { !$0.isGlued }.flatMap(\.figures).filter { !$0.isBlank }.compactMap(\.span)
        guard let left = figures.map(\.lowerBound).min() else { return nil }
        self.init(headings: figures + headings.filter { $0.upperBound > left }, width: width)
    }

    init?(_ rows: [[TableRow.Cell]], width: Int, leastRows: Int) {
        let full = rows.compactMap { Self.centres(of: $0) }.filter { $0.count == width }
        guard full.count >= leastRows else { return nil }
        centres = (0..<width).map { column in
            let values = full.map { $0[column] }.sorted()
            return values[values.count / 2]
        }
        // Where labels push the figures aside, their places say nothing.
        let standing = full.count { Self.columns(of: $0, at: centres) == Array(0..<width) }
        guard standing * 10 >= full.count * Self.standingShare else { return nil }
    }

    /// Columns by their headings, which may wrap over lines; nil unless they stand apart and are as many as columns.
    init?(headings: [Range<Int>], width: Int) {
        var clusters: [Range<Int>] = []
        for heading in headings.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = clusters.last, heading.overlaps(last) {
                clusters[clusters.count - 1] = last.lowerBound..<max(last.upperBound, heading.upperBound)
            } else {
                clusters.append(heading)
            }
        }
        guard clusters.count == width else { return nil }
        centres = clusters.map { Double($0.lowerBound + $0.upperBound) / 2 }
    }

    private static func centres(of cells: [TableRow.Cell]) -> [Double]? {
        let filled = cells.filter { !$0.isBlank }
        let spans = filled.compactMap(\.span)
        guard spans.count == filled.count else { return nil }
        return spans.map { Double($0.lowerBound + $0.upperBound) / 2 }
    }

    /// The columns nearest to some places.
    private static func columns(of positions: [Double], at centres: [Double]) -> [Int] {
        positions.map { position in
            centres.indices.min { abs(centres[$0] - position) < abs(centres[$1] - position) }!
        }
    }

    /// The slots of a row with fewer figures than columns; nil when its cells do not fall into distinct columns.
    func slots(_ cells: [TableRow.Cell]) -> [RowCandidate.Slot]? {
        guard let positions = Self.centres(of: cells), positions.count < centres.count, !positions.isEmpty else {
            return nil
        }
        let columns = Self.columns(of: positions, at: centres)
        guard zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        let filled = cells.filter { !$0.isBlank }
        var slots = Array(repeating: RowCandidate.Slot.blank(filled[0].place), count: centres.count)
        for (cell, column) in zip(filled, columns) { slots[column] = PatternCandidates.slot(cell) }
        return slots
    }

    /// The reading of such a row.
    func candidate(_ row: DataRow, sums: [RowSum]) -> RowCandidate? {
        guard let slots = slots(row.figures) else { return nil }
        let empty = Double(slots.count { if case .blank = $0 { true } else { false } }) * AssumptionCost.emptyCell
        return RowCandidate(slots: slots, cost: empty + RowCandidate.sumCost(slots, sums), pattern: [])
    }
}
