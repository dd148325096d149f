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
        evaluate: { grid, series, year in SharingOut.value(grid, series, year) },
        example: ComparisonExample(
            filings: [
                .requests(2024, "30", organ: "甲区教育局", district: "900101"),
                .requests(2024, "10", organ: "乙区教育局", district: "900102"),
            ],
            indicator: "requests-received", by: [.district], year: 2024, text: "75.0%（共 2 个）"))
}

private enum SharingOut {
    static func value(_ grid: LevelGrid, _ series: Int, _ year: Int) -> Value {
        guard let position = grid.groups.years.firstIndex(of: year) else { return .missing(.noFiling) }
        var value = grid.levels[series][position]
        guard !grid.indicator.isRatio else { return notApplicable(value) }
        guard let part = value.exact else { return value }
        let parent = grid.groups.parent(series, position)
        guard let parent else { return notApplicable(value) }
        let siblings = grid.levels.indices.filter {
            !grid.groups.rows[$0][position].isEmpty && grid.groups.parent($0, position) == parent
        }
        let whole = grid.value(overAll: siblings.flatMap { grid.groups.rows[$0][position] })
        guard let total = whole.exact, value.rows.allSatisfy(Set(whole.rows).contains) else {
            return notApplicable(value)
        }
        value.flags.formUnion(whole.flags.intersection([.doubtful, .incomplete, .wholeAreaLeftOut]))
        value.exact = nil
        value.number = total.isZero ? nil : 100 * part.double / total.double
        value.numerator = part
        value.denominator = total
        if total.isZero { value.flags.insert(.noRequests) }
        let parents = Set(whole.leftOut.filter { $0.reason == .wholeArea }.map(\.row))
        let parts = siblings.filter { !parents.isSuperset(of: grid.groups.rows[$0][position]) }
        let counted = parts.count { grid.levels[$0][position].exact != nil }
        value.detail = .share(
            Value.Share(
                parent: parent.name, children: counted, presentChildren: parts.count, part: part, total: total))
        return value
    }

    private static func notApplicable(_ level: Value) -> Value {
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
