import Filings

/// The parts of every containing area with a number in both years, so that changes of parts add up to the change of
/// their total: parts that lack a year, and their area's own filing, are in neither.
struct Portions {
    /// One part in both years.
    struct Part {
        var series: Int
        var earlier: Value
        var later: Value
    }

    /// The parts of one area with their sums.
    struct Whole {
        var name: String
        var parts: [Part]
        var earlier = ExactDecimal.zero
        var later = ExactDecimal.zero
        var earlierBase = ExactDecimal.zero
        var laterBase = ExactDecimal.zero

        init(name: String, _ parts: [Part]) {
            self.name = name
            self.parts = parts
            for part in parts {
                earlier = earlier + (part.earlier.numerator ?? .zero)
                later = later + (part.later.numerator ?? .zero)
                earlierBase = earlierBase + (part.earlier.denominator ?? .zero)
                laterBase = laterBase + (part.later.denominator ?? .zero)
            }
        }
    }

    let grid: LevelGrid
    let year: Int
    let levels: [Value]
    let previous: [Value]
    private(set) var wholes: [Whole] = []
    /// By series, its area and its place among the parts.
    private var places: [(whole: Int, part: Int)?]

    init(_ grid: LevelGrid, _ year: Int) {
        self.grid = grid
        self.year = year
        levels = grid.values(in: year)
        previous = grid.values(in: year - 1)
        places = Array(repeating: nil, count: levels.count)
        guard let parents = grid.groups.parents, let now = grid.groups.position(of: year),
            let then = grid.groups.position(of: year - 1), grid.indicator.formula.shares == nil
        else { return }
        var partsByParent = [[Part]](repeating: [], count: parents.names.count)
        for series in levels.indices {
            let cell = grid.groups.cell(series, now)
            let parent = Int(parents.parents[cell])
            guard parent >= 0, parents.isPart[cell], parents.isPart[grid.groups.cell(series, then)],
                Self.hasSums(levels[series]), Self.hasSums(previous[series]),
                !grid.isBroken(series, from: year - 1, to: year)
            else { continue }
            partsByParent[parent].append(Part(series: series, earlier: previous[series], later: levels[series]))
        }
        for (parent, parts) in partsByParent.enumerated() where !parts.isEmpty {
            for (place, part) in parts.enumerated() { places[part.series] = (wholes.count, place) }
            wholes.append(Whole(name: parents.names[parent], parts))
        }
    }

    /// Sums of few cases take part though their rate is not shown; doubtful ones do not.
    private static func hasSums(_ value: Value) -> Bool {
        value.numerator != nil && value.flags.isDisjoint(with: [.missing, .notAsked])
            && !(value.flags.contains(.doubtful) && value.exact == nil)
    }

    /// One value a series: `compute` for parts, else the level without a number and with the reason.
    func values(_ compute: (Whole, _ part: Int, _ whole: Int) -> (Double?, Value.Detail)) -> [Value] {
        levels.indices.map { series in
            let level = levels[series]
            guard let (whole, part) = places[series] else { return reason(series, level) }
            let (number, detail) = compute(wholes[whole], part, whole)
            var value = level
            value.flags.formUnion(previous[series].flags.intersection(.inherited))
            value.flags.subtract([.tooSmallToShow, .noRequests])
            value.exact = nil
            value.number = number
            value.detail = detail
            if number == nil { value.flags.insert(.baseZero) }
            return value
        }
    }

    private func reason(_ series: Int, _ level: Value) -> Value {
        if let plain = grid.withoutChange(series, in: year) { return plain }
        if previous[series].flags.union(level.flags).contains(.doubtful) { return level.without(.noPeers, .doubtful) }
        return level.without(.noPeers)
    }
}
