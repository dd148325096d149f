import Configuration
import Filings
import Ingest

/// Tables of our own shape: a header of the contract's names and measure codes, one filing a row; as CSV or a
/// spreadsheet.
///
/// A row that names its `source` is carried on under that name, and its cells have no place: they are not the
/// document's. A row without one is a record of the table itself, and every cell has its place there.
struct OwnTable {
    private let file: TableFile
    private let names: Sheet
    private let columns: OwnColumns
    private let width: Int
    private(set) var reading = TableReading()
    private(set) var errors = TableErrors()

    /// Whether a header is of our shape: it names organ, year and at least one measure.
    static func recognises(_ header: [String]) -> Bool {
        header.contains("organ") && header.contains("year") && header.contains { Measures.id($0) != nil }
    }

    init(header: SheetRow, of sheet: Sheet, in file: TableFile) {
        self.file = file
        names = sheet
        width = header.cells.count
        var columns: [String: Int] = [:]
        var unknown: [Words] = []
        for (index, cell) in header.cells.enumerated() where !cell.text.isEmpty {
            if !OwnColumns.all.contains(cell.text) {
                unknown.append(TableBinding.leftAside(cell.text, index, nearest: Array(OwnColumns.all)))
            } else if columns.updateValue(index, forKey: cell.text) != nil {
                errors.add(
                    names.name(line: header.line, column: index), "“\(cell.text)”列重复",
                    "column “\(cell.text)” appears twice")
            }
        }
        self.columns = OwnColumns(columns)
        reading.remarks += TableBinding.leftAside(unknown)
        if columns["source"] != nil {
            reading.remarks.append(
                Words(
                    "表格只含数字与事实，不含正文和原文位置",
                    "holds figures and facts, but neither the text nor the places in the documents"))
        }
        reading.lacksDerived = columns["derived"] == nil && !columns.keys.contains { $0.hasPrefix("derived:") }
    }

    mutating func add(_ row: SheetRow) {
        guard row.cells.contains(where: { !$0.text.isEmpty }) else { return }
        // A short row of CSV was cut; spreadsheets do not keep empty cells.
        let isCut = names.name == nil && row.cells.count != width
        guard !isCut, !row.cells.dropFirst(width).contains(where: { !$0.text.isEmpty }) else {
            errors.add(
                names.name(line: row.line, column: 0), "第 \(row.line) 行有 \(row.cells.count) 格，应为 \(width) 格",
                "line \(row.line) has \(row.cells.count) cells, not \(width)")
            return
        }
        var record = OwnRecord(row: row, columns: columns, sheet: names, file: file, errors: errors)
        reading.filings.append(record.filing())
        errors = record.errors
    }
}

/// The columns of a table of our shape by name, and those with figures in their order.
struct OwnColumns {
    struct Figure {
        var column: Int
        var name: String
        var measure: MeasureID
        var isDerived: Bool
    }

    private let positions: [String: Int]
    let figures: [Figure]

    init(_ positions: [String: Int]) {
        self.positions = positions
        figures = positions.compactMap { name, column in
            let isDerived = name.hasPrefix("derived:")
            let code = isDerived ? String(name.dropFirst("derived:".count)) : name
            return Measures.id(code).map { Figure(column: column, name: name, measure: $0, isDerived: isDerived) }
        }.sorted { $0.column < $1.column }
    }

    subscript(name: String) -> Int? { positions[name] }

    static let identity = [
        "schema", "source", "sha256", "format", "organ", "function", "level", "district", "districtCandidates", "year",
        "form",
    ]
    /// What is not a figure but changes what a report says.
    static let context = [
        "coverage", "place", "publicationDate", "signature", "overrides", "facts", "states", "derived",
    ]
    static let all = Set(identity + context + Measures.all.flatMap { [$0.code, "derived:" + $0.code] })
}
