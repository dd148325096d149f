import ColumnStore

/// One measure or fact over all filings: its numbers, and for each row without one the reason.
package struct CellColumn: Sendable {
    package let values: DecimalColumn
    /// The rows whose form has the cell (a filing without a form may have any).
    package let asked: Bitmap
    /// The rows whose number is determined by identities and printed nowhere.
    package let derived: Bitmap?
    /// The rows whose 0 is a printed mark for nothing, or an empty cell that the identities make 0.
    package let assumedZero: Bitmap?
    /// The rows in which a violated identity involves this cell.
    package let doubtful: Bitmap?

    /// The reason of a null row that is asked and not listed.
    let usualReason: NullReason
    /// Rows with another reason, ascending, and their reasons.
    let listedRows: [UInt32]
    let listedReasons: [NullReason]

    /// Why a row has no number; nil where it has one.
    package func reason(at row: Int) -> NullReason? {
        if values.validity[row] { return nil }
        if !asked[row] { return .notAsked }
        var range = 0..<listedRows.count
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if listedRows[middle] == UInt32(row) { return listedReasons[middle] }
            range = listedRows[middle] < UInt32(row) ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return usualReason
    }
}

extension CellColumn {
    /// Collects one cell filing by filing.
    struct Builder {
        private var values = DecimalColumn.Builder()
        private var count = 0
        private var listedRows: [UInt32] = []
        private var listedReasons: [NullReason] = []
        private var derived: [Int] = []
        private var assumedZero: [Int] = []
        private var doubtful: [Int] = []
        private let usualReason: NullReason

        /// `rows` is how many will be appended, where that is known.
        init(usualReason: NullReason, rows: Int = 0) {
            self.usualReason = usualReason
            values.reserveCapacity(rows)
        }

        mutating func append(mantissa: Int64, scale: UInt8) {
            values.append(mantissa: mantissa, scale: scale)
            count += 1
        }

        mutating func appendNull(_ reason: NullReason) {
            values.appendNull()
            if reason != usualReason, reason != .notAsked {
                listedRows.append(UInt32(count))
                listedReasons.append(reason)
            }
            count += 1
        }

        /// Marks of the row that was appended last.
        mutating func mark(derived isDerived: Bool, assumedZero isAssumed: Bool) {
            if isDerived { derived.append(count - 1) }
            if isAssumed { assumedZero.append(count - 1) }
        }

        /// A violated identity involves the row that was appended last.
        mutating func markDoubtful() { doubtful.append(count - 1) }

        func freeze(asked: Bitmap) -> CellColumn {
            let (column, refused) = values.freeze()
            var reasons = Array(zip(listedRows, listedReasons))
            reasons += refused.map { (UInt32($0), .unrepresentable) }
            reasons.sort { $0.0 < $1.0 }
            return CellColumn(
                values: column, asked: asked, derived: bitmap(derived), assumedZero: bitmap(assumedZero),
                doubtful: bitmap(doubtful), usualReason: usualReason, listedRows: reasons.map(\.0),
                listedReasons: reasons.map(\.1))
        }

        private func bitmap(_ rows: [Int]) -> Bitmap? { rows.isEmpty ? nil : Bitmap(indices: rows, count: count) }
    }
}
