import FilingTable
import Filings

/// One indicator under one comparison for one group, year by year.
package struct MetricSeries: Sendable {
    package let indicator: Indicator
    package let comparison: Comparison
    package let key: SeriesKey
    /// Ascending years, without gaps between the years that were asked for.
    package let points: [MetricPoint]
    /// The years in `points` that begin a new form: no line is drawn into them, no growth computed.
    package let breaks: [Int]

    /// The unit of its numbers.
    package var unit: Words { comparison.unit(indicator.unit) }

    package subscript(year: Int) -> Value? { points.first { $0.year == year }?.value }
}

package struct MetricPoint: Hashable, Sendable {
    package let year: Int
    package let value: Value
}

/// What distinguishes a series from the others of its query: one part per dimension, in the order asked.
package struct SeriesKey: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let dimension: Dimension
        /// The code or name; nil when the filings do not tell.
        package let value: String?
        /// For people: the name of a district as of its latest year, a level in words.
        package let label: Words
    }

    package let parts: [Part]

    package subscript(dimension: Dimension) -> Part? { parts.first { $0.dimension == dimension } }
    /// The labels joined, or the word for everything.
    package var label: Words {
        parts.isEmpty
            ? Words("合计", "all")
            : Words(
                parts.map(\.label.zh).joined(separator: " · "), parts.map(\.label.en).joined(separator: " · "))
    }
}
