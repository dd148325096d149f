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
