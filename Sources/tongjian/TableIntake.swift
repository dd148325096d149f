import Digests
import FilingInterchange
import Filings
import Ingest
import Parsing

/// Tables of filings among the inputs: our own JSON Lines, CSV and spreadsheets, and other people's by a mapping.
struct TableIntake {
    let settings: ProjectSettings
    let registry: DistrictRegistry

    /// The formats of tables, for `tongjian list formats`.
    static let formats: [(id: String, name: Words)] = [
        ("jsonl", Words("已解析的报告：JSON Lines 或 JSON", "parsed filings: JSON Lines or JSON")),
        ("csv", Words("已解析的报告或他人的表格（--mapping）：CSV", "parsed filings, or other people's tables (--mapping): CSV")),
        (
            "xlsx",
            Words("已解析的报告或他人的表格（--mapping）：电子表格 XLSX", "parsed filings, or other people's tables (--mapping): XLSX")
        ),
        ("zip", Words("以上各种文件的压缩包", "archives of all these")),
    ]

    /// Whether a file's first bytes are those of parsed filings, of which a file may hold very many.
    static func isParsed(_ head: [UInt8]) -> Bool {
        FilingJSONReader.recognises(head) || FilingCSV.recognises(Array(head.prefix(FileReader.headBytes)))
    }

    private static let mappedHeadBytes = 64 << 10

    /// What a file gave; nil when it is no table.
    func read(_ bytes: [UInt8], source: String) throws(IngestError) -> IntakeItem? {
        do {
            return try table(bytes, source)
        } catch let error as IngestError {
            throw error
        } catch let error as TableErrors {
            return .failed(error.words)
        } catch let error as InterchangeError {
            return .failed(Words(error.zh, error.en))
        } catch {
            return .failed(Words("\(error)", "\(error)"))
        }
    }

    private func table(_ bytes: [UInt8], _ source: String) throws -> IntakeItem? {
        if FilingJSONReader.recognises(bytes) {
            return item(TableReading(filings: try FilingJSONReader.filings(in: bytes)), format: "jsonl")
        }
        func file(_ format: String) -> TableFile {
            TableFile(source: source, digest: SHA256Digest.hexadecimal(of: bytes), format: format)
        }
        if Workbook.recognises(bytes) { return try workbook(bytes, file("xlsx")) }
        if FilingCSV.recognises(Array(bytes.prefix(FileReader.headBytes))) {
            return item(try FilingTables.csv(bytes, file("csv")), format: "csv")
        }
        guard !settings.mappings.isEmpty else { return nil }
        let head = Self.head(bytes)
        guard let mapping = settings.mappings.first(where: { $0.fits(source: source, head: head) }) else { return nil }
        let sheet = try DelimitedText.sheet(bytes)
        return item(try MappedTable.read(sheet, mapping, file("csv"), registry: registry), format: "csv")
    }

    private func workbook(_ bytes: [UInt8], _ file: TableFile) throws -> IntakeItem {
        let first = try Workbook.sheet(named: nil, of: bytes)
        if let reading = try FilingTables.reading(first, file) { return item(reading, format: file.format) }
        for mapping in settings.mappings {
            let sheet = mapping.sheet == nil ? first : try Workbook.sheet(named: mapping.sheet, of: bytes)
            guard mapping.fits(source: file.source, head: sheet) else { continue }
            return item(try MappedTable.read(sheet, mapping, file, registry: registry), format: file.format)
        }
        return .skipped(
            settings.mappings.isEmpty
                ? Words(
                    "表头不是指标代码；他人的表格请用 --mapping 说明各列",
                    "its headers are no measure codes: say with --mapping what the columns hold")
                : Words("映射所写的表头都不在此表中", "none of the mapping's headers stands in it"))
    }

    /// The first rows of a text, in which a mapping looks for its headers.
    private static func head(_ bytes: [UInt8]) -> Sheet? {
        var head = Array(bytes.prefix(mappedHeadBytes))
        if head.count < bytes.count, let end = head.lastIndex(of: 10) { head.removeSubrange(end...) }
        return try? DelimitedText.sheet(head)
    }

    // MARK: What tables leave out

    private func item(_ reading: TableReading, format: String) -> IntakeItem {
        let filings = reading.filings.map { completed($0, lacksDerived: reading.lacksDerived) }
        return .filings(filings, format: format, remarks: reading.remarks)
    }

    /// What the aggregation needs and a table may leave out: where the district lies, whom the organ's filing covers,
    /// and what the identities determine. Then the project file's corrections.
    private func completed(_ filing: Filing, lacksDerived: Bool) -> Filing {
        var filing = filing
        if filing.area.district == nil {
            filing.area.district = filing.area.code.flatMap { registry.district(code: $0, in: filing.year) }
        }
        if let organ = filing.organ, organ.coverage == nil {
            filing.organ?.coverage = OrganIdentification.coverage(organ.name)
        }
        if lacksDerived, let form = filing.form {
            filing.derived = Derivations.derive(filing.readings, form: AllForms.form(form))
        }
        settings.apply(to: &filing, registry: registry)
        return filing
    }
}
