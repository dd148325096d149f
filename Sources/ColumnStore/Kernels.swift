/// Loops over whole buffers; one call a column.
enum Kernels {
    /// Sums in 64 bits by blocks that cannot overflow unnoticed, and widens between them.
    static func sum(_ values: [Int64]) -> Int128 {
        var total: Int128 = 0
        var start = 0
        while start < values.count {
            let end = min(start + 4096, values.count)
            total += blockSum(values[start..<end])
            start = end
        }
        return total
    }

    private static func blockSum(_ block: ArraySlice<Int64>) -> Int128 {
        var sum: Int64 = 0
        var seen: UInt64 = 0
        for value in block {
            sum &+= value
            seen |= value.magnitude
        }
        // 4096 magnitudes below 2^50 stay below 2^62: the wrapping sum is the sum.
        if seen < 1 << 50 { return Int128(sum) }
        return block.reduce(Int128(0)) { $0 + Int128($1) }
    }

    /// 10^`exponent`, nil beyond 64 bits.
    static func power(_ exponent: UInt8) -> Int64? {
        guard exponent <= 18 else { return nil }
        var result: Int64 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// Elementwise `operation`; a row is null where an operand is null or the result leaves 64 bits.
    @inline(__always)
    static func combine(
        _ a: [Int64], _ b: [Int64], validity: Bitmap,
        _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) -> (values: [Int64], validity: Bitmap) {
        var values = [Int64](repeating: 0, count: a.count)
        var overflows: [Int] = []
        for row in a.indices {
            let (value, overflow) = operation(a[row], b[row])
            values[row] = value
            if overflow { overflows.append(row) }
        }
        let valid = overflows.isEmpty ? validity : validity.subtracting(Bitmap(indices: overflows, count: a.count))
        zeroFill(&values, valid)
        return (values, valid)
    }

    /// Puts 0 into every null row.
    static func zeroFill(_ values: inout [Int64], _ validity: Bitmap) {
        for (number, word) in validity.words.enumerated() where word != ~0 {
            for row in number << 6..<min(number << 6 + 64, values.count) {
                values[row] &= 0 &- Int64(bitPattern: word >> UInt64(row & 63) & 1)
            }
        }
    }
}
