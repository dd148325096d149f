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
    /// The base of indices and growth.
    package let baseYear: Int
    /// The rows of each series and year, ascending, before the containment guard.
    package let rows: [[[Int]]]
    /// What the guard chose of them.
    package let choices: [[Containment.Choice]]
    package let containment: Containment
    package let peers: PeerGroups
    /// Nil when no comparison asked for it.
    package private(set) var parents: ParentGroups?
    /// How many organs a constant panel left out.
    package let organsOutsidePanel: Int
    /// Codes of divisions that no single one took over.
    package let splitDistricts: [String]
    /// The rows that were moved to a division in force; nil when none was.
    let moved: Bitmap?
    /// By row the organ over its renamings, and the bit of its form.
    let concepts: [UInt32]
    let forms: [UInt8]

    init(_ query: MetricQuery, _ reported: FilingColumns) {
        var filings = reported
        var moved: Bitmap?
        var split: [String] = []
        if case .current(let registry) = query.geography {
            let boundaries = reported.onCurrentBoundaries(registry)
            filings = boundaries.filings
            moved = boundaries.moved.isEmpty ? nil : boundaries.moved
            split = boundaries.split
        }
        self.filings = filings
        self.moved = moved
        splitDistricts = split
        by = query.by.filter { $0 != .year }
        concepts = filings.strings(.concept).codes
        forms = Self.formBits(filings)

        let selected = query.filter.withoutYears.rows(in: filings).indices
        let span = YearSpan(query, selected, filings)
        shownYears = span.shown
        years = span.needed
        baseYear = span.base
        let grouping = filings.table.group(selected, by: Self.columns(by))
        var rows = grouping.rowsByGroup().map { Self.split($0, by: span.needed, filings) }
        var leftOut = 0
        if case .constantPanel = query.geography {
            let panel = ConstantPanel(concepts, shown: span.shownPositions)
            rows = rows.map { panel.keep($0, &leftOut) }
        }
        rows = rows.filter { series in span.shownPositions.contains { !series[$0].isEmpty } }
        organsOutsidePanel = leftOut
        self.rows = rows
        // As reported: the old divisions' governments lie side by side until the year in which they are joined.
        let containment = Containment(reported)
        self.containment = containment
        choices = rows.map { series in
            series.map { containment.choose($0, useWholeArea: query.options.useWholeArea) }
        }
        keys = SeriesLabels.keys(for: rows.map { Array($0.joined()) }, by: by, in: filings)
        peers = PeerGroups(query.peers ?? PeerGroups.usual(by), rows.flatMap(\.self), filings)
        parents = nil
        if query.comparisons.contains(where: { $0.needs.contains(.parents) }) { parents = ParentGroups(self) }
    }

    /// Where a year stands in `years`.
    func position(of year: Int) -> Int? { years.firstIndex(of: year) }

    /// The number of a series in a year, by its position.
    func cell(_ series: Int, _ position: Int) -> Int { series * years.count + position }

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

    private static func formBits(_ filings: FilingColumns) -> [UInt8] {
        var bits = [UInt8](repeating: 0, count: filings.rowCount)
        for (number, form) in FormID.allCases.enumerated() {
            filings.rows(of: form).forEachSet { bits[$0] |= 1 << UInt8(number) }
        }
        return bits
    }
}

/// Which years a query shows, and which it must know besides.
private struct YearSpan {
    let shown: [Int]
    let needed: [Int]
    let base: Int
    var shownPositions: [Int] { shown.compactMap { needed.firstIndex(of: $0) } }

    init(_ query: MetricQuery, _ selected: [Int], _ filings: FilingColumns) {
        let shown = Self.shown(query, selected, filings)
        let last = shown.last
        let base =
            query.options.baseYear
            ?? shown.first { FormID.prescribed(for: $0) == last.flatMap(FormID.prescribed) } ?? 0
        var needed = Set(shown)
        for comparison in query.comparisons {
            switch comparison.lookback {
            case .none: break
            case .years(let count): for year in shown { needed.formUnion(year - count...year) }
            case .base: if !shown.isEmpty { needed.insert(base) }
            case .all:
                let first = selected.map(filings.year(at:)).min()
                if let first, let last, first <= last { needed.formUnion(first...last) }
            }
        }
        self.shown = shown
        self.base = base
        self.needed = needed.sorted()
    }

    /// The years asked for; else every year from the first to the last that the selection holds.
    private static func shown(_ query: MetricQuery, _ selected: [Int], _ filings: FilingColumns) -> [Int] {
        if let years = query.years { return years.years.filter(query.filter.admits(year:)) }
        let present = selected.map(filings.year(at:)).filter(query.filter.admits(year:))
        guard let first = present.min(), let last = present.max() else { return [] }
        return (first...last).filter(query.filter.admits(year:))
    }
}

/// The organs of a series that filed in every year shown.
private struct ConstantPanel {
    let concepts: [UInt32]
    let shown: [Int]

    init(_ concepts: [UInt32], shown: [Int]) {
        self.concepts = concepts
        self.shown = shown
    }

    func keep(_ years: [[Int]], _ leftOut: inout Int) -> [[Int]] {
        let present = shown.map { position in Set(years[position].map { concepts[$0] }) }
        guard let first = present.first else { return years }
        let always = present.dropFirst().reduce(first) { $0.intersection($1) }
        leftOut += present.reduce(Set()) { $0.union($1) }.count - always.count
        return years.map { rows in rows.filter { always.contains(concepts[$0]) } }
    }
}
