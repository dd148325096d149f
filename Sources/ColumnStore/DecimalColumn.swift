/// Exact decimals: value = mantissa x 10^-`scale`, one scale for the whole column. A null row holds 0.
@frozen
public struct DecimalColumn: Hashable, Sendable {
    public let mantissas: [Int64]
    public let scale: UInt8
    public let validity: Bitmap

    @inlinable public var count: Int { mantissas.count }

    @inlinable
    public init(mantissas: [Int64], scale: UInt8, validity: Bitmap) {
        precondition(mantissas.count == validity.count, "one validity bit a row")
        self.mantissas = mantissas
        self.scale = scale
        self.validity = validity
    }

    /// The same value in every row.
    public init(repeating mantissa: Int64, scale: UInt8, count: Int) {
        self.init(
            mantissas: [Int64](repeating: mantissa, count: count), scale: scale,
            validity: Bitmap(repeating: true, count: count))
    }

    /// The mantissa of a row, nil where it is null.
    @inlinable
    public subscript(row: Int) -> Int64? { validity[row] ? mantissas[row] : nil }

    /// The sum over some rows, with the number of rows that are not null.
    @frozen
    public struct Sum: Hashable, Sendable {
        public var mantissa: Int128
        public var count: Int

        @inlinable
        public init(mantissa: Int128, count: Int) {
            self.mantissa = mantissa
            self.count = count
        }
    }

    /// The sum of all rows; nulls are 0 and need no test.
    public func sum() -> Sum { Sum(mantissa: Kernels.sum(mantissas), count: validity.setCount) }

    /// The sum of the given rows.
    public func sum(at rows: [Int]) -> Sum {
        var total = Sum(mantissa: 0, count: 0)
        for row in rows {
            total.mantissa += Int128(mantissas[row])
            if validity[row] { total.count += 1 }
        }
        return total
    }

    /// The sum of each group.
    public func sums(by grouping: Grouping) -> [Sum] {
        var totals = [Sum](repeating: Sum(mantissa: 0, count: 0), count: grouping.count)
        for (position, row) in grouping.rows.enumerated() {
            let group = Int(grouping.groupOfPosition[position])
            totals[group].mantissa += Int128(mantissas[row])
            if validity[row] { totals[group].count += 1 }
        }
        return totals
    }
}

extension DecimalColumn {
    /// The most decimals of a column, unless it is told otherwise.
    public static let maximumScale: UInt8 = 8

    /// A column, and the rows whose values cannot be represented in it and became null.
    public typealias Frozen = (column: DecimalColumn, unrepresentable: [Int])

    /// Brings values of mixed scales to one.
    static func frozen(
        mantissas: [Int64], scales: [UInt8], validity: Bitmap, maximumScale: UInt8
    ) -> Frozen {
        // Most columns hold counts.
        guard scales.reduce(0, |) != 0 else {
            return (DecimalColumn(mantissas: mantissas, scale: 0, validity: validity), [])
        }
        let scale = scales.lazy.filter { $0 <= maximumScale }.max() ?? 0
        var values = mantissas
        var refused: [Int] = []
        for row in values.indices {
            let factor = scales[row] <= maximumScale ? Kernels.power(scale - scales[row]) : nil
            let (value, overflow) = factor.map { values[row].multipliedReportingOverflow(by: $0) } ?? (0, true)
            values[row] = overflow ? 0 : value
            if overflow { refused.append(row) }
        }
        let valid = validity.subtracting(Bitmap(indices: refused, count: values.count))
        let column = DecimalColumn(mantissas: values, scale: scale, validity: valid)
        assert(column.checkInvariants())
        return (column, refused)
    }
}
