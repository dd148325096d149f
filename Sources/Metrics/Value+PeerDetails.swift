import Filings

// What comparisons with peers, parts and organs add to their number.
extension Value {
    /// A value among its peers.
    package struct Peers: Hashable, Sendable {
        /// What the peers have in common; empty when all series are peers.
        package var group: String
        package var count: Int
        package var median: Double
        /// Median absolute deviation, unscaled.
        package var deviation: Double
        package var level: Figure
        /// What the number is.
        package var kind = Kind.distance

        package enum Kind: String, Sendable { case distance, percentile, outlier }

        /// Whether a robust z beyond 3.5 sets the value apart.
        package static let outlierLimit = 3.5
    }

    /// A band between quantiles, numbered from the lowest.
    package struct Band: Hashable, Sendable {
        package var band: Int
        /// The bounds between the bands, ascending; there is one band more than bounds.
        package var bounds: [Double]
        package var peers: Peers
    }

    /// One part of the change of a total.
    package struct Part: Hashable, Sendable {
        package var parent: String
        /// The parts with a number in both years, which alone make up the totals.
        package var children: Int
        package var previousYear: Int
        /// The part's own change, for sums.
        package var change: ExactDecimal?
        /// The total's change: per cent of the earlier total for sums, percentage points for rates.
        package var total: Double?
        /// The same as a number of cases, for sums.
        package var totalChange: ExactDecimal?
    }

    /// The change of a total without one of its parts.
    package struct Without: Hashable, Sendable {
        package var parent: String
        package var children: Int
        package var previousYear: Int
        /// The change with all parts; per cent for sums, percentage points for rates.
        package var total: Double

        package func reverses(_ number: Double) -> Bool { number * total < 0 }
    }

    /// One part's effects on the change of a pooled rate, in percentage points.
    package struct Effects: Hashable, Sendable {
        package var parent: String
        package var children: Int
        package var previousYear: Int
        package var mix: Double
        package var within: Double
        /// The pooled rate's change, and its two sums.
        package var total: Double
        package var totalMix: Double
        package var totalWithin: Double
    }

    /// How unequal organs are.
    package struct Concentration: Hashable, Sendable {
        package var organs: Int
    }

    /// A rate against the limits that chance sets around the pooled rate of its peers; all in per cent.
    package struct Funnel: Hashable, Sendable {
        package var group: String
        package var count: Int
        package var center: Double
        package var inner: ClosedRange<Double>
        package var outer: ClosedRange<Double>

        package enum Zone: String, Sendable { case inside, beyondInner, beyondOuter }

        package func zone(_ rate: Double) -> Zone {
            inner.contains(rate) ? .inside : outer.contains(rate) ? .beyondInner : .beyondOuter
        }
    }

    /// The mean of organs' rates beside the pooled rate.
    package struct Mean: Hashable, Sendable {
        package var organs: Int
        package var pooled: Double?
    }
}
