import Filings

/// The columns that the headings right above table three name, where they name fewer than the form has and the rows
/// have as many figures: a table that was published without the others, or with one column for all organisations.
struct NamedColumns {
    /// Columns of the form, in its order; nil for the column of all organisations, which the form does not have.
    private let printed: [Int?]
    /// Those of the form.
    var columns: [Int] { printed.compactMap { $0 } }

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
        func haveFigures(_ count: Int) -> Bool {
            filled.count { $0.filledCount == count } * 10 >= filled.count * Self.share
        }
        if haveFigures(columns.count) {
            printed = columns
        } else if columns == Self.aroundOrganisations, haveFigures(3), Self.isGrouped(start, rows), Self.addUp(filled) {
            printed = [columns[0], nil, columns[1]]
        } else {
            return nil
        }
    }

    /// 自然人 and 总计, between which 法人或其他组织 may stand alone.
    private static let aroundOrganisations = [0, 6]

    private static func isGrouped(_ start: Int, _ rows: [TableRow]) -> Bool {
        let text = text(above: start, in: rows).utf8Bytes
        return groups.contains(where: text.includes)
    }

    /// Whether the third figure is the sum of the others in nearly all rows.
    private static func addUp(_ rows: [DataRow]) -> Bool {
        let sound = rows.count { row in
            let values = row.figures.compactMap { $0.value?.value }
            return values.count == 3 && values[0] + values[1] == values[2]
        }
        return sound * 10 >= rows.count * share
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
        guard row.filledCount >= printed.count else { return nil }
        guard row.filledCount == printed.count else { return .nothing(Self.characters.count) }
        let filled = row.figures.indices.filter { !row.figures[$0].isBlank }
        var slots = [RowCandidate.Slot](repeating: .none, count: Self.characters.count)
        var pattern = [Int?](repeating: nil, count: Self.characters.count)
        for (column, index) in zip(printed, filled) {
            guard let column else { continue }
            slots[column] = PatternCandidates.slot(row.figures[index])
            pattern[column] = index + row.offset
        }
        return RowCandidate(slots: slots, cost: 0, pattern: pattern)
    }
}
