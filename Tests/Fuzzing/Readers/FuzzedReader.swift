import Configuration
import FilingInterchange
import Filings
import Ingest
import Parsing
import TestSupport

/// A reader of foreign bytes, as the fuzzer and the tests call it: whatever the bytes, it must return.
package struct FuzzedReader: Sendable {
    /// The name of its folder in `Tests/Fuzzing/Corpus`.
    package let name: String
    package let read: @Sendable ([UInt8]) -> Void
}

/// Every reader of bytes that this program did not make. Documents go on through the parser.
package enum FuzzedReaders {
    package static let all: [FuzzedReader] = [
        FuzzedReader(name: "text") { document($0, TextFormat()) },
        FuzzedReader(name: "markdown") { document($0, MarkdownFormat()) },
        FuzzedReader(name: "html") { document($0, HTMLFormat()) },
        FuzzedReader(name: "docx") { document(packed($0, WordDocument.bytes(part:)), DOCXFormat()) },
        FuzzedReader(name: "pdf-words") { parse(PDFFormat.rows(ofWords: $0), format: "pdf") },
        FuzzedReader(name: "zip", read: archive),
        FuzzedReader(name: "csv", read: csv),
        FuzzedReader(name: "xlsx", read: workbook),
        FuzzedReader(name: "mapping", read: mapping),
        FuzzedReader(name: "jsonl") { _ = try? FilingJSONReader.filings(in: $0) },
        FuzzedReader(name: "project", read: project),
    ]

    private static let registry = DistrictRegistry()
    private static let parser = FilingParser(registry: registry)

    private static func document(_ bytes: [UInt8], _ format: some InputFormat) {
        guard let document = try? format.read(bytes, source: "fuzz/2024", digest: "") else { return }
        _ = parser.parse(document)
    }

    private static func parse(_ rows: [RawRow], format: String) {
        guard let document = try? RawDocument(source: "fuzz/2024", digest: "", format: format, rows: rows) else {
            return
        }
        _ = parser.parse(document)
    }

    /// Bytes that begin like XML are put into an archive as the part that holds the document: what is changed within a
    /// packed archive fails its checksum and is seen by no reader.
    private static func packed(_ bytes: [UInt8], _ pack: ([UInt8]) -> [UInt8]) -> [UInt8] {
        bytes.first == UInt8(ascii: "<") ? pack(bytes) : bytes
    }

    private static func archive(_ bytes: [UInt8]) {
        guard ArchiveInput.recognises(bytes) else { return }
        try? ArchiveInput.forEachEntry(of: bytes) { name, content in
            guard let entry = try? content.get() else { return }
            _ = try? FileReader.document(entry, source: name)
        }
    }

    private static func csv(_ bytes: [UInt8]) {
        _ = FilingCSV.recognises(bytes)
        _ = try? FilingTables.csv(bytes, TableFile(source: "fuzz.csv", digest: "", format: "csv"))
        if let sheet = try? DelimitedText.sheet(bytes) { mapped(sheet) }
    }

    private static func workbook(_ bytes: [UInt8]) {
        let bytes = packed(bytes, SpreadsheetDocument.bytes(part:))
        guard let sheet = try? Workbook.sheet(named: nil, of: bytes) else { return }
        _ = try? FilingTables.reading(sheet, TableFile(source: "fuzz.xlsx", digest: "", format: "xlsx"))
        mapped(sheet)
    }

    private static func mapped(_ sheet: Sheet) {
        let file = TableFile(source: "fuzz.xlsx", digest: "", format: "xlsx")
        for mapping in mappings { _ = try? MappedTable.read(sheet, mapping, file, registry: registry) }
    }

    private static let mappings: [TableMapping] = [
        """
        {organ: 单位, year: 年度, district: 地区, publicationDate: 发布日期, form: 格式,
         measures: {requests.received.total: 收到, proactive.fees.amount: {header: 收费（元）, factor: "0.0001"}}}
        """,
        "{organ: 单位, year: 年度, measure: 指标, value: 数值, measures: {requests.received.total: 收到}}",
        "{organ: {column: A}, year: {value: 2024}, files: x, measures: {requests.received.total: {column: B}}}",
    ].map { try! TableMapping(text: $0, file: "mapping.yml", digest: "") }

    /// A mapping, read and applied to a small table.
    private static func mapping(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let mapping = try? TableMapping(text: text, file: "mapping.yml", digest: "") else { return }
        let rows = [["单位", "年度", "收到", "备注"], ["洛龙区教育局", "2024", "3", "甲"]]
        let sheet = Sheet(
            name: nil, number: nil,
            rows: rows.enumerated().map { SheetRow(line: $0.offset + 1, cells: $0.element.map { SheetCell($0) }) })
        _ = try? MappedTable.read(
            sheet, mapping, TableFile(source: "a.csv", digest: "", format: "csv"), registry: registry)
    }

    private static func project(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let settings = try? ProjectSettings(text: text, file: "tongjian.yml", digest: "") else { return }
        var filing = Filing(source: "fuzz/2024.txt", digest: "", format: "text", form: .form2021)
        settings.apply(to: &filing, registry: registry)
    }
}
