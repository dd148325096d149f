import Filings

/// Reads table four: fifteen figures in one row, or three tables of five, or digits run together; the three block
/// sums choose among the readings.
struct TableFourReader {
    let form: StatutoryForm

    struct Result {
        var readings: [(measure: MeasureID, reading: Reading)] = []
        var notes: [ReadingNote] = []
    }

    private var blockWidth: Int { ReviewColumn.allCases.count }

    /// The headings of a block, and the row of figures under them.
    private struct Block {
        var key: String?
        var figures: [TableRow.Cell]
        var offset: Int
        var isGlued: Bool
        /// Where the outcomes' headings stand on the page.
        var headings: [Range<Int>]
        /// The rows of headings.
        var heads: [TableRow] = []
    }

    func read(_ rows: [TableRow]) -> Result? {
        let printed = blocks(in: rows)
        let blocks = printed.isEmpty ? transposedBlocks(in: rows) : printed
        guard !blocks.isEmpty else { return nil }
        if let whole = blocks.first(where: { isWhole($0) }) {
            return read(ordered(whole), measures: form.tableFour.flatMap(\.measures))
        }
        var result = Result()
        var free = form.tableFour
        for block in blocks.prefix(form.tableFour.count) {
            let index = block.key.flatMap { key in free.firstIndex { $0.key == key } } ?? 0
            guard !free.isEmpty else { break }
            let part = read(block, measures: free.remove(at: index).measures)
            result.readings += part.readings
        }
        return result
    }

    /// The figures in the form's order, where headings of as many cells name each of them in another.
    private func ordered(_ block: Block) -> Block {
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

    private func isWhole(_ block: Block) -> Bool {
        let tokens = block.figures.compactMap(\.value)
        let digits = tokens.reduce(0) { $0 + max(1, $1.plainDigits?.count ?? 1) }
        return tokens.count >= 2 * blockWidth || block.figures.count >= 3 * blockWidth
            || block.isGlued && digits >= 3 * blockWidth
    }

    private func blocks(in rows: [TableRow]) -> [Block] {
        var blocks: [Block] = []
        var pending = false
        var key: String?
        var headings: [Range<Int>] = []
        var heads: [TableRow] = []
        for row in rows {
            var outcomes = 0
            var isRunTogether = false
            var block: String?
            for cell in row.cells {
                guard let words = cell.words else { continue }
                outcomes += words.isPartOfReviewOutcome ? 1 : 0
                isRunTogether = isRunTogether || words.holdsReviewHeadings
                block = words.reviewBlock ?? block
            }
            if !row.isGlued || isRunTogether, let block { key = block }
            if outcomes >= 3 || isRunTogether { pending = true }
            // Two of the words head columns of table three as well.
            if outcomes >= 3 {
                headings += row.cells.filter { $0.words?.isPartOfReviewOutcome ?? false }.compactMap(\.span)
            }
            if block != nil || outcomes >= 3 { heads.append(row) }
            guard pending, var block = figures(of: row, key: key, under: headings) else { continue }
            block.heads = heads
            blocks.append(block)
            pending = false
            heads = []
            key = nil
            headings = []
        }
        return blocks
    }

    /// The table with a line for each outcome and a column for each block.
    private func transposedBlocks(in rows: [TableRow]) -> [Block] {
        let outcomes = ReviewColumn.allCases
        for start in rows.indices.dropLast(outcomes.count - 1) where rows[start].outcome == outcomes[0] {
            let lines = rows[start..<(start + outcomes.count)]
            guard lines.map(\.outcome) == outcomes else { continue }
            let figures = lines.map { Array($0.cells[$0.endOfWords...]) }
            guard let width = figures.first?.count, (1...form.tableFour.count).contains(width),
                figures.allSatisfy({ $0.count == width })
            else { continue }
            let names = rows[..<start].suffix(Self.headingRows).flatMap(\.cells).compactMap { $0.words?.reviewBlock }
            return (0..<width).map { column in
                Block(
                    key: names.count == width ? names[column] : nil, figures: figures.map { $0[column] }, offset: 0,
                    isGlued: false, headings: [])
            }
        }
        return []
    }

    /// The headings of a transposed table stand in so many rows above it.
    private static let headingRows = 2

    private func figures(of row: TableRow, key: String?, under headings: [Range<Int>]) -> Block? {
        let offset = row.endOfWords
        let cells = Array(row.cells[offset...])
        let tokens = cells.compactMap(\.value)
        let digits = tokens.reduce(0) { $0 + max(1, $1.plainDigits?.count ?? 1) }
        // A row of nothing but empty cells under the headings is the table, left blank.
        let isBlankRow = offset == 0 && tokens.isEmpty && cells.count >= blockWidth
        guard cells.count >= blockWidth && !tokens.isEmpty || digits >= blockWidth || isBlankRow else { return nil }
        return Block(
            key: key, figures: cells, offset: offset, isGlued: row.isGlued || cells.count < blockWidth,
            headings: headings)
    }

    private func read(_ block: Block, measures: [MeasureID]) -> Result {
        let width = measures.count
        let sums = stride(from: 0, to: width, by: blockWidth).map { start in
            RowSum(parts: start..<(start + blockWidth - 1), total: start + blockWidth - 1)
        }
        let candidates = candidates(block, width: width, sums: sums)
        var result = Result()
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

    private func candidates(_ block: Block, width: Int, sums: [RowSum]) -> [RowCandidate] {
        let tokens = block.figures.compactMap(\.value)
        if let aligned = AlignedColumns(headings: block.headings, width: width)?.slots(block.figures) {
            return [RowCandidate(slots: aligned, cost: RowCandidate.sumCost(aligned, sums), pattern: [])]
        }
        if tokens.count < width, block.isGlued || tokens.contains(where: { $0.content == .digits }) {
            let parted = SplitCandidates(tokens: tokens, width: width, sums: sums).all()
            if !parted.isEmpty { return parted }
        }
        let patterns = PatternCandidates(
            cells: block.figures, offset: block.offset, header: HeaderGeometry(width: width), sums: sums)
        return patterns.all()
    }
}

extension TableRow {
    /// The outcome that the row's only words name.
    fileprivate var outcome: ReviewColumn? {
        guard endOfWords == 1 else { return nil }
        return cells[0].words?.reviewOutcome
    }
}
