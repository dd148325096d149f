import Glibc

/// Decimal columns of one length, filled cell by cell in any order. What is not set is null.
///
/// Several threads may fill it at once when no two of them fill rows of the same 64 (`rowsTogether`): those rows of all
/// columns stand together in memory, so that a row's cells are near one another.
public final class DecimalGrid: @unchecked Sendable {
    /// Rows whose validity shares a word: one thread fills them.
    public static let rowsTogether = 64

    public let columnCount: Int
    public let rowCount: Int
    /// How many times 64 rows there are.
    @usableFromInline let tileCount: Int
    /// By tile, column and row within the tile.
    @usableFromInline let mantissas: UnsafeMutablePointer<Int64>
    @usableFromInline let scales: UnsafeMutablePointer<UInt8>
    /// By tile and column.
    @usableFromInline let validity: UnsafeMutablePointer<UInt64>

    public init(columns: Int, rows: Int) {
        columnCount = columns
        rowCount = rows
        tileCount = (rows + Self.rowsTogether - 1) / Self.rowsTogether
        let words = columns * tileCount
        mantissas = Self.zeros(words * Self.rowsTogether)
        scales = Self.zeros(words * Self.rowsTogether)
        validity = Self.zeros(words)
    }

    deinit {
        free(mantissas)
        free(scales)
        free(validity)
    }

    /// Memory that the threads which fill it touch first.
    private static func zeros<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
        guard let memory = calloc(max(count, 1), MemoryLayout<Value>.stride) else { fatalError("out of memory") }
        return memory.bindMemory(to: Value.self, capacity: count)
    }

    /// Sets a cell to `mantissa` x 10^-`scale`.
    @inlinable
    public func set(column: Int, row: Int, mantissa: Int64, scale: UInt8) {
        precondition(column >= 0 && column < columnCount && row >= 0 && row < rowCount, "no such cell")
        let word = row >> 6 &* columnCount &+ column
        let position = word << 6 | row & 63
        mantissas[position] = mantissa
        if scale != 0 { scales[position] = scale }
        validity[word] |= 1 << UInt64(row & 63)
    }

    /// A column, and the rows whose values cannot be represented in it and became null.
    public func column(_ index: Int, maximumScale: UInt8 = DecimalColumn.maximumScale) -> DecimalColumn.Frozen {
        precondition(index >= 0 && index < columnCount, "no such column")
        let words = (0..<tileCount).map { validity[$0 * columnCount + index] }
        return DecimalColumn.frozen(
            mantissas: gathered(mantissas, index), scales: gathered(scales, index),
            validity: Bitmap(words: words, count: rowCount), maximumScale: maximumScale)
    }

    /// A column's values in the order of rows.
    private func gathered<Value>(_ values: UnsafeMutablePointer<Value>, _ column: Int) -> [Value] {
        [Value](unsafeUninitializedCapacity: rowCount) { buffer, count in
            for tile in 0..<tileCount {
                let rows = min(Self.rowsTogether, rowCount - tile * Self.rowsTogether)
                let start = (tile * columnCount + column) * Self.rowsTogether
                (buffer.baseAddress! + count).initialize(from: values + start, count: rows)
                count += rows
            }
        }
    }
}
