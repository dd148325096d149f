import FilingTable
import Filings

/// How the levels of an indicator are compared.
package struct Comparison: Sendable {
    /// Stable, e.g. `year-over-year`.
    package let id: String
    package let name: Words
    package let meaning: Words
    /// Whether the year before the first one shown must be evaluated too.
    package let needsPreviousYear: Bool
    /// The compared values of a year, one for each series of the grid.
    package let evaluate: @Sendable (LevelGrid, _ year: Int) -> [Value]
    /// A small query with the text it must show; run by the registry test.
    package let example: ComparisonExample
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
