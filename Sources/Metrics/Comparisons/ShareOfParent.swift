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
        method: Words(
            "数值除以同一上级各组成部分之和；汇总报告不在其内。",
            "The value by the sum over the parts of the same area; a whole area's filing is none of them."),
        nullRule: Words("合计为零、上级不明时无值；比率不适用。", "No value for a sum of 0 or an unknown area; not for rates."),
        caveats: [Words("合计只含所选报告，注明共几个。", "The sum holds the filings selected; how many is stated.")],
        source: Words("比重的通行计算", "the usual share"),
        needs: .parents, unit: { _ in ComparisonUnits.perCent },
        evaluate: { grid, year in SharingOut(grid, year).values },
        examples: [
            ComparisonExample(
                filings: .districts(["900101": 30, "900102": 10]),
                indicator: "requests-received", by: [.district], year: 2024, text: "75.0%（共 2 个）")
        ])
}

private struct SharingOut {
    private let grid: LevelGrid
    private let levels: [Value]
    private let parents: ParentGroups
    private let position: Int?
    /// By parent, where it is one of this year.
    private let wholes: [Value?]

    init(_ grid: LevelGrid, _ year: Int) {
        self.grid = grid
        levels = grid.values(in: year)
        let groups = grid.groups
        let parents = groups.parents!
        self.parents = parents
        position = grid.indicator.isSum ? groups.position(of: year) : nil
        var wholes = [Value?](repeating: nil, count: parents.names.count)
        if let position {
            for series in levels.indices {
                let parent = Int(parents.parents[groups.cell(series, position)])
                if parent >= 0, wholes[parent] == nil { wholes[parent] = grid.value(over: parents.choices[parent]) }
            }
        }
        self.wholes = wholes
    }

    var values: [Value] { levels.indices.map(value) }

    private func value(_ series: Int) -> Value {
        let level = levels[series]
        guard grid.indicator.isSum else { return level.without(.onlyForSums) }
        guard let part = level.exact, let position else { return level }
        let cell = grid.groups.cell(series, position)
        let parent = Int(parents.parents[cell])
        guard parent >= 0, parents.isPart[cell], let whole = wholes[parent], let total = whole.exact else {
            return level.without(.noPeers)
        }
        var value = level
        value.flags.formUnion(whole.flags.intersection([.doubtful, .incomplete, .wholeAreaLeftOut]))
        value.exact = nil
        value.number = total.isZero ? nil : 100 * part.double / total.double
        value.numerator = part
        value.denominator = total
        if total.isZero { value.flags.insert(.noRequests) }
        let members = parents.members[parent]
        value.detail = .share(
            Value.Share(
                parent: parents.names[parent], children: members.count { levels[$0].exact != nil },
                presentChildren: members.count, part: part, total: total))
        return value
    }
}
