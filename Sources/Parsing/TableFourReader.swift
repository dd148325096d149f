import Filings

/// Reads table four: fifteen figures in one row, or three tables of five, or digits run together; the three block
/// sums choose among the readings.
struct TableFourReader {
    let form: StatutoryForm

    private var blockWidth: Int { ReviewColumn.allCases.count }

    func read(_ rows: [TableRow]) -> ReadTable? {
        let blocks = ReviewBlocks(form: form).find(in: rows)
        guard !blocks.isEmpty else { return nil }
        if let whole = blocks.first(where: \.isWhole) {
            var result = read(ordered(whole), measures: form.tableFour.flatMap(\.measures))
            result.isByPlace = !whole.isFoundBySums
            return result
        }
        var result = ReadTable()
        var free = form.tableFour
        for block in blocks.prefix(form.tableFour.count) {
            let index = block.key.flatMap { key in free.firstIndex { $0.key == key } } ?? 0
            guard !free.isEmpty else { break }
            let part = read(underHeadings(block), measures: free.remove(at: index).measures)
            result.readings += part.readings
        }
        return result
    }

    /// The five figures of a block in the form's order, where its headings stand in another.
    private func underHeadings(_ block: ReviewBlock) -> ReviewBlock {
        guard let order = block.order else { return block }
        var result = block
        result.figures = ReviewColumn.allCases.compactMap { column in
            order.firstIndex(of: column).map { block.figures[$0] }
        }
        return result
    }

    /// The figures in the form's order, where headings of as many cells name each of them in another.
    private func ordered(_ block: ReviewBlock) -> ReviewBlock {
        let count = block.figures.count
        let width = form.tableFour.count * blockWidth
        guard count == width, block.offset == 0, !block.isGlued else { return block }
        let heads = block.heads.filter { $0.cells.count == width }
        var starts: [Int] = []
        for part in form.tableFour {
            // A block's own heading stands behind the one that it shares with another.
            guard
                let start = heads.lazy.compactMap({ row in
                    row.cells.firstIndex { $0.words?.reviewBlock == part.key }
                }).first
            else { return block }
            starts.append(start)
        }
        let order = starts.enumerated().sorted { $0.element < $1.element }.map(\.offset)
        var outcomes: [ReviewColumn?] = Array(repeating: nil, count: width)
        for row in heads {
            for (index, cell) in row.cells.enumerated() {
                outcomes[index] = cell.words?.reviewOutcome ?? outcomes[index]
            }
        }
        var figures: [TableRow.Cell] = []
        for part in form.tableFour.indices {
            guard let place = order.firstIndex(of: part) else { return block }
            let columns = place * blockWidth..<(place + 1) * blockWidth
            for outcome in ReviewColumn.allCases {
                guard let index = columns.first(where: { outcomes[$0] == outcome }) else { return block }
                figures.append(block.figures[index])
            }
        }
        var result = block
        result.figures = figures
        return result
    }

    private func read(_ block: ReviewBlock, measures: [MeasureID]) -> ReadTable {
        let width = measures.count
        let sums = stride(from: 0, to: width, by: blockWidth).map { start in
            RowSum(parts: start..<(start + blockWidth - 1), total: start + blockWidth - 1)
        }
        let candidates = candidates(block, width: width, sums: sums)
        var result = ReadTable()
        guard let cheapest = candidates.map(\.cost).min() else { return result }
        let best = candidates.filter { $0.cost <= cheapest + 1e-9 }
        let isBroken = cheapest >= AssumptionCost.brokenSum
        for column in 0..<width {
            let reason: ReadingReason? = candidates.count > 1 ? (isBroken ? .fewestBroken : .identities) : nil
            result.readings.append(
                (
                    measures[column],
                    SlotReading.reading(best.map { $0.slots[column] }, reason: reason)
                ))
        }
        return result
    }

    /// The cells in their order, where there is one for every column.
    private func byPlace(_ block: ReviewBlock, width: Int, sums: [RowSum]) -> RowCandidate? {
        guard !block.isGlued, block.figures.count == width,
            block.figures.allSatisfy({ $0.span == nil && $0.value?.content != .digits }),
            block.holdsFigure
        else { return nil }
        let slots = block.figures.map(PatternCandidates.slot)
        return RowCandidate(slots: slots, cost: RowCandidate.sumCost(slots, sums), pattern: [])
    }

    private func candidates(_ block: ReviewBlock, width: Int, sums: [RowSum]) -> [RowCandidate] {
        let tokens = block.figures.compactMap(\.value)
        if let aligned = AlignedColumns(headings: block.headings, width: width)?.slots(block.figures) {
            return [RowCandidate(slots: aligned, cost: RowCandidate.sumCost(aligned, sums), pattern: [])]
        }
        if block.hasGaps(of: width) { return [] }
        if let cells = byPlace(block, width: width, sums: sums) { return [cells] }
        // So many more figures are those of blocks that the form does not have.
        if tokens.count >= width + blockWidth, width > blockWidth { return [] }
        if tokens.count < width, block.isGlued || tokens.contains(where: { $0.content == .digits }) {
            let parted = SplitCandidates(tokens: tokens, width: width, sums: sums).all()
            if !parted.isEmpty { return parted }
        }
        let patterns = PatternCandidates(
            cells: block.figures, offset: block.offset, header: HeaderGeometry(width: width), sums: sums)
        return patterns.all()
    }
}
