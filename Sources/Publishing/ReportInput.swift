import Charting
import FilingTable
import Filings
import Metrics

/// Everything a report is made from.
package struct ReportInput {
    /// All filings read; the year before the first selected one is there to compare with.
    package var everything: FilingSet
    /// The filings of the selection: what the report lists, counts and publishes.
    package var set: FilingSet
    package var columns: FilingColumns
    package var findings: [Finding]
    package var filter: RowFilter
    package var years: YearSelection?
    package var language: Language

    package init(
        set: FilingSet, columns: FilingColumns, findings: [Finding], filter: RowFilter, years: YearSelection?,
        language: Language
    ) {
        everything = set
        self.set = Self.selected(set, columns, filter, years)
        self.columns = columns
        let sources = Set(self.set.filings.map(\.source))
        self.findings = findings.filter { sources.contains($0.source) }
        self.filter = filter
        self.years = years
        self.language = language
    }

    /// The filings that the selection admits, with second filings of the same organ and year; without a selection all.
    private static func selected(
        _ set: FilingSet, _ columns: FilingColumns, _ filter: RowFilter, _ years: YearSelection?
    ) -> FilingSet {
        guard !filter.conditions.isEmpty || years != nil else { return set }
        let bits = filter.rows(in: columns)
        let rows = (0..<columns.rowCount).filter { bits[$0] && (years?.contains(columns.year(at: $0)) ?? true) }
        let sources = Set(rows.map(columns.source(at:)))
        let twins = Set(
            set.duplicates.filter { group in group.contains { sources.contains(set.filings[$0].source) } }.flatMap {
                $0
            })
        return FilingSet(
            set.filings.enumerated().filter { sources.contains($0.element.source) || twins.contains($0.offset) }.map(
                \.element))
    }

    /// The scope of the charts: the area with the most filings is the subject.
    var scope: ChartScope {
        ChartScope(
            filings: columns, filter: filter, years: years, subject: ChartScope.mainArea(of: columns, filter: filter),
            language: language)
    }

    /// The selection narrowed to the subject.
    var subjectFilter: RowFilter {
        RowFilter(filter.conditions + (scope.subject.map { [$0.condition] } ?? []))
    }
}
