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
