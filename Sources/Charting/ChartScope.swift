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

    /// What the report is about: an area, or what the selection leaves of one.
    package struct Subject: Hashable, Sendable {
        package var name: String
        /// What narrows the selection to it.
        package var condition: RowFilter.Condition

        package init(name: String, condition: RowFilter.Condition) {
            self.name = name
            self.condition = condition
        }
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

    /// What a selection is about: its only organ, its only district, else the area with the most filings (the first
    /// by name of several). A selection by anything but places says so, since it is not the whole area.
    package static func mainArea(of filings: FilingColumns, filter: RowFilter) -> Subject? {
        let selected = filter.rows(in: filings)
        let rows = (0..<filings.rowCount).filter { selected[$0] }
        let areas = Dictionary(grouping: rows.compactMap { filings.value(.area, at: $0) }, by: { $0 }).mapValues(
            \.count)
        guard let main = areas.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
        let condition = RowFilter.Condition(.area, .equal, [main])
        if let organ = only(.organ, rows, filings) { return Subject(name: organ, condition: condition) }
        if filter.conditions.contains(where: { $0.field == .district }),
            let district = only(.districtName, rows, filings)
        {
            return Subject(name: district, condition: condition)
        }
        let places: Set<RowFilter.Field> = [.area, .city, .province, .year, .form, .coverage]
        let isWhole = filter.conditions.allSatisfy { places.contains($0.field) }
        return Subject(name: isWhole ? main : "\(main)（\(filter.withoutYears.description)）", condition: condition)
    }

    /// The one value that all rows share.
    private static func only(_ dimension: Dimension, _ rows: [Int], _ filings: FilingColumns) -> String? {
        let values = Set(rows.map { filings.value(dimension, at: $0) })
        return values.count == 1 ? values.first! : nil
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
