import Filings

/// Table three whose labels are lost: as many rows of figures as the form has lines, which the form's identities prove.
struct UnlabelledRows {
    private let form: StatutoryForm

    private static let width = ApplicantColumn.allCases.count

    init(form: StatutoryForm) { self.form = form }

    /// The rows with the form's labels on those of such a table; nil where none stands among them.
    func labelled(_ rows: [TableRow]) -> [TableRow]? {
        let height = form.tableThree.count
        var start = 0
        while start + height <= rows.count {
            let end = rows[start...].firstIndex { !Self.isUnlabelled($0) } ?? rows.count
            let figures = rows[start..<end].filter { $0.endOfWords < $0.cells.count }
            guard figures.count == height, let found = table(figures, isHeaded: Self.isHeaded(rows[..<start])) else {
                start = max(end, start + 1)
                continue
            }
            var result = rows
            result.replaceSubrange(start..<end, with: found)
            return result
        }
        return nil
    }

    /// Nothing but figures, empty cells, and marks of a list in front; or such a mark alone, as a group's row has.
    private static func isUnlabelled(_ row: TableRow) -> Bool {
        let figures = row.cells[row.endOfWords...]
        return (figures.isEmpty && !row.cells.isEmpty || (width...(width + 1)).contains(figures.count))
            && row.cells[..<row.endOfWords].allSatisfy { $0.words.map { isListMark($0.text.string) } ?? $0.isBlank }
            && figures.allSatisfy { $0.isBlank || $0.value?.value != nil }
    }

    /// Whether the applicants' headings stand right above.
    private static func isHeaded(_ rows: ArraySlice<TableRow>) -> Bool {
        let text = rows.suffix(headingRows).flatMap(\.cells).compactMap { $0.words?.text.string }.joined()
        return ApplicantColumn.allCases.dropLast(2).allSatisfy { text.includes(anyOf: $0.words) }
    }

    private static let headingRows = 3

    /// `一、`, `（一）`, `1.`: what is left of a label.
    private static func isListMark(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { "0123456789一二三四五六七八九十.、,()．。:".unicodeScalars.contains($0) }
    }

    /// The rows with their labels and seven figures each, where nearly all columns balance.
    private func table(_ rows: [TableRow], isHeaded: Bool) -> [TableRow]? {
        let figures = rows.map { Array($0.cells[$0.endOfWords...]) }
        guard let count = figures.first?.count, figures.allSatisfy({ $0.count == count }) else { return nil }
        // One column more is no figure of the form: numbers of lines, subtotals. All rows add up without it.
        let choices =
            count == Self.width
            ? [figures]
            : (0..<count).map { column in
                figures.map { row in Array(row[..<column] + row[(column + 1)...]) }
            }
        let sound = choices.filter { count == Self.width || $0.allSatisfy(Self.addsUp) }
            .filter { balances($0, provesZeros: isHeaded) }
        guard let first = sound.first, sound.allSatisfy({ Self.values($0) == Self.values(first) }) else { return nil }
        return zip(form.tableThree, first).map { line, cells in
            var row = TableRow(cells: cells, isParagraph: false)
            row.label = .requestLine(line.key)
            return row
        }
    }

    private static func values(_ rows: [[TableRow.Cell]]) -> [ExactDecimal?] {
        rows.flatMap { $0.map { $0.value?.value } }
    }

    private static func summand(_ cell: TableRow.Cell) -> ExactDecimal { cell.value?.value ?? .zero }

    private static func addsUp(_ row: [TableRow.Cell]) -> Bool {
        row.dropLast().reduce(.zero) { $0 + summand($1) } == summand(row[row.count - 1])
    }

    /// Whether the identities of at least six columns hold, and figures other than 0, or headings, make that mean
    /// something.
    private func balances(_ rows: [[TableRow.Cell]], provesZeros: Bool) -> Bool {
        let broken = (0..<Self.width).count { column in
            var (cases, outcomes) = (ExactDecimal.zero, ExactDecimal.zero)
            for (line, row) in zip(form.tableThree, rows) {
                let value = Self.summand(row[column])
                let factors = line.columnFactors
                cases = cases + (factors[0] == 0 ? .zero : factors[0] > 0 ? value : -value)
                outcomes = outcomes + (factors[1] == 0 ? .zero : factors[1] > 0 ? value : -value)
            }
            return !cases.isZero || !outcomes.isZero
        }
        return broken <= 1 && (provesZeros || rows.contains { $0.contains { !Self.summand($0).isZero } })
    }
}
