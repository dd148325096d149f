import Filings

// What comparisons over several years add to their number.
extension Value {
    /// The years from which an index, a growth rate or a pooled value is computed.
    package struct Span: Hashable, Sendable {
        package var years: ClosedRange<Int>
        /// The values of the first and the last year; nil where the comparison pools them.
        package var first: Figure?
        package var last: Figure?
        /// What the number is.
        package var kind = Kind.pooled

        package enum Kind: String, Sendable { case index, growth, pooled }
    }

    /// Two proportions against each other.
    package struct Difference: Hashable, Sendable {
        package var previousYear: Int
        package var previous: Figure
        package var current: Figure
        /// 95 % interval of the difference, in percentage points.
        package var interval: ClosedRange<Double>
        package var p: Double
        /// After correction for the comparisons made in the same year.
        package var adjustedP: Double
        package var comparisons: Int

        /// Whether the difference stands out at a false-discovery rate of 5 %.
        package var isDistinct: Bool { adjustedP < 0.05 }
    }

    /// A monotone trend.
    package struct Trend: Hashable, Sendable {
        package var years: ClosedRange<Int>
        /// How many of the years have a number.
        package var count: Int
        /// Pairs of years that rise minus pairs that fall.
        package var s: Int
        package var p: Double
        package var isExact: Bool

        /// Whether p < 0.05. Fewer than five years can never reach it.
        package var isDistinct: Bool { p < 0.05 }
    }
}
