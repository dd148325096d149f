import Filings

/// The readings of a row that runs together, for the columns that the table's heading names.
struct GluedColumns {
    let header: HeaderGeometry
    let width: Int

    func candidates(_ tokens: [ValueToken]) -> [RowCandidate] {
        let lost = lostColumns
        let kept = (0..<width).filter { !lost.contains($0) }
        guard let total = kept.last, total == width - 1, kept.count >= 2 else { return [] }
        let sums = [RowSum(parts: 0..<(kept.count - 1), total: kept.count - 1)]
        let split = SplitCandidates(tokens: tokens, width: kept.count, sums: sums).all()
        guard !lost.isEmpty else { return split }
        return split.map { candidate in
            var slots = Array(repeating: RowCandidate.Slot.none, count: width)
            for (column, slot) in zip(kept, candidate.slots) { slots[column] = slot }
            return RowCandidate(slots: slots, cost: candidate.cost, pattern: [])
        }
    }

    /// Columns that the heading leaves out; none when no heading was found.
    private var lostColumns: Set<Int> {
        header.isKnown ? Set(0..<width).subtracting(header.named) : []
    }
}
