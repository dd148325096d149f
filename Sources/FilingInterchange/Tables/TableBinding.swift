import Configuration
import Filings
import Ingest

/// The columns of a mapping, found in a sheet's headers.
struct TableBinding {
    private var positions: [TableMapping.Column: Int] = [:]
    private(set) var remarks: [Words] = []
    private(set) var errors = TableErrors()

    init(_ mapping: TableMapping, _ sheet: Sheet) {
        let cells = sheet.rows.first { $0.line == mapping.headerRow }?.cells ?? []
        let headers = cells.map { Self.key($0.text) }
        for column in mapping.columns where positions[column] == nil {
            switch column {
            case .fixed: continue
            case .letter(let index): positions[column] = index
            case .header(let text):
                let found = headers.indices.filter { headers[$0] == Self.key(text) }
                if found.count == 1 {
                    positions[column] = found[0]
                } else {
                    refuse(text, found, headers, mapping.headerRow, sheet)
                }
            }
        }
        let used = Set(positions.values)
        remarks += Self.leftAside(
            cells.indices.filter { !used.contains($0) && !headers[$0].isEmpty }.map {
                Self.leftAside(cells[$0].text, $0, nearest: [])
            })
    }

    private mutating func refuse(_ text: String, _ found: [Int], _ headers: [String], _ line: Int, _ sheet: Sheet) {
        if found.count > 1 {
            let letters = found.map(ColumnLetters.letters)
            errors.add(
                sheet.name(line: line, column: found[0]),
                "表头“\(text)”出现在 \(letters.joined(separator: "、")) 列，请写 {column: \(letters[0])}",
                "the header “\(text)” stands over columns \(letters.joined(separator: ", ")): write {column: \(letters[0])}"
            )
        } else if let nearest = nearestWord(to: text, among: headers.filter { !$0.isEmpty }) {
            errors.add(
                "", "第 \(line) 行没有表头“\(text)”，是否为“\(nearest)”？",
                "row \(line) has no header “\(text)”; did you mean “\(nearest)”?")
        } else {
            let some = headers.filter { !$0.isEmpty }.prefix(16).map(CellFigures.quoted)
            errors.add(
                "", "第 \(line) 行没有表头“\(text)”，现有：\(some.joined(separator: "、"))",
                "row \(line) has no header “\(text)”; it has: \(some.joined(separator: ", "))")
        }
    }

    func index(_ column: TableMapping.Column) -> Int? { positions[column] }

    /// What stands in a row for a column; a fixed value is the same everywhere.
    func cell(_ column: TableMapping.Column, in row: SheetRow) -> SheetCell {
        if case .fixed(let text) = column { return SheetCell(text) }
        guard let index = positions[column], index < row.cells.count else { return .empty }
        return row.cells[index]
    }

    /// A header without its spaces and line ends.
    static func key(_ header: String) -> String {
        String(String.UnicodeScalarView(header.unicodeScalars.filter { !PrintedSpace.isSpace($0) }))
    }

    // MARK: What is left aside

    /// A column that nothing asks for, with the word that may have been meant.
    static func leftAside(_ header: String, _ index: Int, nearest words: [String]) -> Words {
        let name = "\(ColumnLetters.letters(index)) “\(CellFigures.quoted(header))”"
        guard let nearest = nearestWord(to: header, among: words) else { return Words(name, name) }
        return Words("\(name)（是否为 \(nearest)？）", "\(name) (did you mean \(nearest)?)")
    }

    /// One remark for all columns left aside.
    static func leftAside(_ columns: [Words]) -> [Words] {
        guard !columns.isEmpty else { return [] }
        let listed = columns.prefix(12)
        let more = columns.count > listed.count
        return [
            Words(
                "未读取的列：" + listed.map(\.zh).joined(separator: "、") + (more ? " 等 \(columns.count) 列" : ""),
                "columns left aside: " + listed.map(\.en).joined(separator: ", ")
                    + (more ? " and \(columns.count - listed.count) more" : ""))
        ]
    }
}
