/// Values of a plain number type with validity. A null row holds 0.
@frozen
public struct Column<Element: Numeric & Hashable & Sendable>: Hashable, Sendable {
    public let values: [Element]
    public let validity: Bitmap

    @inlinable public var count: Int { values.count }

    @inlinable
    public init(values: [Element], validity: Bitmap) {
        precondition(values.count == validity.count, "one validity bit a row")
        self.values = values
        self.validity = validity
    }

    /// A column of optional values; nulls are filled with 0.
    @inlinable
    public init(_ optionals: [Element?]) {
        self.init(
            values: optionals.map { $0 ?? .zero }, validity: Bitmap(count: optionals.count) { optionals[$0] != nil })
    }

    /// The value of a row, nil where it is null.
    @inlinable
    public subscript(row: Int) -> Element? { validity[row] ? values[row] : nil }
}

extension Column<Int64> {
    /// The sum of all values; nulls are 0 and need no test. 128 bits wide, so that no sum overflows.
    public func sum() -> Int128 { Kernels.sum(values) }

    /// The smallest and the largest value; nil when every row is null.
    public func range() -> ClosedRange<Int64>? {
        var result: ClosedRange<Int64>?
        validity.forEachSet { row in
            let value = values[row]
            result = result.map { Swift.min($0.lowerBound, value)...Swift.max($0.upperBound, value) } ?? value...value
        }
        return result
    }
}

extension Column<Double> {
    /// The sum of all values in row order; nulls are 0 and need no test.
    public func sum() -> Double {
        var total = 0.0
        for value in values { total += value }
        return total
    }
}
