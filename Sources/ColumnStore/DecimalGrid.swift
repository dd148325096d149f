/// Decimal columns of one length, filled cell by cell in any order. What is not set is null.
///
/// Several threads may fill it at once when no two of them fill rows of the same 64 (`rowsTogether`).
public final class DecimalGrid: @unchecked Sendable {
    /// Rows whose validity shares a word: one thread fills them.
    public static let rowsTogether = 64

    public let columnCount: Int
    public let rowCount: Int
    @usableFromInline let wordCount: Int
    @usableFromInline let mantissas: UnsafeMutablePointer<Int64>
    @usableFromInline let scales: UnsafeMutablePointer<UInt8>
    @usableFromInline let validity: UnsafeMutablePointer<UInt64>

    public init(columns: Int, rows: Int) {
        columnCount = columns
        rowCount = rows
        wordCount = (rows + 63) / 64
        mantissas = .allocate(capacity: max(columns * rows, 1))
        mantissas.initialize(repeating: 0, count: columns * rows)
        scales = .allocate(capacity: max(columns * rows, 1))
        scales.initialize(repeating: 0, count: columns * rows)
        validity = .allocate(capacity: max(columns * wordCount, 1))
        validity.initialize(repeating: 0, count: columns * wordCount)
    }

    deinit {
        mantissas.deallocate()
        scales.deallocate()
        validity.deallocate()
    }

    /// Sets a cell to `mantissa` x 10^-`scale`.
    @inlinable
    public func set(column: Int, row: Int, mantissa: Int64, scale: UInt8) {
        precondition(column >= 0 && column < columnCount && row >= 0 && row < rowCount, "no such cell")
        let position = column &* rowCount &+ row
        mantissas[position] = mantissa
        if scale != 0 { scales[position] = scale }
        validity[column &* wordCount &+ row >> 6] |= 1 << UInt64(row & 63)
    }

    /// A column, and the rows whose values cannot be represented in it and became null.
    public func column(_ index: Int, maximumScale: UInt8 = DecimalColumn.maximumScale) -> DecimalColumn.Frozen {
        precondition(index >= 0 && index < columnCount, "no such column")
        let cells = index * rowCount..<(index + 1) * rowCount
        let words = UnsafeBufferPointer(start: validity + index * wordCount, count: wordCount)
        return DecimalColumn.frozen(
            mantissas: Array(UnsafeBufferPointer(start: mantissas + cells.lowerBound, count: cells.count)),
            scales: UnsafeBufferPointer(start: scales + cells.lowerBound, count: cells.count),
            validity: Bitmap(words: Array(words), count: rowCount), maximumScale: maximumScale)
    }
}
