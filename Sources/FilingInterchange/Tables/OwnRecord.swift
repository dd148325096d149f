import Filings
import Foundation
import Ingest

/// One row of a table of our own shape as a filing.
struct OwnRecord {
    let row: SheetRow
    let columns: [String: Int]
    let sheet: Sheet
    let file: TableFile
    var errors: TableErrors

    private func cell(_ name: String) -> SheetCell {
        guard let column = columns[name], column < row.cells.count else { return .empty }
        return row.cells[column]
    }

    private func text(_ name: String) -> String? {
        let text = SpreadsheetGuard.removed(from: cell(name).text)
        return text.isEmpty ? nil : text
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
        let placeLevel = value("place.level", AdministrativeLevel.init)
        if let code = filing.area.code, let name = text("place.name"), let placeLevel {
            filing.area.district = District(
                code: code, name: name, level: placeLevel, parent: text("place.parent"),
                province: text("place.province") ?? "", prefecture: text("place.prefecture") ?? "")
        }
        filing.publicationDate = date("publicationDate")
        filing.signature = date("signature").map {
            Signature(
                year: $0.year, month: $0.month, day: $0.day, evidence: Evidence(text: $0.description, place: nil))
        }
        filing.overrides = value("overrides", OverrideList.read) ?? []
    }

    private mutating func date(_ name: String) -> CalendarDay? {
        let kind = cell(name).kind
        return value(name) { CellFigures.day(SheetCell($0, kind)) }
    }

    private mutating func readFigures(into filing: inout Filing, isOwnRecord: Bool) {
        for (name, column) in columns.sorted(by: { $0.value < $1.value }) {
            let isDerived = name.hasPrefix("derived:")
            guard let id = Measures.id(isDerived ? String(name.dropFirst("derived:".count)) : name) else { continue }
            let place = isOwnRecord ? sheet.place(line: row.line, column: column) : nil
            guard let printed = text(name) else {
                if isOwnRecord, !isDerived, filing.readings[id].state != .notAsked {
                    filing.readings[id] = Reading(.blank, place: place)
                }
                continue
            }
            guard let value = CellFigures.number(SheetCell(printed, cell(name).kind)) else {
                refuse(name, printed, "不是数字（\(name)）", "is not a number (\(name))")
                continue
            }
            if isDerived {
                filing.derived[id] = Derivation(value: value, equation: "")
            } else {
                filing.readings[id] = Reading(.reported, value: value, text: printed, place: place)
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

/// The overrides of a filing in one cell, as in JSON.
enum OverrideList {
    private struct Record: Decodable {
        var field: String
        var value: String
        var reason: String
    }

    static func text(_ overrides: [AppliedOverride]) -> String {
        overrides.isEmpty ? "" : JSONValue.array(overrides.map(FilingJSON.override)).compact
    }

    static func read(_ text: String) -> [AppliedOverride]? {
        let records = try? JSONDecoder().decode([Record].self, from: Data(text.utf8))
        return records?.map { AppliedOverride(field: $0.field, value: $0.value, reason: $0.reason) }
    }
}
