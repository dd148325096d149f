import Filings

extension Value {
    /// What a comparison adds to its number.
    package indirect enum Detail: Hashable, Sendable {
        case none
        case change(Change)
        case rank(Rank)
        case share(Share)
        case span(Span)
        case peers(Peers)
        case band(Band)
        case part(Part)
        case without(Without)
        case effects(Effects)
        case difference(Difference)
        case trend(Trend)
        case concentration(Concentration)
        case funnel(Funnel)
        case mean(Mean)
    }
}

extension Value {
    /// A change on an earlier year.
    package struct Change: Hashable, Sendable {
        package var previousYear: Int
        /// The earlier value, kept also where no change may be computed.
        package var previous: Figure
        package var current: Figure
        /// Per cent of the earlier value; for counts and amounts only, and never from 0.
        package var percent: Double?
    }

    /// A level as it enters a comparison.
    package struct Figure: Hashable, Sendable {
        package var number: Double?
        package var exact: ExactDecimal?
        package var numerator: ExactDecimal?
        package var denominator: ExactDecimal?
        private let basis: Basis?
        package var rows: [Int] { basis?.rows ?? [] }

        package init(_ value: Value) {
            number = value.number
            exact = value.exact
            numerator = value.numerator
            denominator = value.denominator
            basis = value.basis
        }
    }

    /// A place in the peer group, from the highest value down; equal values share the place.
    package struct Rank: Hashable, Sendable {
        package var place: Int
        package var ranked: Int
        package var isTied: Bool
        /// What the peers have in common: `county · 卫生健康`; empty when all series are peers.
        package var peerGroup: String
        /// The level that was ranked.
        package var level: Figure
        /// First and last place that chance allows; nil for counts, which are no samples.
        package var places: ClosedRange<Int>?
    }

    /// A part of the containing area's sum.
    package struct Share: Hashable, Sendable {
        /// The containing area; empty for the whole selection.
        package var parent: String
        /// The number of parts with a number that the sum is made of, and of all parts present.
        package var children: Int
        package var presentChildren: Int
        package var part: ExactDecimal
        package var total: ExactDecimal
    }
}
