import ColumnStore
import FilingTable
import Filings

/// The selected rows as series and years: worked out once for all indicators of a query.
package final class SeriesGroups: Sendable {
    package let filings: FilingColumns
    package let by: [Dimension]
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
    /// Nil where no series has two filings in a year, and nothing is summed that must be kept apart.
    let containment: Containment?
    /// Empty when no comparison asked for it.
    package let peers: PeerGroups
    /// Nil when no comparison asked for it.
    package let parents: ParentGroups?
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
        var splitCodes: [String] = []
        if case .current(let registry) = query.geography {
            let boundaries = reported.onCurrentBoundaries(registry)
            filings = boundaries.filings
            moved = boundaries.moved.isEmpty ? nil : boundaries.moved
            splitCodes = boundaries.split
        }
        self.filings = filings
        self.moved = moved
        splitDistricts = splitCodes
        let by = query.by.filter { $0 != .year }
        self.by = by
        concepts = filings.strings(.concept).codes
        forms = Self.formBits(filings)

        let selected = query.filter.withoutYears.rows(in: filings).indices
        let span = YearSpan(query, selected, filings)
        shownYears = span.shown
        years = span.needed
        baseYear = span.base
        let grouping = filings.table.group(selected, by: Self.columns(by))
        let split = YearSplit(span.needed, filings)
        var rows = grouping.rowsByGroup().map(split.rows)
        var leftOut = 0
        if case .constantPanel = query.geography {
            let panel = ConstantPanel(concepts, shown: span.shownPositions)
            rows = rows.map { panel.keep($0, &leftOut) }
        }
        rows = rows.filter { series in span.shownPositions.contains { !series[$0].isEmpty } }
        organsOutsidePanel = leftOut
        self.rows = rows
        let needs = query.comparisons.reduce(Comparison.Needs()) { $0.union($1.needs) }
        let isAdding = rows.contains { series in series.contains { $0.count > 1 } }
        // As reported: the old divisions' governments lie side by side until the year in which they are joined.
        let containment = isAdding || needs.contains(.parents) ? Containment(reported) : nil
        self.containment = containment
        let choices = rows.map { series in
            series.map { rows in
                (containment?.choose(rows, useWholeArea: query.options.useWholeArea) ?? Containment.Choice(rows: rows))
                    .sealed()
            }
        }
        self.choices = choices
        peers =
            needs.contains(.peers)
            ? PeerGroups(query.peers ?? PeerGroups.usual(by), rows.flatMap(\.self), filings) : PeerGroups()
        parents =
            needs.contains(.parents)
            ? containment.map {
                ParentGroups(filings, by: by, rows: rows, choices: choices, years: span.needed.count, $0)
            } : nil
    }

    /// What distinguishes each series from the others, for people; worked out on demand.
    package var keys: [SeriesKey] { SeriesLabels.keys(for: rows.map { Array($0.joined()) }, by: by, in: filings) }

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

    private static func formBits(_ filings: FilingColumns) -> [UInt8] {
        var bits = [UInt8](repeating: 0, count: filings.rowCount)
        for (number, form) in FormID.allCases.enumerated() {
            filings.rows(of: form).forEachSet { bits[$0] |= 1 << UInt8(number) }
        }
        return bits
    }
}

/// Rows by the position of their year.
private struct YearSplit {
    private let years: [Int64]
    private let first: Int
    /// By year from the first on; -1 for a year that is not needed.
    private var positions: [Int]
    private let count: Int

    init(_ needed: [Int], _ filings: FilingColumns) {
        years = filings.years.values
        first = needed.first ?? 0
        count = needed.count
        positions = Array(repeating: -1, count: (needed.last ?? -1) - first + 1)
        for (position, year) in needed.enumerated() { positions[year - first] = position }
    }

    func rows(_ rows: [Int]) -> [[Int]] {
        var result = [[Int]](repeating: [], count: count)
        for row in rows {
            let offset = Int(years[row]) - first
            if positions.indices.contains(offset), positions[offset] >= 0 { result[positions[offset]].append(row) }
        }
        return result
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
                let all = filings.years.values
                let first = selected.map { Int(all[$0]) }.min()
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
        let all = filings.years.values
        let present = Set(selected.map { Int(all[$0]) }).filter(query.filter.admits(year:))
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
