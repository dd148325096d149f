/// Rows of one shape were damaged in one way: the pattern that costs least over all of them is cheaper in each.
///
/// Shapes are seen twice: by the cells of the row (the same figures start and end), and by the number of figures,
/// where labels that take up more or fewer cells shift the rows against one another.
struct Recurrence {
    let rows: [DataRow]

    private struct Shape: Hashable {
        var start: Int
        var end: Int
    }

    func settle(_ candidates: inout [[RowCandidate]]) {
        settle(&candidates, shape: { Shape(start: $0.firstFigure, end: $0.offset + $0.figures.count) }, origin: { _ in 0 })
        settle(
            &candidates, shape: { row in row.isUnbroken ? Shape(start: -1, end: row.filledCount) : nil },
            origin: { $0.firstFigure })
    }

    /// `origin` is the cell from which patterns are counted so that they compare between rows of a shape.
    private func settle(
        _ candidates: inout [[RowCandidate]], shape: (DataRow) -> Shape?, origin: (DataRow) -> Int
    ) {
        var shapes: [Shape: [Int]] = [:]
        for (index, row) in rows.enumerated() where !row.isGlued {
            if let shape = shape(row) { shapes[shape, default: []].append(index) }
        }
        for members in shapes.values where members.count > 1 {
            let origins = members.map { origin(rows[$0]) }
            let costs = zip(members, origins).map { patternCosts(candidates[$0], origin: $1) }
            let dearest = costs.map { ($0.values.max() ?? 0) + TableThreeReader.margin }
            let totals = totals(costs, dearest)
            for (position, member) in members.enumerated() where candidates[member].count > 1 {
                // What the other rows say; a row is no evidence for itself.
                let others = totals.map { pattern, total in
                    (pattern: pattern, total: total - (costs[position][pattern] ?? dearest[position]))
                }
                let best = best(others, rows: members.count - 1)
                for option in candidates[member].indices
                where best.patterns.contains(relative(candidates[member][option].pattern, origins[position])) {
                    // Only surplus figures recur so: rows that lack figures may all be run together.
                    let isFull = candidates[member][option].values.allSatisfy { $0 != nil }
                    candidates[member][option].cost -= isFull ? best.discount : AssumptionCost.recurrence
                }
            }
        }
    }

    private func relative(_ pattern: [Int?], _ origin: Int) -> [Int?] { pattern.map { $0.map { $0 - origin } } }

    private func patternCosts(_ options: [RowCandidate], origin: Int) -> [[Int?]: Double] {
        var costs: [[Int?]: Double] = [:]
        for option in options where !option.pattern.isEmpty {
            let pattern = relative(option.pattern, origin)
            costs[pattern] = min(costs[pattern] ?? .infinity, option.cost)
        }
        return costs
    }

    /// So many rows that no other pattern fits, by this much, prove a pattern.
    private static let provingRows = 6
    private static let provingMargin = 8.0

    /// Per pattern its sum over all rows; a row that lacks a pattern pays more than its dearest.
    private func totals(_ rows: [[[Int?]: Double]], _ dearest: [Double]) -> [[Int?]: Double] {
        var totals: [[Int?]: Double] = [:]
        for pattern in Set(rows.flatMap(\.keys)) {
            totals[pattern] = zip(rows, dearest).reduce(0) { $0 + ($1.0[pattern] ?? $1.1) }
        }
        return totals
    }

    /// The patterns with the least sum, and how much cheaper they make a reading.
    private func best(_ totals: [(pattern: [Int?], total: Double)], rows: Int) -> (patterns: Set<[Int?]>, discount: Double) {
        guard let least = totals.map(\.total).min() else { return ([], 0) }
        let best = Set(totals.filter { $0.total <= least + 1e-9 }.map(\.pattern))
        // Several patterns may be as good, where a repeated figure may be left out in either place.
        let next = totals.filter { !best.contains($0.pattern) }.map(\.total).min() ?? least
        let isProven = rows >= Self.provingRows && next >= least + Self.provingMargin
        return (best, isProven ? AssumptionCost.provenPattern : AssumptionCost.recurrence)
    }
}

extension DataRow {
    /// The row's cell with its first figure.
    fileprivate var firstFigure: Int { offset + figures.prefix { $0.isBlank }.count }
    /// No empty cell stands between its figures.
    fileprivate var isUnbroken: Bool {
        guard let first = figures.firstIndex(where: { !$0.isBlank }), let last = figures.lastIndex(where: { !$0.isBlank })
        else { return false }
        return figures[first...last].allSatisfy { !$0.isBlank }
    }
}
