import Filings
import Ingest

/// Filings as one CSV row each: the JSON names as columns, measures spread by code, empty for null.
package enum FilingCSV {
    /// `detail` adds the columns `derived:` + code.
    package static func header(detail: Bool) -> String {
        let codes = Measures.all.map(\.code)
        return CSVText.text([
            OwnColumns.identity + codes + OwnColumns.context + (detail ? codes.map { "derived:" + $0 } : [])
        ])
    }

    /// The lines behind the header.
    package static func rows(of filings: [Filing], detail: Bool) -> String {
        CSVText.text(filings.map { row($0, detail: detail) })
    }

    /// Whether bytes start like a table of our shape.
    package static func recognises(_ head: [UInt8]) -> Bool { OwnTable.recognises(DelimitedText.header(head)) }

    private static func row(_ filing: Filing, detail: Bool) -> [String] {
        var row = [
            FilingJSON.schema, filing.source, filing.digest, filing.format, filing.organ?.name ?? "",
            filing.organ?.function ?? "", filing.organ?.level?.rawValue ?? "", filing.area.code ?? "",
            filing.area.code == nil ? filing.area.candidates.joined(separator: " ") : "",
            filing.year.map(String.init) ?? "", filing.form?.rawValue ?? "",
        ]
        row += Measures.all.map { filing.readings.value(of: $0.id)?.description ?? "" }
        row += context(filing)
        if detail { row += Measures.all.map { filing.derived[$0.id]?.value.description ?? "" } }
        return row
    }

    private static func context(_ filing: Filing) -> [String] {
        let states = FilingJSON.codes(of: filing).filter {
            ![.reported, .absent].contains(filing.readings.state(of: $0))
        }
        let derived = filing.derived.keys.sorted()
        return [
            filing.organ?.coverage?.rawValue ?? "", filing.area.district.map { FilingJSON.district($0).compact } ?? "",
            filing.publicationDate?.description ?? "", filing.signature?.date?.description ?? "",
            CellJSON.text(filing.overrides.map(FilingJSON.override)), CellJSON.text(filing.facts.map(FilingJSON.fact)),
            states.map { "\(Measures[$0].code)=\(filing.readings.state(of: $0).rawValue)" }.joined(separator: " "),
            derived.map { "\(Measures[$0].code)=\(filing.derived[$0]!.value)" }.joined(separator: " "),
        ]
    }
}

/// Reads tables of filings in our own shape.
package enum FilingTables {
    /// A CSV file of any size.
    package static func csv(_ bytes: [UInt8], _ file: TableFile) throws -> TableReading {
        var table: OwnTable?
        let sheet = Sheet(name: nil, number: nil, rows: [])
        try DelimitedText.forEachRow(bytes) { row in
            if table == nil { table = OwnTable(header: row, of: sheet, in: file) } else { table!.add(row) }
        }
        return try result(table)
    }

    /// A sheet of a workbook, when its first row is a header of our shape; else nil.
    package static func reading(_ sheet: Sheet, _ file: TableFile) throws(TableErrors) -> TableReading? {
        guard let header = sheet.rows.first, OwnTable.recognises(header.cells.map(\.text)) else { return nil }
        var table = OwnTable(header: header, of: sheet, in: file)
        for row in sheet.rows.dropFirst() { table.add(row) }
        return try result(table)
    }

    private static func result(_ table: OwnTable?) throws(TableErrors) -> TableReading {
        guard let table else { return TableReading() }
        guard table.errors.isEmpty else { throw table.errors }
        return table.reading
    }
}
