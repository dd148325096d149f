import Filings
import Ingest

/// A row as the table readers see it: cells that are figures, empty, or words.
struct TableRow: Sendable {
    struct Cell: Sendable {
        enum Content: Sendable {
            case blank
            case value(ValueToken)
            case words(CellWords)
        }

        var content: Content
        var place: Place
        /// The columns of the page that the cell takes up, where rows are aligned and not parted.
        var span: Range<Int>?

        var value: ValueToken? {
            if case .value(let token) = content { return token }
            return nil
        }

        var isValue: Bool {
            if case .value = content { return true }
            return false
        }

        var words: CellWords? {
            if case .words(let text) = content { return text }
            return nil
        }

        var isBlank: Bool {
            if case .blank = content { return true }
            return false
        }
    }

    var cells: [Cell]
    /// Whether the row was cut out of run-together text.
    var isGlued = false
    /// Whether its cells stood on lines of their own.
    var isColumn = false
    /// Whether the row stands in prose, where figures are no cells.
    var isParagraph: Bool
    /// What the row's words say about its line of table three; set once all rows are formed.
    var label: Label?

    init(cells: [Cell], isGlued: Bool = false, isParagraph: Bool) {
        self.cells = cells
        self.isGlued = isGlued
        self.isParagraph = isParagraph
    }

    var values: [ValueToken] { cells.compactMap(\.value) }
    var valueCount: Int { cells.count { $0.isValue } }
    var holdsValue: Bool { cells.contains { $0.isValue } }
    var place: Place { cells.first?.place ?? Place(line: 1, column: 1) }
    /// The index behind the last cell with words.
    var endOfWords: Int { (cells.lastIndex { $0.words != nil } ?? -1) + 1 }
}
