import ColumnStore
import FilingTable
import Filings

/// The selected rows as series and years: worked out once for all indicators of a query.
package struct SeriesGroups: Sendable {
    package let filings: FilingColumns
    package let by: [Dimension]
    package let keys: [SeriesKey]
    /// Every year that is shown or compared with, ascending.
    package let years: [Int]
    /// The years to show.
    package let shownYears: [Int]
    /// The rows of each series and year, ascending, before the containment guard.
    package let rows: [[[Int]]]
    /// What the guard chose of them.
    package let choices: [[Containment.Choice]]
    package let containment: Containment
    /// For each series and year what its peers share; see `MetricQuery.peers`.
    package let peerGroups: [[String]]

    init(_ query: MetricQuery, _ filings: FilingColumns) {
        self.filings = filings
        by = query.by.filter { $0 != .year }
        let selected = query.filter.withoutYears.rows(in: filings).indices
        let shown = Self.shownYears(query, selected, filings)
        let needed = query.comparisons.contains(where: \.needsPreviousYear) ? shown + shown.map { $0 - 1 } : shown
        let years = Set(needed).sorted()
        let grouping = filings.table.group(selected, by: Self.columns(by))
        let everything = grouping.rowsByGroup().map { Self.split($0, by: years, filings) }
        let shownSet = Set(shown)
        let rows = everything.filter { series in
            zip(years, series).contains { shownSet.contains($0) && !$1.isEmpty }
        }
        let containment = Containment(filings)
        shownYears = shown
        self.years = years
        self.rows = rows
        self.containment = containment
        choices = rows.map { series in
            series.map { containment.choose($0, useWholeArea: query.options.useWholeArea) }
        }
        keys = SeriesLabels.keys(for: rows.map { Array($0.joined()) }, by: by, in: filings)
        let peers = query.peers ?? Self.usualPeers(by)
        peerGroups = rows.map { series in series.map { Self.peerGroup($0, peers, filings) } }
    }

    /// Where a year stands in `years`.
    func position(of year: Int) -> Int? { years.firstIndex(of: year) }

    /// The values of a dimension over the rows of a series and year, if they are one.
    func common(_ dimension: Dimension, _ series: Int, _ year: Int) -> String? {
        let values = Set(rows[series][year].map { filings.value(dimension, at: $0) })
        return values.count == 1 ? values.first! : nil
    }

    /// The years asked for; else every year from the first to the last that the selection holds.
    private static func shownYears(_ query: MetricQuery, _ selected: [Int], _ filings: FilingColumns) -> [Int] {
        if let years = query.years { return years.years.filter(query.filter.admits(year:)) }
        let present = selected.map(filings.year(at:)).filter(query.filter.admits(year:))
        guard let first = present.min(), let last = present.max() else { return [] }
        return (first...last).filter(query.filter.admits(year:))
    }

    /// The columns that make a series distinct. Names alone do not: several districts have a 教育局 of the same name,
    /// and a district that was renamed is still one district.
    private static func columns(_ by: [Dimension]) -> [String] {
        var columns: [Dimension] = []
        for dimension in by {
            switch dimension {
            case .organ: columns += [.organ, .district]
            case .districtName: columns.append(.district)
            case .city: columns += [.city, .province]
            case .area: columns += [.area, .province]
            default: columns.append(dimension)
            }
        }
        var seen: Set<Dimension> = []
        return columns.filter { seen.insert($0).inserted }.map(\.rawValue)
    }

    private static func split(_ rows: [Int], by years: [Int], _ filings: FilingColumns) -> [[Int]] {
        var result = [[Int]](repeating: [], count: years.count)
        for row in rows {
            if let position = years.firstIndex(of: filings.year(at: row)) { result[position].append(row) }
        }
        return result
    }

    /// Organs compare with organs of their level and function, areas with areas of their level.
    private static func usualPeers(_ by: [Dimension]) -> [Dimension] {
        if by.contains(.organ) { return [.level, .function] }
        return by.contains(.district) || by.contains(.districtName) ? [.level] : []
    }

    private static func peerGroup(_ rows: [Int], _ peers: [Dimension], _ filings: FilingColumns) -> String {
        peers.map { dimension in
            let values = Set(rows.map { filings.value(dimension, at: $0) ?? "" }).sorted()
            return values.map { SeriesLabels.words($0, dimension).zh }.joined(separator: "、")
        }.joined(separator: " · ")
    }
}
