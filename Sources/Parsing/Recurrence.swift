/// Rows of one shape were damaged in one way: the pattern that costs least over all of them is cheaper in each.
///
/// Shapes are seen twice: by the cells of the row (the same figures start and end), and by the number of figures,
/// where labels that take up more or fewer cells shift the rows against one another.
struct Recurrence {
    let rows: [DataRow]
    /// The sums that a row must satisfy.
    let sums: [RowSum]

    private struct Shape: Hashable {
        var start: Int
        var end: Int
    }

    func settle(_ candidates: inout [[RowCandidate]]) {
        settle(
            &candidates, shape: { Shape(start: $0.firstFigure, end: $0.offset + $0.figures.count) }, origin: { _ in 0 })
        settle(
            &candidates, shape: { row in row.isUnbroken ? Shape(start: -1, end: row.filledCount) : nil },
            origin: { $0.firstFigure }, mayProve: true)
    }

    /// What a pattern costs in a row, and whether the row's sum holds with it.
    private struct Fit {
        var cost: Double
        var isSound: Bool
    }

    /// `origin` is the cell from which patterns are counted so that they compare between rows of a shape.
    /// `mayProve`: rows of a shape have as many figures, so that a pattern in many of them is no accident.
    private func settle(
        _ candidates: inout [[RowCandidate]], shape: (DataRow) -> Shape?, origin: (DataRow) -> Int,
        mayProve: Bool = false
    ) {
        var shapes: [Shape: [Int]] = [:]
        for (index, row) in rows.enumerated() where !row.isGlued {
            if let shape = shape(row) { shapes[shape, default: []].append(index) }
        }
        for members in shapes.values where members.count > 1 && members.contains(where: { candidates[$0].count > 1 }) {
            let origins = members.map { origin(rows[$0]) }
            let rowFits = zip(members, origins).map { fits(of: candidates[$0], origin: $1) }
            let dearest = rowFits.map { ($0.values.map(\.cost).max() ?? 0) + TableThreeReader.margin }
            let totals = totals(rowFits, dearest)
            for (position, member) in members.enumerated() where candidates[member].count > 1 {
                // What the other rows say; a row is no evidence for itself.
                let others = totals.map { pattern, total in
                    (pattern: pattern, total: total - (rowFits[position][pattern]?.cost ?? dearest[position]))
                }
                let best = best(others)
                let isProven = mayProve && isProven(best, others, rowFits)
                for option in candidates[member].indices
                where best.contains(relative(candidates[member][option].pattern, origins[position])) {
                    cheapen(&candidates[member][option], isProven: isProven)
                }
            }
        }
    }

    /// Only surplus figures are proven so: rows that lack figures may all be run together.
    private func cheapen(_ option: inout RowCandidate, isProven: Bool) {
        guard isProven, option.values.allSatisfy({ $0 != nil }) else {
            option.cost -= AssumptionCost.recurrence
            return
        }
        option.cost -= AssumptionCost.provenPattern + option.surplusCost
        option.surplusCost = 0
    }

    private func relative(_ pattern: [Int?], _ origin: Int) -> [Int?] { pattern.map { $0.map { $0 - origin } } }

    private func fits(of options: [RowCandidate], origin: Int) -> [[Int?]: Fit] {
        var fits: [[Int?]: Fit] = [:]
        for option in options where !option.pattern.isEmpty {
            let pattern = relative(option.pattern, origin)
            guard option.cost < fits[pattern]?.cost ?? .infinity else { continue }
            let isSound = RowCandidate.sumCost(option.slots, sums) < AssumptionCost.brokenSum
            fits[pattern] = Fit(cost: option.cost, isSound: isSound)
        }
        return fits
    }

    /// Per pattern its sum over all rows; a row that lacks a pattern pays more than its dearest.
    private func totals(_ rows: [[[Int?]: Fit]], _ dearest: [Double]) -> [[Int?]: Double] {
        var totals: [[Int?]: Double] = [:]
        for pattern in Set(rows.flatMap(\.keys)) {
            totals[pattern] = zip(rows, dearest).reduce(0) { $0 + ($1.0[pattern]?.cost ?? $1.1) }
        }
        return totals
    }

    /// The patterns with the least sum.
    private func best(_ totals: [(pattern: [Int?], total: Double)]) -> Set<[Int?]> {
        let least = totals.map(\.total).min() ?? 0
        return Set(totals.filter { $0.total <= least + 1e-9 }.map(\.pattern))
    }

    /// So many rows prove a pattern that no other fits, by this much, and with which this share of their sums holds.
    private static let provingRows = 6
    private static let provingMargin = 8.0
    private static let provingShare = 0.8

    /// Several patterns may be as good, where a repeated figure may be left out in either place.
    private func isProven(
        _ best: Set<[Int?]>, _ totals: [(pattern: [Int?], total: Double)], _ rows: [[[Int?]: Fit]]
    ) -> Bool {
        guard rows.count > Self.provingRows, let least = totals.map(\.total).min() else { return false }
        let next = totals.filter { !best.contains($0.pattern) }.map(\.total).min() ?? least
        let sound = best.map { pattern in rows.count { $0[pattern]?.isSound ?? false } }.min() ?? 0
        return next >= least + Self.provingMargin && Double(sound) >= Self.provingShare * Double(rows.count)
    }
}

extension DataRow {
    /// The row's cell with its first figure.
    fileprivate var firstFigure: Int { offset + figures.prefix { $0.isBlank }.count }
    /// No empty cell stands between its figures.
    fileprivate var isUnbroken: Bool {
        guard let first = figures.firstIndex(where: { !$0.isBlank }),
            let last = figures.lastIndex(where: { !$0.isBlank })
        else { return false }
        return figures[first...last].allSatisfy { !$0.isBlank }
    }
}
