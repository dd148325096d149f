import Filings

/// Chooses among the readings of all rows together: the cheapest combination that breaks the fewest identities of
/// the columns. Where several combinations are equally good, all their readings are kept.
///
/// Rows are taken one by one, those with most readings first; partial choices with the same column sums are merged, so
/// that the work grows with the number of different sums and not with the number of combinations. Where there are too
/// many, those stay whose columns the rows to come can still bring to balance.
struct ReadingSolver {
    /// Per row: its readings, cheapest first.
    let rows: [[RowCandidate]]
    /// Per row: for every column equation, the factor of this row (-1, 0, 1).
    let factors: [[Int]]
    let width: Int

    private static let stateLimit = 12_000
    /// So many combinations of states and readings are tried for a row.
    private static let workLimit = 600_000

    struct Choice {
        /// Per row: the readings that occur in some best combination.
        var rows: [[RowCandidate]]
        /// Columns in which an equation fails in the best combination.
        var brokenColumns: Set<Int>
    }

    private struct Key: Hashable {
        var sums: [ExactDecimal]
        var unknown: UInt32
    }

    private struct State {
        var cost: Double
        /// (state index in the layer before, candidate index)
        var parents: [(Int, Int)]
    }

    func solve() -> Choice {
        let equations = factors.first?.count ?? 0
        // Rows without a choice only move the sums from which the others start.
        var start = Key(sums: Array(repeating: .zero, count: equations * width), unknown: 0)
        for row in rows.indices where rows[row].count == 1 {
            start = add(rows[row][0], factors[row], to: start, equations)
        }
        let order = rows.indices.filter { rows[$0].count != 1 }.sorted { (-rows[$0].count, $0) < (-rows[$1].count, $1) }
        let reach = Reach(rows: rows, factors: factors, width: width, order: order)
        var keys = [start]
        var layers: [[State]] = [[State(cost: 0, parents: [])]]
        for (step, row) in order.enumerated() {
            let nextReadings = step + 1 < order.count ? rows[order[step + 1]].count : 1
            (keys, layers) = advance(row, keys, layers, equations, reach.behind[step], nextReadings: nextReadings)
        }
        return trace(keys, layers, order)
    }

    /// What the rows behind a step can add to each sum, at least and at most.
    private struct Reach {
        var behind: [[ClosedRange<ExactDecimal>]] = []

        init(rows: [[RowCandidate]], factors: [[Int]], width: Int, order: [Int]) {
            let count = (factors.first?.count ?? 0) * width
            var reach = Array(repeating: ExactDecimal.zero...ExactDecimal.zero, count: count)
            for row in order.reversed() {
                behind.append(reach)
                for column in 0..<width {
                    let summands = rows[row].map { $0.slots[column].summand ?? .zero }
                    guard let least = summands.min(), let most = summands.max() else { continue }
                    for (equation, factor) in factors[row].enumerated() where factor != 0 {
                        let at = equation * width + column
                        let low = factor > 0 ? least : -most
                        let high = factor > 0 ? most : -least
                        reach[at] = (reach[at].lowerBound + low)...(reach[at].upperBound + high)
                    }
                }
            }
            behind.reverse()
        }
    }

    private func advance(
        _ row: Int, _ keys: [Key], _ layers: [[State]], _ equations: Int, _ behind: [ClosedRange<ExactDecimal>],
        nextReadings: Int
    ) -> ([Key], [[State]]) {
        var nextKeys: [Key] = []
        var next: [State] = []
        var index: [Key: Int] = [:]
        for (from, key) in keys.enumerated() {
            for (candidateIndex, candidate) in rows[row].enumerated() {
                let newKey = add(candidate, factors[row], to: key, equations)
                let cost = layers.last![from].cost + candidate.cost
                if let known = index[newKey] {
                    merge(cost, (from, candidateIndex), into: &next[known])
                } else {
                    index[newKey] = nextKeys.count
                    nextKeys.append(newKey)
                    next.append(State(cost: cost, parents: [(from, candidateIndex)]))
                }
            }
        }
        let limit = min(Self.stateLimit, max(1, Self.workLimit / max(1, nextReadings)))
        if next.count > limit {
            let prices = next.indices.map { index in
                next[index].cost + Double(hopeless(nextKeys[index], behind)) * AssumptionCost.brokenColumn
            }
            let kept = next.indices.sorted { (prices[$0], $0) < (prices[$1], $1) }.prefix(limit)
            nextKeys = kept.map { nextKeys[$0] }
            next = kept.map { next[$0] }
        }
        return (nextKeys, layers + [next])
    }

    /// The sums that the rows to come cannot bring to 0.
    private func hopeless(_ key: Key, _ behind: [ClosedRange<ExactDecimal>]) -> Int {
        key.sums.indices.count { index in
            key.unknown & (1 << UInt32(index)) == 0 && !behind[index].contains(-key.sums[index])
        }
    }

    private func merge(_ cost: Double, _ parent: (Int, Int), into state: inout State) {
        if cost < state.cost - 1e-9 {
            state = State(cost: cost, parents: [parent])
        } else if cost <= state.cost + 1e-9 {
            state.parents.append(parent)
        }
    }

    private func add(_ candidate: RowCandidate, _ factors: [Int], to key: Key, _ equations: Int) -> Key {
        var key = key
        for column in 0..<width {
            let slot = candidate.slots[column]
            // A layout that blanks its totals does not say that they are 0.
            let isBlankTotal = if case .blank = slot { column == width - 1 } else { false }
            let summand = isBlankTotal ? nil : slot.summand
            for equation in 0..<equations where factors[equation] != 0 {
                guard let summand else {
                    key.unknown |= 1 << UInt32(equation * width + column)
                    continue
                }
                let at = equation * width + column
                key.sums[at] = factors[equation] > 0 ? key.sums[at] + summand : key.sums[at] - summand
            }
        }
        return key
    }

    private func broken(_ key: Key) -> [Int] {
        key.sums.indices.filter { !key.sums[$0].isZero && key.unknown & (1 << UInt32($0)) == 0 }
    }

    private func trace(_ keys: [Key], _ layers: [[State]], _ order: [Int]) -> Choice {
        let last = layers.last!
        let totals = last.indices.map { last[$0].cost + Double(broken(keys[$0]).count) * AssumptionCost.brokenColumn }
        let best = totals.min() ?? 0
        var alive = Set(last.indices.filter { totals[$0] <= best + 1e-9 })
        let brokenColumns = Set(alive.flatMap { broken(keys[$0]) }.map { $0 % max(width, 1) })
        var chosen = rows
        for (step, row) in order.enumerated().reversed() {
            var candidates: Set<Int> = []
            var before: Set<Int> = []
            for state in alive {
                for (parent, candidate) in layers[step + 1][state].parents {
                    candidates.insert(candidate)
                    before.insert(parent)
                }
            }
            chosen[row] = candidates.sorted().map { rows[row][$0] }
            alive = before
        }
        return Choice(rows: chosen, brokenColumns: brokenColumns)
    }
}
