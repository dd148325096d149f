import Filings
import Foundation

/// Why parsed filings could not be read back.
package struct InterchangeError: Error, Hashable, Sendable {
    package var line: Int
    package var zh: String
    package var en: String
}

/// Reads `tongjian.filing/1` back. Findings are computed anew from the filings; they are not read.
package enum FilingJSONReader {
    /// So many bytes of a file hold the name of its schema.
    private static let headBytes = 200

    /// Whether bytes start like parsed filings: by content, not by the file's name.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        guard bytes.prefix(headBytes).contains(UInt8(ascii: "{")) else { return false }
        let head = bytes.prefix(headBytes).filter { $0 != 32 && $0 != 10 && $0 != 13 && $0 != 9 }
        return String(decoding: head, as: UTF8.self).contains("\"schema\":\"\(FilingJSON.schema)\"")
    }

    /// One filing a line, or an array of filings.
    package static func filings(in bytes: [UInt8]) throws(InterchangeError) -> [Filing] {
        if bytes.first(where: { $0 > 32 }) == UInt8(ascii: "[") {
            guard let records = try? JSONDecoder().decode([FilingRecord].self, from: Data(bytes)) else {
                throw InterchangeError(
                    line: 1, zh: "不是 \(FilingJSON.schema) 的数组", en: "is no array of \(FilingJSON.schema)")
            }
            do {
                return try records.map { try $0.filing() }
            } catch {
                throw InterchangeError(line: 1, zh: "年份不合理：\(path(of: error))", en: "impossible \(path(of: error))")
            }
        }
        var filings: [Filing] = []
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 32 }) {
            do {
                filings.append(try JSONDecoder().decode(FilingRecord.self, from: Data(line)).filing())
            } catch {
                throw InterchangeError(
                    line: index + 1, zh: "第 \(index + 1) 行不是有效的 \(FilingJSON.schema)：\(Self.path(of: error))",
                    en: "line \(index + 1) is no valid \(FilingJSON.schema): \(Self.path(of: error))")
            }
        }
        return filings
    }

    private static func path(of error: any Error) -> String {
        if let error = error as? ImpossibleYear { return "year \(error.year)" }
        guard let error = error as? DecodingError else { return "\(error)" }
        let context: DecodingError.Context =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            @unknown default: DecodingError.Context(codingPath: [], debugDescription: "")
            }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? context.debugDescription : path
    }
}

struct ImpossibleYear: Error {
    var year: Int
}

/// A member that says where its characters stand.
protocol PlacedRecord: Decodable {
    var line: Int? { get }
    var column: Int? { get }
    var page: Int? { get }
}

extension PlacedRecord {
    var place: Place? { line.map { Place(line: $0, column: column ?? 1, page: page) } }
}

/// The JSON object, field by field.
struct FilingRecord: Decodable {
    /// A number with at most 18 digits; a longer one is no figure of a filing.
    private static func exact(_ value: Decimal) -> ExactDecimal? { ExactDecimal("\(value)") }

    struct FactRecord: PlacedRecord {
        var kind: String
        var value: Decimal
        var unit: String?
        var text: String?
        var line: Int?
        var column: Int?
        var page: Int?
        var partOf: String?
        var mayBe: [String]?

        var fact: Fact? {
            exact(value).map {
                Fact(
                    kind: kind, value: $0, unit: unit ?? "", text: text ?? "", place: place, partOf: partOf,
                    mayBe: mayBe ?? [])
            }
        }
    }

    struct CellRecord: PlacedRecord {
        var state: String
        var printed: String?
        var text: String?
        var line: Int?
        var column: Int?
        var page: Int?
        var candidates: [Decimal]?
        var reason: String?
        var equation: String?
    }

    struct TextRecord: PlacedRecord {
        var heading: String?
        var text: String
        var line: Int?
        var column: Int?
        var page: Int?
        var lines: [[Int]]?
        var evidence: Evidence { Evidence(text: text, place: place) }
    }

    struct EvidenceRecord: PlacedRecord {
        var field: String
        var source: String
        var value: String
        var text: String
        var line: Int?
        var column: Int?
        var page: Int?
    }

    struct DistrictRecord: Decodable {
        struct SuccessorRecord: Decodable {
            var code: String
            var year: Int?
        }
        var code: String
        var name: String
        var level: String
        var parent: String?
        var province: String
        var prefecture: String
        var first: Int?
        var last: Int?
        var successors: [SuccessorRecord]
    }

    struct SignatureRecord: Decodable {
        var year: Int
        var month: Int
        var day: Int
        var evidence: TextRecord
    }

    struct NoteRecord: Decodable {
        var kind: String
        var table: String?
        var zh: String
        var en: String
        var evidence: TextRecord
    }

    struct OverrideRecord: Decodable {
        var field: String
        var value: String
        var reason: String
        var override: AppliedOverride { AppliedOverride(field: field, value: value, reason: reason) }
    }

    struct SettingsRecord: Decodable {
        var path: String
        var sha256: String
        var source: SettingsSource { SettingsSource(path: path, digest: sha256) }
    }

    var source: String
    var sha256: String?
    var format: String?
    var organ: String?
    var function: String?
    var level: String?
    var district: String?
    var districtCandidates: [String]?
    var year: Int?
    var form: String?
    var measures: [String: Decimal?]
    var derived: [String: Decimal]?
    var facts: [FactRecord]?
    var cells: [String: CellRecord]?
    var sections: [String: TextRecord]?
    var evidence: [EvidenceRecord]?
    var coverage: String?
    var printedNames: [String]?
    var place: DistrictRecord?
    var signature: SignatureRecord?
    var notes: [NoteRecord]?
    var overrides: [OverrideRecord]?
    var publicationDate: String?
    var settings: SettingsRecord?
    var mapping: SettingsRecord?
}

extension FilingRecord {
    /// The filing, unless no filing can be of its year.
    func filing() throws(ImpossibleYear) -> Filing {
        if let year, !FilingYears.plausible.contains(year) { throw ImpossibleYear(year: year) }
        var filing = Filing(
            source: source, digest: sha256 ?? "", format: format ?? "jsonl", form: form.flatMap(FormID.init))
        filing.organ = organ.map { name in
            Organ(
                name: name, printedNames: printedNames ?? [], function: function,
                level: level.flatMap(AdministrativeLevel.init), coverage: coverage.flatMap(Coverage.init))
        }
        filing.area = AreaIdentification(
            code: district, candidates: districtCandidates ?? [], district: place.map(\.district))
        filing.year = year
        readCells(into: &filing)
        filing.facts = (facts ?? []).compactMap(\.fact)
        filing.sections = (sections ?? [:]).sorted { $0.key < $1.key }.map { number, record in
            Section(
                number: Int(number) ?? 0, heading: record.heading ?? "", text: record.text, place: record.place,
                lines: (record.lines ?? []).compactMap { numbers in
                    numbers.count > 1
                        ? Place(line: numbers[0], column: numbers[1], page: numbers.dropFirst(2).first) : nil
                })
        }
        readContext(into: &filing)
        return filing
    }

    private func readCells(into filing: inout Filing) {
        for (code, value) in measures {
            guard let id = Measures.id(code) else { continue }
            let number = value.flatMap(exact)
            let isTooLong = value != nil && number == nil
            filing.readings[id] = isTooLong ? Reading(.illegible, text: "\(value!)") : reading(number, cells?[code])
        }
        for (code, value) in derived ?? [:] {
            guard let id = Measures.id(code), let value = exact(value) else { continue }
            filing.derived[id] = Derivation(value: value, equation: cells?[code]?.equation ?? "")
        }
    }

    private func reading(_ value: ExactDecimal?, _ cell: CellRecord?) -> Reading {
        guard let cell else { return value.map { Reading(.reported, value: $0, text: $0.description) } ?? .absent }
        let state = ReadingState(rawValue: cell.printed ?? cell.state) ?? .absent
        return Reading(
            state, value: value, text: cell.text ?? "",
            place: cell.place,
            candidates: (cell.candidates ?? []).compactMap(exact), reason: cell.reason.flatMap(ReadingReason.init))
    }

    private func readContext(into filing: inout Filing) {
        filing.evidence = (evidence ?? []).compactMap { record in
            guard let field = IdentityEvidence.Field(rawValue: record.field),
                let source = EvidenceSource(rawValue: record.source)
            else { return nil }
            return IdentityEvidence(
                field: field, source: source, value: record.value,
                evidence: Evidence(
                    text: record.text, place: record.place))
        }
        filing.signature = signature.map {
            Signature(year: $0.year, month: $0.month, day: $0.day, evidence: $0.evidence.evidence)
        }
        filing.notes = (notes ?? []).compactMap { record in
            ReadingNote.Kind(rawValue: record.kind).map { kind in
                ReadingNote(
                    kind: kind, table: record.table.flatMap(StatutoryTable.init), chinese: record.zh,
                    english: record.en,
                    evidence: record.evidence.evidence)
            }
        }
        filing.overrides = (overrides ?? []).map(\.override)
        filing.publicationDate = publicationDate.flatMap(CalendarDay.init(printed:))
        filing.settings = settings?.source
        filing.mapping = mapping?.source
    }

    private func exact(_ value: Decimal) -> ExactDecimal? { Self.exact(value) }
}

extension FilingRecord.DistrictRecord {
    var district: District {
        District(
            code: code, name: name, level: AdministrativeLevel(rawValue: level) ?? .county, parent: parent,
            province: province, prefecture: prefecture, firstYear: first, lastYear: last,
            successors: successors.map { District.Successor(code: $0.code, year: $0.year) })
    }
}
