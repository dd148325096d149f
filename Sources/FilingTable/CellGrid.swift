import ColumnStore
import Filings

/// Cells of several columns, filled row by row by several threads, each with rows of its own.
struct CellGrid {
    /// The reason of a null cell, by column, that is not listed cell by cell.
    private let usualReasons: [NullReason]
    private let values: DecimalGrid
    /// By column, in the order of rows.
    private let notes: [[CellNote]]

    /// Fills columns, each with its usual reason for having no number, a block of rows at a time; with what filling
    /// each block gave beside its cells.
    static func filled<Aside: Sendable>(
        usualReasons: [NullReason], rows: Int, jobs: Int, _ fill: @Sendable (inout CellBlock) -> Aside
    ) -> (grid: CellGrid, asides: [Aside]) {
        let grid = DecimalGrid(columns: usualReasons.count, rows: rows)
        let starts = Array(stride(from: 0, to: rows, by: CellBlock.rows))
        let blocks = ConcurrentMap.values(count: starts.count, jobs: jobs) { index in
            let range = starts[index]..<min(starts[index] + CellBlock.rows, rows)
            var block = CellBlock(range: range, usualReasons: usualReasons, values: grid)
            let aside = fill(&block)
            return (notes: block.notes, aside: aside)
        }
        var notes = [[CellNote]](repeating: [], count: usualReasons.count)
        for block in blocks {
            for note in block.notes { notes[Int(note.column)].append(note) }
        }
        return (CellGrid(usualReasons: usualReasons, values: grid, notes: notes), blocks.map(\.aside))
    }

    /// A finished column; `asked` are the rows whose form has the cell.
    func column(_ index: Int, asked: Bitmap) -> CellColumn {
        let (column, refused) = values.column(index)
        let marks = notes[index]
        var reasons = marks.compactMap { note in note.reason.map { (note.row, $0) } }
        reasons += refused.map { (UInt32($0), .unrepresentable) }
        reasons.sort { $0.0 < $1.0 }
        func bitmap(_ mark: CellNote.Mark) -> Bitmap? {
            let rows = marks.filter { $0.mark == mark }.map { Int($0.row) }
            return rows.isEmpty ? nil : Bitmap(indices: rows, count: values.rowCount)
        }
        return CellColumn(
            values: column, asked: asked, derived: bitmap(.derived), assumedZero: bitmap(.assumedZero),
            doubtful: bitmap(.doubtful), usualReason: usualReasons[index], listedRows: reasons.map(\.0),
            listedReasons: reasons.map(\.1))
    }
}

/// What is said of a cell beside its number.
struct CellNote {
    enum Mark { case null, derived, assumedZero, doubtful }

    var column: UInt16
    var row: UInt32
    var mark: Mark
    /// Why there is no number.
    var reason: NullReason?
}

/// Some rows of a `CellGrid`, while one thread fills them.
struct CellBlock {
    static let rows = 16 * DecimalGrid.rowsTogether

    let range: Range<Int>
    fileprivate let usualReasons: [NullReason]
    fileprivate let values: DecimalGrid
    fileprivate var notes: [CellNote] = []

    fileprivate init(range: Range<Int>, usualReasons: [NullReason], values: DecimalGrid) {
        self.range = range
        self.usualReasons = usualReasons
        self.values = values
    }

    @inline(__always)
    func set(column: Int, row: Int, mantissa: Int64, scale: UInt8 = 0) {
        values.set(column: column, row: row, mantissa: mantissa, scale: scale)
    }

    mutating func setNull(column: Int, row: Int, _ reason: NullReason) {
        guard reason != usualReasons[column], reason != .notAsked else { return }
        notes.append(CellNote(column: UInt16(column), row: UInt32(row), mark: .null, reason: reason))
    }

    mutating func mark(column: Int, row: Int, _ mark: CellNote.Mark) {
        notes.append(CellNote(column: UInt16(column), row: UInt32(row), mark: mark))
    }
}
