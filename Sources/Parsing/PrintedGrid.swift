import Filings

/// Table three of a known table that prints a cell for each column of each line.
///
/// Where every sum of such a table holds with its empty cells as 0, and a row of the same cells has all its figures, the
/// empty cells are read by their places: nothing else would cost as little (`TableThreeReader`), and need be weighed.
struct PrintedGrid: Sendable {
    /// A line of the table: where its figures start among the table's, and its part in the columns' equations.
    private struct Line {
        var first: Int
        var factors: [Int]
        var shape: Int
    }

    private let lines: [Line]
    private let shapes: Int

    private static let width = ApplicantColumn.allCases.count
    /// The two equations of a column.
    private static let equations = 2

    /// Nil where the table prints less than all of table three, or its headings name something else. `rows` are those of
    /// the whole text, each figure in its cell.
    init?(_ figures: [PrintedTable.Figure], _ rows: [TableRow], _ form: StatutoryForm) {
        guard let region = TableThreeRegion.find(in: rows) else { return nil }
        let data = DataRow.rows(in: rows, region: region, of: form)
        guard data.count == form.tableThree.count, let first = data.first?.index,
            data.allSatisfy({ !$0.isGlued && $0.filledCount == Self.width }),
            WholeRows(data, width: Self.width).areAlike,
            NamedColumns.names(above: first, in: rows).count == Self.width,
            !TableThreeReader.hasSubtotals(NamedColumns.text(above: first, in: rows))
        else { return nil }
        var shapes: [WholeRows.Cells] = []
        var lines: [Line] = []
        for (row, line) in zip(data, form.tableThree) {
            guard let first = figures.firstIndex(where: { $0.measure == line.measures[0] }),
                figures[first...].prefix(Self.width).map(\.measure) == line.measures
            else { return nil }
            let shape = WholeRows.Cells(row)
            if !shapes.contains(shape) { shapes.append(shape) }
            lines.append(Line(first: first, factors: line.columnFactors, shape: shapes.firstIndex(of: shape)!))
        }
        self.lines = lines
        self.shapes = shapes.count
    }

    /// Whether the figures of a text leave no doubt about its empty cells.
    func isSound(_ matches: UnsafeBufferPointer<PrintedTable.Match>) -> Bool {
        var sums = [Int64](repeating: 0, count: Self.equations * Self.width)
        var isWhole = [Bool](repeating: false, count: shapes)
        var printsZero = false
        var partable = 0
        for line in lines {
            let cells = UnsafeBufferPointer(rebasing: matches[line.first..<line.first + Self.width])
            guard let row = Row(cells), row.isSound || row.isWhole else { return false }
            printsZero = printsZero || row.printsZero
            partable += row.mayBeParted ? 1 : 0
            if row.isWhole { isWhole[line.shape] = true }
            for (equation, factor) in line.factors.enumerated() where factor != 0 {
                for (column, cell) in cells.enumerated() {
                    sums[equation * Self.width + column] += Int64(factor) * cell.figure.mantissa
                }
            }
        }
        // Where no 0 is printed, or several rows may have lost the gap between two figures, other rules hold.
        return printsZero && partable < TableThreeReader.leastParted && isWhole.allSatisfy { $0 }
            && sums.allSatisfy { $0 == 0 }
    }

    /// The figures of a line.
    private struct Row {
        var isSound: Bool
        var printsZero: Bool
        var isWhole: Bool
        /// Whether it has fewer figures than columns, and digits enough for all of them.
        var mayBeParted: Bool

        /// Nil where the row's first or last cell is empty, so that its figures seem shifted, or a figure is no count.
        init?(_ cells: UnsafeBufferPointer<PrintedTable.Match>) {
            guard let first = cells.first, let total = cells.last, !first.isEmpty, !total.isEmpty else { return nil }
            var parts: Int64 = 0
            var digits = 0
            var filled = 0
            printsZero = false
            for cell in cells {
                guard cell.figure.scale == 0, cell.figure.mantissa >= 0 else { return nil }
                parts += cell.figure.mantissa
                digits += Int(cell.length)
                filled += cell.isEmpty ? 0 : 1
                printsZero = printsZero || !cell.isEmpty && cell.figure.mantissa == 0
            }
            isSound = parts == 2 * total.figure.mantissa
            isWhole = filled == cells.count
            mayBeParted = !isWhole && digits >= cells.count
        }
    }
}
