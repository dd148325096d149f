import Filings

/// Filings as one CSV row each: the JSON names as columns, measures spread by code, empty for null.
package enum FilingCSV {
    private static let identity = [
        "schema", "source", "sha256", "format", "organ", "function", "level", "district", "districtCandidates", "year",
        "form",
    ]

    /// `detail` adds the columns `derived:` + code.
    package static func text(of filings: [Filing], detail: Bool) -> String {
        let codes = Measures.all.map(\.code)
        let header = identity + codes + (detail ? codes.map { "derived:" + $0 } : [])
        return CSVText.text([header] + filings.map { row($0, detail: detail) })
    }

    /// Whether bytes start like our own CSV.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(80), as: UTF8.self).hasPrefix(identity.prefix(4).joined(separator: ","))
    }

    /// Reads our own CSV back; what it does not hold (places, sections) stays empty.
    package static func filings(in text: String) throws(InterchangeError) -> [Filing] {
        var rows = CSVText.rows(of: text)[...]
        guard let header = rows.popFirst() else { return [] }
        var filings: [Filing] = []
        for (index, row) in rows.enumerated() where row.count > 1 {
            guard row.count == header.count else {
                throw InterchangeError(
                    line: index + 2, zh: "第 \(index + 2) 行有 \(row.count) 格，应为 \(header.count) 格",
                    en: "line \(index + 2) has \(row.count) cells, not \(header.count)")
            }
            filings.append(try filing(Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first }), line: index + 2))
        }
        return filings
    }

    private static func filing(_ cells: [String: String], line: Int) throws(InterchangeError) -> Filing {
        func text(_ name: String) -> String? { cells[name].flatMap { $0.isEmpty ? nil : $0 } }
        var filing = Filing(
            source: text("source") ?? "", digest: text("sha256") ?? "", format: text("format") ?? "csv",
            form: text("form").flatMap(FormID.init))
        filing.organ = text("organ").map {
            Organ(name: $0, function: text("function"), level: text("level").flatMap(AdministrativeLevel.init))
        }
        filing.area.code = text("district")
        filing.area.candidates = text("districtCandidates")?.split(separator: " ").map(String.init) ?? []
        filing.year = text("year").flatMap { Int($0) }
        for measure in Measures.all {
            if let printed = text(measure.code) {
                filing.readings[measure.id] = Reading(.reported, value: try number(printed, measure.code, line), text: printed)
            }
            if let derived = text("derived:" + measure.code) {
                filing.derived[measure.id] = Derivation(value: try number(derived, measure.code, line), equation: "")
            }
        }
        return filing
    }

    private static func number(_ text: String, _ column: String, _ line: Int) throws(InterchangeError) -> ExactDecimal {
        guard let value = ExactDecimal(text) else {
            throw InterchangeError(
                line: line, zh: "第 \(line) 行 \(column) 的“\(text)”不是数字", en: "line \(line), \(column): “\(text)” is no number")
        }
        return value
    }

    private static func row(_ filing: Filing, detail: Bool) -> [String] {
        var row = [
            FilingJSON.schema, filing.source, filing.digest, filing.format, filing.organ?.name ?? "",
            filing.organ?.function ?? "", filing.organ?.level?.rawValue ?? "", filing.area.code ?? "",
            filing.area.code == nil ? filing.area.candidates.joined(separator: " ") : "",
            filing.year.map(String.init) ?? "", filing.form?.rawValue ?? "",
        ]
        row += Measures.all.map { filing.readings[$0.id].value?.description ?? "" }
        if detail { row += Measures.all.map { filing.derived[$0.id]?.value.description ?? "" } }
        return row
    }
}
