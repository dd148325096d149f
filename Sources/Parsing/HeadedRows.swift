import Filings

/// Reads rows of table three by their headings where these stand in another order than the form's, or beside columns
/// that the form does not have (行次, 上年总计, 备注).
struct HeadedRows {
    private let header: HeaderGeometry
    private let rows: [TableRow]

    /// So many of the rows that are not all zeros must add up when they are read so.
    private static let soundShare = 0.6

    /// Nil where the headings say nothing that the rows' own order does not, or where the figures contradict them.
    init?(_ header: HeaderGeometry, _ rows: [TableRow], _ data: [DataRow], _ sums: [RowSum]) {
        guard header.cellCount != nil || header.order != nil else { return nil }
        self.header = header
        self.rows = rows
        let read = data.compactMap { row in candidate(row).map { (row, $0) } }
        let own = read.filter { whole($0.0)?.slots != $0.1.slots }
        guard !own.isEmpty else { return nil }
        let telling = own.filter { $0.1.values.contains { $0?.isZero == false } }
        // Zeros add up in every order; figures below other headings are none of the form's even so.
        guard !telling.isEmpty else {
            let hasOthers = own.allSatisfy { row, _ in
                let cells = rows[row.index].cells
                return header.others.contains { $0 < cells.count && cells[$0].value != nil }
            }
            if hasOthers { return }
            return nil
        }
        let sound = telling.count { RowCandidate.sumCost($0.1.slots, sums) == 0 }
        let soundInOrder = telling.count { row, _ in
            whole(row).map { RowCandidate.sumCost($0.slots, sums) == 0 } ?? false
        }
        guard sound >= soundInOrder, Double(sound) >= Self.soundShare * Double(telling.count) else { return nil }
    }

    /// The row as the form has it.
    private func whole(_ row: DataRow) -> RowCandidate? {
        PatternCandidates.whole(row.figures, offset: row.offset, width: header.width)
    }

    /// The row's cells below the headings, or as many figures as there are, in their order; nil for other rows.
    func candidate(_ row: DataRow) -> RowCandidate? { belowHeadings(row) ?? inOrder(row) }

    private func inOrder(_ row: DataRow) -> RowCandidate? {
        guard let order = header.order, let whole = whole(row) else { return nil }
        var (slots, pattern) = (whole.slots, whole.pattern)
        for (position, column) in order.enumerated() {
            slots[column] = whole.slots[position]
            pattern[column] = whole.pattern[position]
        }
        return RowCandidate(slots: slots, cost: 0, pattern: pattern)
    }

    private func belowHeadings(_ row: DataRow) -> RowCandidate? {
        let cells = rows[row.index].cells
        guard !row.isGlued, cells.count == header.cellCount else { return nil }
        // A figure below no heading is a column too many, and the headings do not tell which.
        let columns = Set(header.indices.values)
        guard cells.indices.allSatisfy({ cells[$0].value == nil || columns.contains($0) || header.others.contains($0) })
        else { return nil }
        var slots: [RowCandidate.Slot] = []
        for column in 0..<header.width {
            guard let index = header.indices[column], cells[index].words == nil else { return nil }
            slots.append(PatternCandidates.slot(cells[index]))
        }
        return RowCandidate(slots: slots, cost: 0, pattern: (0..<header.width).map { header.indices[$0] })
    }
}
