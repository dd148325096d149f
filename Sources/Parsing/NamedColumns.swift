import Filings

/// The columns that the headings right above table three name, where they name fewer than the form has and the rows
/// have as many figures: a table that was published without the others.
struct NamedColumns {
    /// Columns of the form, in its order.
    let columns: [Int]

    /// Characters that stand in all spellings of a column's heading and in no other's, in the order of `ApplicantColumn`.
    /// A heading may wrap and stand in pieces: it is named where all of them stand, and missing where none does.
    private static let characters = ["自然", "商业", "科研", "益", "律", "其", "计"].map { $0.map { String($0).utf8Bytes } }
    /// The heading above the organisations' columns.
    static let groups = ["法人或者其他组织", "法人或其他组织"].map(\.utf8Bytes)
    /// Words with the characters of a heading that are none.
    private static let others = groups + ["其他组织".utf8Bytes]
    /// So many rows in ten must have as many figures as there are names.
    private static let share = 8

    /// `- 1 -` has three cells.
    private static let pageNumberCells = 3

    /// Nil where all columns may be named, or the rows do not have as many figures.
    init?(_ rows: [TableRow], above start: Int, _ data: [DataRow]) {
        let columns = Self.names(above: start, in: rows)
        guard (2..<Self.characters.count).contains(columns.count) else { return nil }
        let filled = data.filter { $0.filledCount > 0 }
        guard filled.count(where: { $0.filledCount == columns.count }) * 10 >= filled.count * Self.share else {
            return nil
        }
        self.columns = columns
    }

    /// The words between the table above and the first row of figures.
    static func text(above start: Int, in rows: [TableRow]) -> String {
        var text = ""
        for row in rows[max(0, start - HeaderReader.reach)..<start].reversed() {
            if row.cells.contains(where: { $0.words?.proactiveLine != nil }) { break }
            // A page's number may stand between headings.
            if row.cells.contains(where: { $0.value != nil }) {
                if row.cells.count > pageNumberCells { break } else { continue }
            }
            text = row.cells.compactMap { $0.words?.text.string }.joined() + text
        }
        return text
    }

    /// The columns named above the first row of figures; all where a heading may stand in pieces.
    static func names(above start: Int, in rows: [TableRow]) -> [Int] {
        let text = text(above: start, in: rows).utf8Bytes.without(others)
        let all = Array(characters.indices)
        let named = all.filter { column in characters[column].allSatisfy(text.includes) }
        let isClear = all.allSatisfy { named.contains($0) || !characters[$0].contains(where: text.includes) }
        return isClear ? named : all
    }

    /// The row's figures in the columns named; nothing for a row with more, nil for one with fewer.
    func candidate(_ row: DataRow) -> RowCandidate? {
        guard row.filledCount >= columns.count else { return nil }
        guard row.filledCount == columns.count else { return .nothing(Self.characters.count) }
        let filled = row.figures.indices.filter { !row.figures[$0].isBlank }
        var slots = [RowCandidate.Slot](repeating: .none, count: Self.characters.count)
        var pattern = [Int?](repeating: nil, count: Self.characters.count)
        for (column, index) in zip(columns, filled) {
            slots[column] = PatternCandidates.slot(row.figures[index])
            pattern[column] = index + row.offset
        }
        return RowCandidate(slots: slots, cost: 0, pattern: pattern)
    }
}
