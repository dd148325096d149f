/// The cells of a table with their spans, as a web page or a Word document merges them.
struct SheetSpans {
    struct Cell {
        var text: String
        var columns = 1
        var rows = 1
        /// Covered by a cell above: a web page leaves it out, a Word document writes it as a continuation.
        var continues = false
        var isFigure = false
    }

    private(set) var rows: [[Cell]] = []
    private let sheet: [FilingSheet.Row]
    private let width: Int
    /// Where a cell from above or from the left already stands; the value is the width of one from above.
    private var taken: [[Int?]]

    init(_ sheet: [FilingSheet.Row]) {
        self.sheet = sheet
        width = sheet.map { $0.labels.count + $0.cells.count }.max() ?? 0
        taken = Array(repeating: Array(repeating: nil, count: width), count: sheet.count)
        for row in sheet.indices { rows.append(lay(row)) }
    }

    /// nil behind the row's last cell.
    private func text(_ row: Int, _ column: Int) -> String? {
        let cells = sheet[row].labels + sheet[row].cells
        return column < cells.count ? cells[column] : nil
    }

    /// Labels merge with empty labels, headings with empty headings; figures only with the rest of a short row.
    private func merges(_ row: Int, _ from: Int, _ column: Int) -> Bool {
        guard taken[row][column] == nil else { return false }
        guard let text = text(row, column) else { return true }
        let labels = sheet[row].labels.count
        return text.isEmpty && (from < labels ? column < labels : sheet[row].isHeading)
    }

    private mutating func lay(_ row: Int) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        while column < width {
            if let covered = taken[row][column] {
                cells.append(Cell(text: "", columns: covered, continues: true))
                column += covered
                continue
            }
            var end = column + 1
            while end < width, merges(row, column, end) { end += 1 }
            let text = text(row, column) ?? ""
            let isLabel = column < sheet[row].labels.count
            var below = row + 1
            if !text.isEmpty, isLabel || sheet[row].isHeading {
                while below < sheet.count, sheet[below].isHeading == sheet[row].isHeading,
                    (column..<end).allSatisfy({ self.text(below, $0) == "" && taken[below][$0] == nil })
                {
                    taken[below].replaceSubrange(
                        column..<end, with: Array(repeating: end - column, count: end - column))
                    below += 1
                }
            }
            cells.append(
                Cell(text: text, columns: end - column, rows: below - row, isFigure: !isLabel && !sheet[row].isHeading))
            column = end
        }
        return cells
    }
}
