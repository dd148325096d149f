import Filings

/// Reads the cells of one sheet.
struct SheetReader {
    private enum Part { case value, formula, other }

    private let texts: [String]
    private var rows: [SheetRow] = []
    private var cellCount = 0

    static func rows(of part: [UInt8], texts: [String]) throws(IngestError) -> [SheetRow] {
        var reader = SheetReader(texts: texts)
        try XMLStream.read(part) { stream throws(IngestError) in
            while let piece = try stream.next() {
                if piece == .start, stream.name == "row" { try reader.row(&stream) }
            }
        }
        return reader.rows
    }

    private init(texts: [String]) { self.texts = texts }

    /// Rows and cells may leave out their numbers; they then follow the one before.
    private mutating func row(_ stream: inout XMLStream) throws(IngestError) {
        let line = stream.attribute("r").flatMap { Int($0) } ?? (rows.last?.line ?? 0) + 1
        guard line > rows.last?.line ?? 0 else { throw .brokenArchive }
        guard line <= IngestLimits.lines else { throw .tooManyLines(limit: IngestLimits.lines) }
        var row = SheetRow(line: line, cells: [])
        while let piece = try stream.next(), !(piece == .end && stream.name == "row") {
            guard piece == .start, stream.name == "c" else { continue }
            let column = Self.column(stream.attribute("r")) ?? row.cells.count
            guard column < IngestLimits.rowCells else { throw .rowTooWide(line: line, limit: IngestLimits.rowCells) }
            guard column >= row.cells.count else { throw .brokenArchive }
            let cell = try cell(&stream)
            guard !cell.text.isEmpty else { continue }
            while row.cells.count < column { row.cells.append(.empty) }
            row.cells.append(cell)
        }
        guard !row.cells.isEmpty else { return }
        cellCount += row.cells.count
        guard cellCount <= IngestLimits.sheetCells else { throw .tooManyCells(limit: IngestLimits.sheetCells) }
        rows.append(row)
    }

    private static func column(_ reference: String?) -> Int? {
        guard let reference else { return nil }
        return ColumnLetters.column(reference.prefix { $0.isLetter })
    }

    private func cell(_ stream: inout XMLStream) throws(IngestError) -> SheetCell {
        let type = stream.attribute("t") ?? "n"
        var value = ""
        var formula = ""
        var part = Part.other
        while let piece = try stream.next() {
            switch (piece, stream.name) {
            case (.end, "c"):
                // A program that writes formulas without computing them leaves no value behind.
                return value.isEmpty && !formula.isEmpty ? SheetCell("=" + formula, .error) : try cell(type, value)
            case (.start, "is"): value = try RichText.read(&stream, until: "is")
            case (.start, "v"): part = .value
            case (.start, "f"): part = .formula
            case (.end, _): part = .other
            case (.text, _) where part == .value: value += stream.text
            case (.text, _) where part == .formula: formula += stream.text
            default: break
            }
            guard value.utf8.count + formula.utf8.count <= IngestLimits.cellBytes else {
                throw .cellTooLong(limit: IngestLimits.cellBytes)
            }
        }
        throw .brokenArchive
    }

    private func cell(_ type: String, _ value: String) throws(IngestError) -> SheetCell {
        switch type {
        case "s":
            guard let index = Int(value), texts.indices.contains(index) else { throw .brokenArchive }
            return SheetCell(texts[index])
        case "b": return SheetCell(value == "1" ? "TRUE" : "FALSE", value.isEmpty ? .text : .boolean)
        case "e": return SheetCell(value, .error)
        case "n": return BinaryNumber.plain(value).map { SheetCell($0, .number) } ?? SheetCell(value)
        default: return SheetCell(value)
        }
    }
}

/// Numbers as spreadsheets save them: binary fractions with up to 17 digits, of which 15 are shown.
enum BinaryNumber {
    private static let digits = 15

    /// In plain notation, rounded to the digits that a spreadsheet shows; nil for what is no finite number.
    static func plain(_ text: String) -> String? {
        guard let number = Double(text), number.isFinite, abs(number) < 1e15 else { return nil }
        let whole = abs(number).rounded(.down)
        let places = digits - (whole == 0 ? 0 : String(Int64(whole)).utf8.count)
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return ExactDecimal(mantissa: Int64((number * scale).rounded()), scale: UInt8(places)).description
    }
}
