import FilingTable
import Filings
import Metrics

/// What a chart is drawn over: the filings, the selection of the run, and the subject of the report.
package struct ChartScope: Sendable {
    package var filings: FilingColumns
    /// The selection of the command line.
    package var filter: RowFilter
    package var years: YearSelection?
    /// The area that the report is about; nil when the selection has none.
    package var subject: Subject?
    package var language: Language

    /// An area of prefecture rank by its name.
    package struct Subject: Hashable, Sendable {
        package var name: String

        package init(name: String) { self.name = name }

        package var condition: RowFilter.Condition { RowFilter.Condition(.area, .equal, [name]) }
    }

    package init(
        filings: FilingColumns, filter: RowFilter = RowFilter(), years: YearSelection? = nil, subject: Subject? = nil,
        language: Language = .zh
    ) {
        self.filings = filings
        self.filter = filter
        self.years = years
        self.subject = subject
        self.language = language
    }

    /// The area with the most filings in the selection; the first by name of several.
    package static func mainArea(of filings: FilingColumns, filter: RowFilter) -> Subject? {
        let selected = filter.rows(in: filings)
        var counts: [String: Int] = [:]
        for row in 0..<filings.rowCount where selected[row] {
            if let area = filings.value(.area, at: row) { counts[area, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Subject(name: $0.key) }
    }

    /// The selection for a definition's scope.
    func filter(for scope: ChartDefinition.Scope) -> RowFilter {
        guard scope == .subject, let subject else { return filter }
        return RowFilter(filter.conditions + [subject.condition])
    }

    /// The last year with a filing in the selection.
    package func latestYear(_ filter: RowFilter) -> Int? {
        let selected = filter.rows(in: filings)
        return (0..<filings.rowCount).filter { selected[$0] && (years?.contains(filings.year(at: $0)) ?? true) }
            .map { filings.year(at: $0) }.max()
    }
}
