import FilingTable
import Filings

/// How the levels of an indicator are compared.
package struct Comparison: Sendable {
    /// Stable, e.g. `year-over-year`.
    package let id: String
    package let name: Words
    package let meaning: Words
    /// What is computed, with the name of the method.
    package let method: Words
    /// When there is no number.
    package let nullRule: Words
    package var caveats: [Words] = []
    /// The paper, or the practice of publishers.
    package let source: Words
    /// Which years besides those shown must be evaluated too.
    package var lookback = Lookback.none
    package var needs: Needs = []
    /// The unit of its numbers, given the indicator's.
    package var unit: @Sendable (Unit) -> Words = { $0.words }
    /// The compared values of a year, one for each series of the grid.
    package let evaluate: @Sendable (LevelGrid, _ year: Int) -> [Value]
    /// Small queries with the text they must show; run by the registry test.
    package let examples: [ComparisonExample]

    package enum Lookback: Hashable, Sendable {
        case none
        /// This many years before each year shown.
        case years(Int)
        /// The base year.
        case base
        /// Every year that the selection holds.
        case all
    }

    /// What is worked out beforehand, once for all series.
    package struct Needs: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The numbers of the peers.
        package static let peers = Needs(rawValue: 1)
        /// The containing areas.
        package static let parents = Needs(rawValue: 2)
        /// Sums over years.
        package static let yearSums = Needs(rawValue: 4)
    }
}

/// Filings, an indicator over them, and what the comparison must show for a series and year.
package struct ComparisonExample: Sendable {
    package var filings: [ExampleFiling]
    package var indicator: String
    package var by: [Dimension] = [.organ]
    package var series: Int = 0
    package var year: Int
    /// As shown in Chinese.
    package var text: String
}

/// Units of comparisons that have one of their own.
enum ComparisonUnits {
    static let points = Words("个百分点", "percentage points")
    static let perCent = Words("%", "%")
    /// The change of a value: rates change in points.
    static let change: @Sendable (Unit) -> Words = { $0.isPercent ? points : $0.words }
}
