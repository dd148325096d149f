import Filings

/// The readings of a row whose cells are separated: which cells are which columns.
struct PatternCandidates {
    let cells: [TableRow.Cell]
    /// The index of `cells[0]` within its row.
    let offset: Int
    let header: HeaderGeometry
    let sums: [RowSum]
    /// Whether the row has lost its label, in whose place a 0 may stand.
    var isUnlabelled = false
    /// The price of a figure left out that its neighbours do not repeat.
    var leftOut = AssumptionCost.leftOutFigure

    private var width: Int { header.width }

    /// All readings worth weighing, cheapest first; empty when the row holds nothing.
    func all() -> [RowCandidate] {
        let filled = cells.indices.filter { !cells[$0].isBlank }
        // As many figures as columns: printed as the form has it, whatever they add up to.
        if filled.count == width { return [candidate(filled)] }
        var patterns: [[Int?]] = windows()
        if filled.count >= width, filled.count <= width + 4 { patterns += choices(of: filled) }
        if filled.count < width { patterns += placements() }
        var seen: Set<[Int?]> = []
        let all = patterns.filter { seen.insert($0).inserted }.map(candidate) + joined(filled)
        return all.sorted { $0.cost < $1.cost }
    }

    /// The only reading of a row with as many figures as columns; nil for other rows.
    static func whole(_ cells: [TableRow.Cell], offset: Int, width: Int) -> RowCandidate? {
        var slots: [RowCandidate.Slot] = []
        var pattern: [Int?] = []
        slots.reserveCapacity(width)
        pattern.reserveCapacity(width)
        for index in cells.indices where !cells[index].isBlank {
            guard slots.count < width else { return nil }
            slots.append(slot(cells[index]))
            pattern.append(index + offset)
        }
        return slots.count == width ? RowCandidate(slots: slots, cost: 0, pattern: pattern) : nil
    }

    /// As many neighbouring cells as the form has columns.
    private func windows() -> [[Int?]] {
        guard cells.count >= width else { return [] }
        return (0...(cells.count - width)).map { start in (0..<width).map { start + $0 } }
    }

    /// Any choice of filled cells, in order.
    private func choices(of filled: [Int]) -> [[Int?]] {
        var result: [[Int?]] = []
        func choose(_ from: Int, _ chosen: [Int]) {
            if chosen.count == width {
                result.append(chosen.map { $0 })
                return
            }
            guard filled.count - from >= width - chosen.count else { return }
            for next in from..<filled.count { choose(next + 1, chosen + [filled[next]]) }
        }
        choose(0, [])
        return result
    }

    /// Fewer cells than columns: every way in which some columns have none.
    private func placements() -> [[Int?]] {
        let first = cells.firstIndex { !$0.isBlank }
        let last = cells.lastIndex { !$0.isBlank }
        guard let first, let last else { return [] }
        var result: [[Int?]] = []
        let ends = Set([last, min(last + 1, cells.count - 1)])
        for end in ends.sorted() where end - first + 1 < width {
            let present = Array(first...end)
            guard present.count >= width - 3 || width > 7 && present.count >= width - 2 || present.count == 1 else {
                continue
            }
            place(present, into: &result)
        }
        return result
    }

    private func place(_ present: [Int], into result: inout [[Int?]]) {
        func put(_ column: Int, _ next: Int, _ pattern: [Int?]) {
            if column == width {
                if next == present.count { result.append(pattern) }
                return
            }
            if next < present.count { put(column + 1, next + 1, pattern + [present[next]]) }
            if width - column > present.count - next { put(column + 1, next, pattern + [nil]) }
        }
        put(0, 0, [])
    }

    /// Surplus cells because figures stand in two cells each.
    private func joined(_ filled: [Int]) -> [RowCandidate] {
        let surplus = filled.count - width
        guard (1...2).contains(surplus) else { return [] }
        var result: [RowCandidate] = []
        func join(_ next: Int, _ left: Int, _ slots: [RowCandidate.Slot]) {
            guard next < filled.count else {
                guard left == 0 else { return }
                let cost = AssumptionCost.joinedCells * Double(surplus) + RowCandidate.sumCost(slots, sums)
                return result.append(RowCandidate(slots: slots, cost: cost, pattern: []))
            }
            join(next + 1, left, slots + [Self.slot(cells[filled[next]])])
            guard left > 0, next + 1 < filled.count,
                let token = Self.joined(cells[filled[next]], cells[filled[next + 1]]),
                let value = token.value
            else { return }
            join(next + 2, left - 1, slots + [.figure(value, token)])
        }
        join(0, surplus, [])
        return result
    }

    /// Two neighbouring cells as one figure; the text keeps the gap between them.
    static func joined(_ first: TableRow.Cell, _ second: TableRow.Cell) -> ValueToken? {
        guard let head = first.value, let tail = second.value, head.unit == nil,
            let digits = head.plainDigits, digits.first != 0, let more = tail.plainDigits,
            let value = ExactDecimal((digits + more).map(String.init).joined())
        else { return nil }
        return ValueToken(
            content: .number(value), text: head.text + " " + tail.text, place: head.place, unit: tail.unit)
    }

    private func candidate(_ pattern: [Int?]) -> RowCandidate {
        let slots = pattern.map { index -> RowCandidate.Slot in
            guard let index else { return .none }
            return Self.slot(cells[index])
        }
        let surplus = leftOutCost(pattern)
        let cost = surplus + columnCost(pattern) + RowCandidate.sumCost(slots, sums)
        return RowCandidate(
            slots: slots, cost: cost, surplusCost: surplus, pattern: pattern.map { $0.map { $0 + offset } })
    }

    static func slot(_ cell: TableRow.Cell) -> RowCandidate.Slot {
        guard let token = cell.value else { return .blank(cell.place) }
        guard let value = token.value else { return .illegible(token) }
        return .figure(value, token)
    }

    private func leftOutCost(_ pattern: [Int?]) -> Double {
        let used = Set(pattern.compactMap { $0 })
        var cost = 0.0
        for index in cells.indices where !used.contains(index) && !cells[index].isBlank {
            let repeats = [index - 1, index + 1].contains { neighbour in
                cells.indices.contains(neighbour) && cells[neighbour].value?.value == cells[index].value?.value
            }
            let standsForLabel =
                isUnlabelled && index == cells.firstIndex { !$0.isBlank } && cells[index].value?.value?.isZero == true
            if standsForLabel {
                cost += AssumptionCost.zeroForLabel
                continue
            }
            cost += repeats ? AssumptionCost.repeatedFigure : leftOut
        }
        return cost
    }

    private func columnCost(_ pattern: [Int?]) -> Double {
        var cost = 0.0
        for (column, index) in pattern.enumerated() {
            guard let index else {
                cost += AssumptionCost.lostColumn
                if header.isKnown {
                    cost += header.named.contains(column) ? AssumptionCost.againstHeader : -AssumptionCost.lostColumn
                }
                continue
            }
            if cells[index].isBlank { cost += AssumptionCost.emptyCell }
            if header.isKnown, !header.named.contains(column) { cost += AssumptionCost.againstHeader }
            if let expected = header.indices[column], expected != index + offset { cost += AssumptionCost.offHeader }
        }
        return cost
    }
}
