import Filings

/// Chooses among the readings of all rows together: the cheapest combination that breaks the fewest identities of
/// the columns. Where several combinations are equally good, all their readings are kept.
///
/// Rows are taken one by one; partial choices with the same column sums are merged, so that the work grows with
/// the number of different sums and not with the number of combinations.
struct ReadingSolver {
    /// Per row: its readings, cheapest first.
    let rows: [[RowCandidate]]
    /// Per row: for every column equation, the factor of this row (-1, 0, 1).
    let factors: [[Int]]
    let width: Int

    private static let stateLimit = 6_000

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
        var keys = [Key(sums: Array(repeating: .zero, count: equations * width), unknown: 0)]
        var layers: [[State]] = [[State(cost: 0, parents: [])]]
        for row in rows.indices {
            (keys, layers) = advance(row, keys, layers, equations)
        }
        return trace(keys, layers)
    }

    private func advance(_ row: Int, _ keys: [Key], _ layers: [[State]], _ equations: Int) -> ([Key], [[State]]) {
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
        if next.count > Self.stateLimit {
            let kept = next.indices.sorted { (next[$0].cost, $0) < (next[$1].cost, $1) }.prefix(Self.stateLimit)
            nextKeys = kept.map { nextKeys[$0] }
            next = kept.map { next[$0] }
        }
        return (nextKeys, layers + [next])
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

    private func trace(_ keys: [Key], _ layers: [[State]]) -> Choice {
        let last = layers.last!
        let totals = last.indices.map { last[$0].cost + Double(broken(keys[$0]).count) * AssumptionCost.brokenColumn }
        let best = totals.min() ?? 0
        var alive = Set(last.indices.filter { totals[$0] <= best + 1e-9 })
        let brokenColumns = Set(alive.flatMap { broken(keys[$0]) }.map { $0 % max(width, 1) })
        var chosen: [[RowCandidate]] = Array(repeating: [], count: rows.count)
        for row in rows.indices.reversed() {
            var candidates: Set<Int> = []
            var before: Set<Int> = []
            for state in alive {
                for (parent, candidate) in layers[row + 1][state].parents {
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
