import FilingTable
import Filings

extension Comparison {
    /// The share in the sum over all parts of the containing area that the selection holds; how many is stated.
    ///
    /// A district's parent is its city, an organ's its district, a city's its province; without such a dimension it is
    /// the whole selection. Rates have no share. A whole area's own filing is never among its parts.
    package static let shareOfParent = Comparison(
        id: "share-of-parent",
        name: Words("占上级比重", "share of parent"),
        meaning: Words("占所在地区各组成部分合计的比重", "share of the containing area, the sum of its parts present"),
        needsPreviousYear: false,
        evaluate: { grid, year in SharingOut(grid, year).values },
        example: ComparisonExample(
            filings: [
                .requests(2024, "30", organ: "甲区教育局", district: "900101"),
                .requests(2024, "10", organ: "乙区教育局", district: "900102"),
            ],
            indicator: "requests-received", by: [.district], year: 2024, text: "75.0%（共 2 个）"))
}

private struct SharingOut {
    /// The sum over the parts of one area.
    private struct Whole {
        var value: Value
        var rows: Set<Int>
        var children: Int
        var presentChildren: Int
    }

    private let grid: LevelGrid
    private let levels: [Value]
    private let parents: [SeriesParent?]
    /// Only looked up.
    private let wholes: [SeriesParent: Whole]

    init(_ grid: LevelGrid, _ year: Int) {
        self.grid = grid
        levels = grid.values(in: year)
        guard let position = grid.groups.position(of: year), !grid.indicator.isRatio else {
            parents = levels.map { _ in nil }
            wholes = [:]
            return
        }
        let rows = grid.groups.rows.map { $0[position] }
        let parents = rows.indices.map { rows[$0].isEmpty ? nil : grid.groups.parent($0, position) }
        var parts: [SeriesParent: [Int]] = [:]
        for (series, parent) in parents.enumerated() {
            if let parent { parts[parent, default: []].append(series) }
        }
        let levels = levels
        self.parents = parents
        wholes = parts.mapValues { series in
            let value = grid.value(overAll: series.flatMap { rows[$0] })
            let containing = Set(value.leftOut.filter { $0.reason == .wholeArea }.map(\.row))
            let present = series.filter { !containing.isSuperset(of: rows[$0]) }
            return Whole(
                value: value, rows: Set(value.rows), children: present.count { levels[$0].exact != nil },
                presentChildren: present.count)
        }
    }

    var values: [Value] { levels.indices.map(value) }

    private func value(_ series: Int) -> Value {
        var value = levels[series]
        guard !grid.indicator.isRatio else { return notApplicable(value) }
        guard let part = value.exact else { return value }
        guard let parent = parents[series], let whole = wholes[parent], let total = whole.value.exact,
            value.rows.allSatisfy(whole.rows.contains)
        else { return notApplicable(value) }
        value.flags.formUnion(whole.value.flags.intersection([.doubtful, .incomplete, .wholeAreaLeftOut]))
        value.exact = nil
        value.number = total.isZero ? nil : 100 * part.double / total.double
        value.numerator = part
        value.denominator = total
        if total.isZero { value.flags.insert(.noRequests) }
        value.detail = .share(
            Value.Share(
                parent: parent.name, children: whole.children, presentChildren: whole.presentChildren, part: part,
                total: total))
        return value
    }

    private func notApplicable(_ level: Value) -> Value {
        var value = level
        value.number = nil
        value.exact = nil
        value.flags.insert(.notApplicable)
        return value
    }
}

/// The area in whose sum a series has its share, and whatever else the series of that sum have in common.
struct SeriesParent: Hashable {
    var name: String
    var area: [String]
    var others: [SeriesKey.Part]
}

extension SeriesGroups {
    /// Nil when the filings do not tell one containing area.
    func parent(_ series: Int, _ year: Int) -> SeriesParent? {
        guard let container = Self.containers.first(where: { by.contains($0.part) })?.container else {
            return SeriesParent(name: "", area: [], others: [])
        }
        let dimensions = container == .city ? [container, .province] : [container]
        let area = dimensions.compactMap { common($0, series, year) }
        guard area.count == dimensions.count else { return nil }
        let places = Self.containers.map(\.part)
        let others = keys[series].parts.filter { !places.contains($0.dimension) }
        let named = container == .district ? common(.districtName, series, year) ?? area[0] : area[0]
        return SeriesParent(name: named, area: area, others: others)
    }

    /// The dimension that holds the parts of another, the finest part first.
    private static let containers: [(part: Dimension, container: Dimension)] = [
        (.organ, .district), (.district, .city), (.districtName, .city), (.city, .province), (.area, .province),
    ]
}
