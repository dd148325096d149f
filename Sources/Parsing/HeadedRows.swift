import Filings

/// Reads rows of table three by their headings where these stand in another order than the form's, or beside columns
/// that the form does not have (行次, 上年总计, 备注).
struct HeadedRows {
    private let header: HeaderGeometry
    private let rows: [TableRow]
    /// The columns in the headings' order, where alignment alone tells which cells are empty.
    private let aligned: AlignedColumns?

    /// So many of the rows that are not all zeros must add up when they are read so.
    private static let soundShare = 0.6

    /// Whether the headings give figures other columns than the rows' own order does. Which of both holds depends on
    /// the figures then.
    let differ: Bool
    /// Whether the rows are read by their headings.
    private let hold: Bool

    /// `headings`: the places of the cells above the rows that may name a column.
    init(
        _ header: HeaderGeometry, _ rows: [TableRow], _ data: [DataRow], _ sums: [RowSum], headings: [Range<Int>]
    ) {
        self.header = header
        self.rows = rows
        let aligned = header.order.flatMap { AlignedColumns(data, headings: headings, width: $0.count) }
        self.aligned = aligned
        var own: [(row: DataRow, headed: RowCandidate)] = []
        if header.cellCount != nil || header.order != nil {
            own = data.compactMap { row in
                guard let headed = Self.headed(row, header, rows, aligned),
                    Self.whole(row, header)?.slots != headed.slots
                else { return nil }
                return (row, headed)
            }
        }
        differ = !own.isEmpty
        hold = differ && Self.hold(own, header, rows, sums)
    }

    /// The row as the headings read it.
    private static func headed(
        _ row: DataRow, _ header: HeaderGeometry, _ rows: [TableRow], _ aligned: AlignedColumns?
    ) -> RowCandidate? {
        belowHeadings(row, header, rows) ?? inOrder(row, header, aligned)
    }

    /// Whether the figures do not contradict the headings.
    private static func hold(
        _ own: [(row: DataRow, headed: RowCandidate)], _ header: HeaderGeometry, _ rows: [TableRow], _ sums: [RowSum]
    ) -> Bool {
        let telling = own.filter { $0.headed.values.contains { $0?.isZero == false } }
        // Zeros add up in every order; figures below other headings are none of the form's even so.
        guard !telling.isEmpty else {
            return own.allSatisfy { row, _ in
                let cells = rows[row.index].cells
                return header.others.contains { $0 < cells.count && cells[$0].value != nil }
            }
        }
        // The sums of columns that are not all there can fail, but not hold.
        let bound = header.indices.count < header.width ? AssumptionCost.brokenSum : AssumptionCost.unprovenSum
        let sound = telling.count { RowCandidate.sumCost($0.headed.slots, sums) < bound }
        let soundInOrder = telling.count { row, _ in
            whole(row, header).map { RowCandidate.sumCost($0.slots, sums) == 0 } ?? false
        }
        return sound >= soundInOrder && Double(sound) >= soundShare * Double(telling.count)
    }

    /// The row as the form has it.
    private static func whole(_ row: DataRow, _ header: HeaderGeometry) -> RowCandidate? {
        PatternCandidates.whole(row.figures, offset: row.offset, width: header.width)
    }

    /// The row's cells below the headings, or as many figures as there are, in their order; nil where the headings do not
    /// hold, and for rows whose figures they do not tell apart. Where the order is another, those are not read.
    func candidate(_ row: DataRow) -> RowCandidate? {
        guard hold else { return nil }
        return Self.headed(row, header, rows, aligned) ?? (header.isFormOrder ? nil : .nothing(header.width))
    }

    private static func inOrder(
        _ row: DataRow, _ header: HeaderGeometry, _ aligned: AlignedColumns?
    ) -> RowCandidate? {
        guard let order = header.order else { return nil }
        let whole = PatternCandidates.whole(row.figures, offset: row.offset, width: order.count)
        guard let printed = whole?.slots ?? aligned?.slots(row.figures) else { return nil }
        var slots = [RowCandidate.Slot](repeating: .none, count: header.width)
        var pattern = [Int?](repeating: nil, count: header.width)
        for (position, column) in order.enumerated() {
            guard let column else { continue }
            slots[column] = printed[position]
            pattern[column] = whole?.pattern[position]
        }
        return RowCandidate(slots: slots, cost: 0, pattern: whole == nil ? [] : pattern)
    }

    private static func belowHeadings(
        _ row: DataRow, _ header: HeaderGeometry, _ rows: [TableRow]
    ) -> RowCandidate? {
        let cells = rows[row.index].cells
        guard !row.isGlued, cells.count == header.cellCount else { return nil }
        // A figure below no heading is a column too many, and the headings do not tell which.
        var columns = Set(header.indices.values)
        // Where all columns are named, what stands below other headings is none of the form's.
        if columns.count == header.width { columns.formUnion(header.others) }
        guard cells.indices.allSatisfy({ cells[$0].value == nil || columns.contains($0) })
        else { return nil }
        var slots: [RowCandidate.Slot] = []
        for column in 0..<header.width {
            guard let index = header.indices[column] else {
                slots.append(.none)
                continue
            }
            guard cells[index].words == nil else { return nil }
            slots.append(PatternCandidates.slot(cells[index]))
        }
        return RowCandidate(slots: slots, cost: 0, pattern: (0..<header.width).map { header.indices[$0] })
    }
}
