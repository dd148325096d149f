import Filings
import Foundation
import Ingest

/// One row of a table of our own shape as a filing.
struct OwnRecord {
    let row: SheetRow
    let columns: OwnColumns
    let sheet: Sheet
    let file: TableFile
    var errors: TableErrors

    private func cell(_ name: String) -> SheetCell {
        guard let column = columns[name], column < row.cells.count else { return .empty }
        return row.cells[column]
    }

    private func text(_ name: String) -> String? { columns[name].flatMap(text(at:)) }

    private func text(at column: Int) -> String? {
        guard column < row.cells.count, !row.cells[column].text.isEmpty else { return nil }
        return SpreadsheetGuard.removed(from: row.cells[column].text)
    }

    /// The value of a column, or a mistake when there is text that gives none.
    private mutating func value<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        guard let text = text(name) else { return nil }
        if let value = read(text) { return value }
        refuse(name, text, "不是有效的 \(name)", "is no valid \(name)")
        return nil
    }

    private mutating func refuse(_ column: String, _ text: String, _ zh: String, _ en: String) {
        let quoted = CellFigures.quoted(text)
        errors.add(sheet.name(line: row.line, column: columns[column] ?? 0), "“\(quoted)”\(zh)", "“\(quoted)” \(en)")
    }

    mutating func filing() -> Filing {
        let year = value("year") { CellFigures.year(SheetCell($0)) }
        let form =
            value("form", FormID.init(rawValue:)) ?? (columns["form"] == nil ? year.flatMap(FormID.prescribed) : nil)
        let source = text("source")
        var filing = Filing(
            source: source ?? file.source, digest: text("sha256") ?? (source == nil ? file.digest : ""),
            format: text("format") ?? file.format, form: form)
        filing.year = year
        readIdentity(into: &filing)
        readFigures(into: &filing, isOwnRecord: source == nil)
        readStates(into: &filing)
        return filing
    }

    private mutating func readIdentity(into filing: inout Filing) {
        let level = value("level", AdministrativeLevel.init)
        let coverage = value("coverage", Coverage.init)
        filing.organ = text("organ").map {
            Organ(
                name: $0, function: text("function") ?? OrganFunctions.function(ofOrganNamed: $0), level: level,
                coverage: coverage)
        }
        filing.area.code = text("district")
        filing.area.candidates = text("districtCandidates")?.split(separator: " ").map(String.init) ?? []
        filing.area.district = value("place", CellJSON.district)
        filing.publicationDate = date("publicationDate")
        filing.signature = date("signature").map {
            Signature(
                year: $0.year, month: $0.month, day: $0.day, evidence: Evidence(text: $0.description, place: nil))
        }
        filing.overrides = value("overrides", CellJSON.overrides) ?? []
        filing.facts = value("facts", CellJSON.facts) ?? []
    }

    private mutating func date(_ name: String) -> CalendarDay? {
        let kind = cell(name).kind
        return value(name) { CellFigures.day(SheetCell($0, kind)) }
    }

    private mutating func readFigures(into filing: inout Filing, isOwnRecord: Bool) {
        for figure in columns.figures {
            let place = isOwnRecord ? sheet.place(line: row.line, column: figure.column) : nil
            guard let printed = text(at: figure.column) else {
                if isOwnRecord, !figure.isDerived, filing.readings.state(of: figure.measure) != .notAsked {
                    filing.readings[figure.measure] = Reading(.blank, place: place)
                }
                continue
            }
            guard let value = CellFigures.number(SheetCell(printed, row.cells[figure.column].kind)) else {
                refuse(figure.name, printed, "不是数字（\(figure.name)）", "is not a number (\(figure.name))")
                continue
            }
            if figure.isDerived {
                filing.derived[figure.measure] = Derivation(value: value, equation: "")
            } else {
                filing.readings[figure.measure] = Reading(.reported, value: value, text: printed, place: place)
            }
        }
    }

    /// `code=state` for every cell that shows no number or a mark, and `code=value` for what is determined.
    private mutating func readStates(into filing: inout Filing) {
        for (id, word) in pairs("states") {
            guard let state = ReadingState(rawValue: word) else { continue }
            filing.readings[id] = Reading(state, value: state == .nilMark ? .zero : nil)
        }
        for (id, word) in pairs("derived") {
            guard let value = ExactDecimal(word) else { continue }
            filing.derived[id] = Derivation(value: value, equation: "")
        }
    }

    private mutating func pairs(_ column: String) -> [(MeasureID, String)] {
        (text(column) ?? "").split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let id = Measures.id(String(parts[0])) else {
                refuse(column, String(pair), "不是 代码=值", "is no code=value")
                return nil
            }
            return (id, String(parts[1]))
        }
    }
}

/// What is a list or an object in JSON stands so in one cell.
enum CellJSON {
    static func text(_ values: [JSONValue]) -> String { values.isEmpty ? "" : JSONValue.array(values).compact }

    static func overrides(_ text: String) -> [AppliedOverride]? {
        read([FilingRecord.OverrideRecord].self, text)?.map(\.override)
    }

    static func facts(_ text: String) -> [Fact]? { read([FilingRecord.FactRecord].self, text)?.compactMap(\.fact) }
    static func district(_ text: String) -> District? { read(FilingRecord.DistrictRecord.self, text)?.district }

    private static func read<Record: Decodable>(_ type: Record.Type, _ text: String) -> Record? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
