// Elementwise arithmetic; null where an operand is null or a result leaves 64 bits.
extension DecimalColumn {
    public func adding(_ other: DecimalColumn) -> DecimalColumn {
        let (a, b) = aligned(with: other)
        let result = Kernels.combine(
            a.mantissas, b.mantissas, validity: a.validity.intersection(b.validity)
        ) { $0.addingReportingOverflow($1) }
        return DecimalColumn(mantissas: result.values, scale: a.scale, validity: result.validity)
    }

    public func subtracting(_ other: DecimalColumn) -> DecimalColumn {
        let (a, b) = aligned(with: other)
        let result = Kernels.combine(
            a.mantissas, b.mantissas, validity: a.validity.intersection(b.validity)
        ) { $0.subtractingReportingOverflow($1) }
        return DecimalColumn(mantissas: result.values, scale: a.scale, validity: result.validity)
    }

    public func multiplying(by other: DecimalColumn) -> DecimalColumn {
        let result = Kernels.combine(
            mantissas, other.mantissas, validity: validity.intersection(other.validity)
        ) { $0.multipliedReportingOverflow(by: $1) }
        return DecimalColumn(mantissas: result.values, scale: scale + other.scale, validity: result.validity)
    }

    /// The same column with null rows made 0 where `mask` is set.
    public func zero(where mask: Bitmap) -> DecimalColumn {
        DecimalColumn(mantissas: mantissas, scale: scale, validity: validity.union(mask))
    }

    /// The same column with only the rows of `mask` left.
    public func masked(_ mask: Bitmap) -> DecimalColumn {
        var values = mantissas
        let valid = validity.intersection(mask)
        Kernels.zeroFill(&values, valid)
        return DecimalColumn(mantissas: values, scale: scale, validity: valid)
    }

    /// The same values at a finer scale.
    public func rescaled(to target: UInt8) -> DecimalColumn {
        precondition(target >= scale, "a coarser scale would lose digits")
        guard target > scale else { return self }
        let factor = Kernels.power(target - scale) ?? .max
        let result = Kernels.combine(
            mantissas, [Int64](repeating: factor, count: count), validity: validity
        ) { $0.multipliedReportingOverflow(by: $1) }
        return DecimalColumn(mantissas: result.values, scale: target, validity: result.validity)
    }

    private func aligned(with other: DecimalColumn) -> (DecimalColumn, DecimalColumn) {
        let scale = max(scale, other.scale)
        return (rescaled(to: scale), other.rescaled(to: scale))
    }
}
