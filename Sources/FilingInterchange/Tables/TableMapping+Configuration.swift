import Configuration
import Filings
import Ingest

extension TableMapping {
    /// Reads a mapping file; throws all mistakes at once, each with its place.
    package init(text: String, file: String, digest: String) throws(ConfigurationErrors) {
        self = try ConfigurationDocument(text: text, file: file).read(TableMapping.init(reading:))
        source = SettingsSource(path: file, digest: digest)
    }

    /// The keys of a mapping, in a file of its own or under `mapping:` of a project file.
    package init(reading reader: ConfigurationReader) {
        files = reader.optionalStrings("files") ?? []
        sheet = reader.optionalString("sheet")
        headerRow = reader.optionalInteger("headerRow", in: 1...1000) ?? 1
        organ = Self.required(reader, "organ")
        year = Self.required(reader, "year")
        district = Self.column(reader, "district")
        form = Self.column(reader, "form")
        publicationDate = Self.column(reader, "publicationDate")
        layout = Self.layout(reader)
        if let marks = reader.optionalStrings("nil") { nilMarks = Set(marks) }
        if let marks = reader.optionalStrings("blank") { blankMarks = Set(marks) }
        if let organs = reader.optionalStrings("skip") { skipped = Set(organs) }
        if files.isEmpty, headers.isEmpty {
            reader.report(
                zh: "映射没有写任何表头，请用 files 写明适用的文件",
                en: "the mapping names no header: say with 'files' to which files it applies")
        }
    }

    private static func layout(_ reader: ConfigurationReader) -> Layout {
        guard reader.has("measure") || reader.has("value") else { return .wide(measures(reader)) }
        return .long(
            measure: required(reader, "measure"), value: required(reader, "value"),
            names: reader.has("measures") ? measures(reader) : [])
    }

    private static func measures(_ reader: ConfigurationReader) -> [MeasureColumn] {
        let inner = reader.mapping("measures")
        return inner.keys.compactMap { code in
            guard let measure = Measures.id(code) else {
                let codes = Measures.all.map(\.code)
                inner.report(
                    .unknownKey("measures." + code, suggestion: nearestWord(to: code, among: codes), allowed: codes),
                    at: inner.place(of: code))
                return nil
            }
            guard let (column, factor) = placed(inner, code) else { return nil }
            return MeasureColumn(measure: measure, column: column, factor: factor)
        }
    }

    private static func required(_ reader: ConfigurationReader, _ key: String) -> Column {
        guard reader.has(key) else {
            _ = reader.string(key)
            return .fixed("")
        }
        return column(reader, key) ?? .fixed("")
    }

    private static func column(_ reader: ConfigurationReader, _ key: String) -> Column? { placed(reader, key)?.column }

    /// A header, or a mapping with one of `header`, `column`, `value`, and perhaps a `factor`.
    private static func placed(_ reader: ConfigurationReader, _ key: String) -> (column: Column, factor: ExactDecimal?)?
    {
        guard let node = reader.optionalNode(key) else { return nil }
        guard node.kind == .mapping else { return (.header(reader.string(key)), nil) }
        let inner = reader.mapping(key)
        let found: [Column?] = [
            inner.optionalString("header").map(Column.header), letter(inner),
            inner.optionalString("value").map(Column.fixed),
        ]
        let factor = factor(inner)
        let columns = found.compactMap { $0 }
        guard columns.count == 1 else {
            inner.report(
                zh: "应写 header（表头）、column（列字母）、value（固定值）之一",
                en: "takes one of 'header', 'column' (letters) and 'value'")
            return nil
        }
        return (columns[0], factor)
    }

    private static func letter(_ reader: ConfigurationReader) -> Column? {
        guard let text = reader.optionalString("column") else { return nil }
        guard let column = ColumnLetters.column(text), column < IngestLimits.rowCells else {
            reader.report(
                zh: "列应写作字母，如 C，现为“\(text)”", en: "a column is written in letters, such as C, not “\(text)”",
                at: "column")
            return nil
        }
        return .letter(column)
    }

    private static func factor(_ reader: ConfigurationReader) -> ExactDecimal? {
        guard let text = reader.optionalString("factor") else { return nil }
        guard let factor = ExactDecimal(text), factor > .zero else {
            reader.report(
                zh: "换算系数应为正数，如 0.0001，现为“\(text)”", en: "a factor is a positive number, such as 0.0001, not “\(text)”",
                at: "factor")
            return nil
        }
        return factor
    }
}
