import ColumnStore
import Filings

extension DecimalColumn {
    /// The exact value of a row, nil where it is null.
    package func exact(at row: Int) -> ExactDecimal? { self[row].map { ExactDecimal(mantissa: $0, scale: scale) } }

    /// A sum over this column as an exact decimal; nil when it does not fit 64 bits.
    package func exact(_ sum: Sum) -> ExactDecimal? {
        Int64(exactly: sum.mantissa).map { ExactDecimal(mantissa: $0, scale: scale) }
    }
}
