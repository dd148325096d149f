import Filings

/// Figures of table four that stand together: a block of five, or all three blocks in one row.
struct ReviewBlock {
    /// The block that words name, by its measures' key.
    var key: String?
    var figures: [TableRow.Cell]
    /// How many cells of the row stand in front of the figures.
    var offset = 0
    var isGlued = false
    /// Where the outcomes' headings stand on the page.
    var headings: [Range<Int>] = []
    /// The rows of headings.
    var heads: [TableRow] = []
    /// The outcomes in the order of the headings right above five figures, where these name each of them once.
    var order: [ReviewColumn]?
    /// Whether no heading, but the figures' sums tell that they are table four's.
    var isFoundBySums = false

    /// How many figures the characters give at most.
    fileprivate var mostFigures: Int { ValueToken.mostFigures(figures.compactMap(\.value)) }

    /// Whether the headings name more blocks than there are figures for, and nothing tells which have none.
    fileprivate var lacksFigures: Bool {
        blockCount > 1 && !isAligned && max(figures.count, mostFigures) < blockCount * ReviewColumn.allCases.count
    }

    /// How many blocks the headings name.
    private var blockCount: Int { Set(heads.flatMap(\.cells).flatMap { $0.words?.reviewBlocks ?? [] }).count }

    /// Whether the figures' places are known.
    private var isAligned: Bool { figures.allSatisfy { $0.span != nil } }

    /// Whether cells without a figure stand among figures that are parted by their places alone, which nothing tells.
    func hasGaps(of width: Int) -> Bool {
        !isGlued && mostFigures < width && isAligned
    }

    var holdsFigure: Bool { figures.contains { $0.isValue } }

    /// Whether it holds more than one block.
    var isWhole: Bool {
        let width = ReviewColumn.allCases.count
        return figures.compactMap(\.value).count >= 2 * width || figures.count >= 3 * width
            || isGlued && mostFigures >= 3 * width || isAligned && offset == 0 && blockCount > 1
    }
}

/// Finds the blocks of table four among a document's rows, in the first of its shapes that occurs: figures under
/// headings of outcomes; a line for each outcome; fifteen figures under the section's heading.
struct ReviewBlocks {
    let form: StatutoryForm

    private static let outcomes = ReviewColumn.allCases

    func find(in rows: [TableRow]) -> [ReviewBlock] {
        for shape in [underOutcomes, byLines, underSectionHeading] {
            var blocks = shape(rows)
            // The form may stand empty above the one that is filled in.
            if blocks.count > 1, blocks.contains(where: { $0.isWhole && $0.holdsFigure }) {
                blocks.removeAll { !$0.holdsFigure }
            }
            if !blocks.isEmpty { return parted(blocks) }
        }
        return []
    }

    /// Both suits in a table of their own behind the one of reconsiderations.
    private func parted(_ blocks: [ReviewBlock]) -> [ReviewBlock] {
        let width = Self.outcomes.count
        guard blocks.count == 2, blocks[0].figures.count == width, blocks[1].figures.count == 2 * width,
            form.tableFour.count == 3, blocks[0].key == form.tableFour[0].key
        else { return blocks }
        return [blocks[0]]
            + zip(form.tableFour[1...], [0, width]).map { part, start in
                ReviewBlock(
                    key: part.key, figures: Array(blocks[1].figures[start..<(start + width)]), offset: start,
                    isGlued: blocks[1].isGlued)
            }
    }

    private func underOutcomes(_ rows: [TableRow]) -> [ReviewBlock] {
        var blocks: [ReviewBlock] = []
        var pending = false
        /// Whether the row above was a block's, with its name in front.
        var followsNamedBlock = false
        var key: String?
        var headings: [Range<Int>] = []
        var heads: [TableRow] = []
        var outcomeRow: TableRow?
        for (position, row) in rows.enumerated() {
            if Self.isOfYearBefore(row, rows[(position + 1)...].first) { continue }
            var outcomes = 0
            var isRunTogether = false
            var block: String?
            // 其他 and 总计 head columns of table three as well.
            let isOfRequests = row.cells.contains { $0.words.map(TableRow.isApplicantHeading) ?? false }
            for cell in row.cells {
                guard let words = cell.words else { continue }
                outcomes += words.isPartOfReviewOutcome && !isOfRequests ? 1 : 0
                isRunTogether = isRunTogether || words.holdsReviewHeadings
                block = words.reviewBlock ?? block
            }
            if !row.isGlued || isRunTogether, let block { key = block }
            if outcomes >= 3 || isRunTogether { pending = true }
            // Two of the words head columns of table three as well.
            if outcomes >= 3 || !headings.isEmpty && !row.holdsValue {
                headings += row.cells.filter { $0.words?.isPieceOfReviewHeading ?? false }.compactMap(\.span)
            }
            if block != nil || outcomes >= 3 { heads.append(row) }
            if outcomes >= 3 { outcomeRow = row }
            let isNamed = block != nil && outcomes == 0
            guard pending || followsNamedBlock && isNamed, var found = figures(of: row, key: key, under: headings)
            else {
                followsNamedBlock = false
                continue
            }
            found.heads = heads
            found.order = outcomeRow.flatMap { Self.order(of: $0, above: found) }
            if !found.lacksFigures { blocks.append(found) }
            followsNamedBlock = isNamed
            pending = false
            heads = []
            key = nil
            headings = []
        }
        return blocks
    }

    /// The outcomes that a row of headings names cell by cell above a block's figures.
    private static func order(of row: TableRow, above block: ReviewBlock) -> [ReviewColumn]? {
        guard block.figures.count == outcomes.count, row.cells.count == block.offset + outcomes.count else {
            return nil
        }
        let order = row.cells[block.offset...].compactMap { $0.words?.reviewOutcome }
        return Set(order).count == outcomes.count ? order : nil
    }

    /// Whether a row has the figures of the year before those of the next row: 2022年 above 2023年, 上年 above 本年.
    private static func isOfYearBefore(_ row: TableRow, _ next: TableRow?) -> Bool {
        guard let next, row.valueCount >= outcomes.count, row.valueCount == next.valueCount,
            let name = row.cells.first?.words?.text.string, let other = next.cells.first?.words?.text.string
        else { return false }
        if let year = Int(name.prefix { $0.isNumber }), let later = Int(other.prefix { $0.isNumber }) {
            return FilingYears.plausible.contains(year) && year + 1 == later
        }
        return name.includes(anyOf: SurplusColumns.lastYear) && other.includes(anyOf: SurplusColumns.thisYear)
    }

    /// The numbers of columns (栏次) above the figures: 1, 2, 3 and so on.
    private static func areNumbersOfColumns(_ figures: [TableRow.Cell]) -> Bool {
        figures.count >= outcomes.count
            && figures.enumerated().allSatisfy { $0.element.value?.value == ExactDecimal(Int64($0.offset + 1)) }
    }

    private func figures(of row: TableRow, key: String?, under headings: [Range<Int>]) -> ReviewBlock? {
        let offset = row.endOfWords
        let figures = Array(row.cells[offset...])
        if Self.areNumbersOfColumns(figures) { return nil }
        let block = ReviewBlock(
            key: key, figures: figures, offset: offset,
            isGlued: row.isGlued || figures.count < Self.outcomes.count, headings: headings)
        let isWide = block.figures.count >= Self.outcomes.count
        // A row of nothing but empty cells under the headings is the table, left blank.
        let isBlankRow = offset == 0 && !block.holdsFigure && isWide
        return isWide && block.holdsFigure || block.mostFigures >= Self.outcomes.count || isBlankRow ? block : nil
    }

    /// A line for each outcome, and a column for each block or one block below another.
    private func byLines(_ rows: [TableRow]) -> [ReviewBlock] {
        var blocks: [ReviewBlock] = []
        var start = rows.startIndex
        while start + Self.outcomes.count <= rows.endIndex {
            let lines = rows[start..<(start + Self.outcomes.count)]
            let figures = lines.map { Array($0.cells[$0.endOfWords...]) }
            guard lines.map(\.outcome) == Self.outcomes, let width = figures.first?.count,
                (1...form.tableFour.count).contains(width), figures.allSatisfy({ $0.count == width })
            else {
                start += 1
                continue
            }
            let above = rows[..<start].suffix(Self.headingRows).flatMap(\.cells) + lines.first!.cells
            let names = above.compactMap { $0.words?.reviewBlock }
            blocks += (0..<width).map { column in
                ReviewBlock(
                    key: names.count == width ? names[column] : width == 1 ? names.last : nil,
                    figures: figures.map { $0[column] })
            }
            start += Self.outcomes.count
        }
        return blocks
    }

    /// The headings of such a table stand in so many rows above it.
    private static let headingRows = 2

    /// The section's heading, then headings in pieces that nobody can put together, then fifteen figures that add up.
    private func underSectionHeading(_ rows: [TableRow]) -> [ReviewBlock] {
        let width = form.tableFour.count * Self.outcomes.count
        for start in rows.indices where rows[start].namesReviewsSection {
            for row in rows[(start + 1)...] {
                // From there the search starts again.
                if row.namesReviewsSection { break }
                if let words = row.cells.first?.words, words.approximateLength > CellWords.labelLength { break }
                guard row.cells.count == width, row.cells.allSatisfy({ $0.value?.value != nil }) else { continue }
                let values = row.cells.compactMap { $0.value?.value }
                let broken = stride(from: 0, to: width, by: Self.outcomes.count).count { block in
                    values[block..<(block + Self.outcomes.count - 1)].reduce(.zero, +)
                        != values[block + Self.outcomes.count - 1]
                }
                return broken <= 1 ? [ReviewBlock(figures: row.cells, isFoundBySums: true)] : []
            }
        }
        return []
    }
}

extension TableRow {
    /// The outcome that the row's last words name.
    fileprivate var outcome: ReviewColumn? {
        endOfWords > 0 ? cells[endOfWords - 1].words?.reviewOutcome : nil
    }

    /// Whether the row is the heading of the section on reviews and suits.
    fileprivate var namesReviewsSection: Bool {
        guard cells.count == 1, let words = cells[0].words, words.approximateLength <= 40 else { return false }
        return words.text.contains(Self.reviewWords) && words.text.contains(Self.suitWords)
    }

    private static let reviewWords = "行政复议".utf8Bytes
    private static let suitWords = "行政诉讼".utf8Bytes
}
