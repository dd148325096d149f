import Charting
import FilingTable
import Filings
import Metrics

/// Everything a report is made from.
package struct ReportInput {
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
        self.set = set
        self.columns = columns
        self.findings = findings
        self.filter = filter
        self.years = years
        self.language = language
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
