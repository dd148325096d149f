import FilingTable
import Filings

/// What to compute: indicators, grouped, compared, over a selection of filings and years.
package struct MetricQuery: Sendable {
    package var indicators: [Indicator]
    /// One series per combination; none: one series over everything. The year is always the axis, never a group.
    package var by: [Dimension]
    package var comparisons: [Comparison]
    /// Conditions on the year choose the years shown; the year before is still there to compare with.
    package var filter: RowFilter
    /// Nil: every year from the first to the last in the selection.
    package var years: YearSelection?
    /// What ranked series must share; nil: level and function for organs, level for districts, nothing else.
    package var peers: [PeerField]?
    package var geography: Geography
    package var options: MetricOptions

    package init(
        _ indicators: [Indicator], by: [Dimension] = [], compare: [Comparison] = [.level],
        where filter: RowFilter = RowFilter(), years: YearSelection? = nil,
        peers: [PeerField]? = nil, geography: Geography = .asReported, options: MetricOptions = MetricOptions()
    ) {
        self.indicators = indicators
        self.by = by
        comparisons = compare
        self.filter = filter
        self.years = years
        self.peers = peers
        self.geography = geography
        self.options = options
    }
}

/// Names given by a person that are in no registry.
package struct UnknownNames: Error, Hashable, Sendable {
    package var kind: Words
    package var names: [String]
    package var valid: [String]
}

extension MetricQuery {
    /// The indicators of these ids among the built-in ones and `more`; throws all unknown ones at once.
    package static func indicators(_ ids: [String], and more: [Indicator] = []) throws(UnknownNames) -> [Indicator] {
        let all = AllIndicators.all + more
        return try resolve(ids, Words("指标", "indicator"), all.map(\.id)) { id in all.first { $0.id == id } }
    }

    package static func comparisons(_ ids: [String]) throws(UnknownNames) -> [Comparison] {
        try resolve(ids, Words("比较方式", "comparison"), AllComparisons.all.map(\.id)) { AllComparisons.comparison($0) }
    }

    package static func dimensions(_ names: [String]) throws(UnknownNames) -> [Dimension] {
        try resolve(names, Words("分组", "dimension"), Dimension.allCases.map(\.rawValue)) { Dimension(rawValue: $0) }
    }

    private static func resolve<Entry>(
        _ names: [String], _ kind: Words, _ valid: [String], _ find: (String) -> Entry?
    ) throws(UnknownNames) -> [Entry] {
        let unknown = names.filter { find($0) == nil }
        guard unknown.isEmpty else { throw UnknownNames(kind: kind, names: unknown, valid: valid) }
        return names.compactMap(find)
    }
}
