import ChartGrammar
import FilingTable
import Filings
import Metrics

/// One chart as `Charts/NAME.yml` defines it: which metrics, how they are drawn, what its headline says.
package struct ChartDefinition: Sendable {
    /// The file's name without its ending.
    package var name: String
    package var title: Words
    package var indicators: [Indicator]
    package var comparison: Comparison
    package var by: [Dimension]
    package var years: Years
    package var scope: Scope
    package var filter: RowFilter
    /// Series beyond the first n by their latest value are left out, and the notes say so.
    package var top: Int?
    package var order: Order
    package var mark: MarkSpec
    package var color: ColorField
    package var classes: [Double]
    package var palette: Palette
    package var headline: HeadlineKind
    /// The indicator that the headline speaks of; nil: the first of the chart.
    package var headlineIndicator: Indicator?
    package var reference: Reference
    package var size: Size
    /// Small multiples: one scale for all panels.
    package var sharesScale: Bool
    package var notes: [Words]
    /// What the values are counted in where a transform changes it; nil: the unit of the first indicator.
    package var unit: Words?
    /// What is done to the table before it is drawn.
    package var transforms: [TransformSpec] = []
    /// What `encoding` says of channels beyond what the mark asks for.
    package var channels: [ChannelName: ChannelDefinition] = [:]

    /// The fields of the table that is drawn.
    var fields: TableFields {
        var fields = TableFields(self)
        for transform in transforms { fields.apply(transform) }
        return fields
    }

    /// The indicators that are parts of another: those that count some of the same.
    func parts(of whole: Indicator) -> [Indicator] {
        indicators.filter { !Set($0.numerator.measures).isDisjoint(with: whole.numerator.measures) }
    }

    /// Which years are drawn.
    package enum Years: String, CaseIterable, Sendable {
        case all, latest
        case latestTwo = "latest-two"
    }
    /// Everything selected, or the report's subject alone.
    package enum Scope: String, CaseIterable, Sendable { case all, subject }
    package enum Order: String, CaseIterable, Sendable { case value, denominator, given }
    /// What parts the rows into colours.
    package enum ColorField: String, CaseIterable, Sendable { case none, series, indicator, year, value }
    package enum Palette: String, CaseIterable, Sendable { case subject, outcomes, pair }
    package enum HeadlineKind: String, CaseIterable, Sendable {
        case change, lowest, largest
        case lowestSince = "lowest-since"
        case filings
        /// Of groups over two years: the largest change, or how much of the total change one of them makes up.
        case mostChanged = "most-changed"
        /// The same as a share of the year before, for charts of growth.
        case contribution, fastest
        /// How many lie outside the limits of a funnel plot; what became of the requests on hand; who stands first.
        case outside, flow, first
        /// Of several indicators the largest in the latest year.
        case greatest
        /// The middle of the groups; how few of them make up half of the whole.
        case median, half
    }
    /// A line for the pooled value of the scope.
    package enum Reference: String, CaseIterable, Sendable { case none, pooled }
    package enum Size: String, CaseIterable, Sendable {
        case standard, bars, heatmap

        var chartSize: ChartSize {
            switch self {
            case .standard: .standard
            case .bars: .bars
            case .heatmap: .heatmap
            }
        }
    }
}
