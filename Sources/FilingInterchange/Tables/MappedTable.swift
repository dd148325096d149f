import Filings
import Ingest

/// Reads somebody else's table by a mapping: every reading keeps the place of its cell, and every cell that cannot be
/// read is named.
package struct MappedTable {
    private let mapping: TableMapping
    private let sheet: Sheet
    private let file: TableFile
    private let binding: TableBinding
    private var districts: DistrictCells
    private var errors: TableErrors
    private var reading = TableReading(lacksDerived: true)
    private var skippedRows: [Int] = []
    private var unasked = 0
    private var undecided: [String] = []
    /// In a long table, the filing of each organ, area and year.
    private var positions: [[String]: Int] = [:]

    package static func read(
        _ sheet: Sheet, _ mapping: TableMapping, _ file: TableFile, registry: DistrictRegistry
    ) throws(TableErrors) -> TableReading {
        var table = MappedTable(sheet, mapping, file, registry)
        if table.errors.isEmpty { table.readRows() }
        guard table.errors.isEmpty else { throw table.errors }
        return table.finished()
    }

    private init(_ sheet: Sheet, _ mapping: TableMapping, _ file: TableFile, _ registry: DistrictRegistry) {
        self.sheet = sheet
        self.mapping = mapping
        self.file = file
        binding = TableBinding(mapping, sheet)
        districts = DistrictCells(registry)
        errors = binding.errors
        reading.remarks = binding.remarks
    }

    private mutating func readRows() {
        for row in sheet.rows where row.line > mapping.headerRow {
            let cells = mapping.columns.filter { binding.index($0) != nil }.map { binding.cell($0, in: row) }
            guard cells.contains(where: { !$0.text.trimmed.isEmpty }) else { continue }
            guard !mapping.skipped.contains(TableBinding.key(binding.cell(mapping.organ, in: row).text)) else {
                skippedRows.append(row.line)
                continue
            }
            switch mapping.layout {
            case .wide(let columns):
                var filing = filing(row)
                for column in columns { read(column.column, as: column, row, into: &filing) }
                reading.filings.append(filing)
            case .long(let measure, let value, let names): readFigure(row, measure, value, names)
            }
        }
    }

    // MARK: Who, where, when

    private mutating func refuse(_ column: TableMapping.Column, _ row: SheetRow, _ zh: String, _ en: String) {
        let quoted = CellFigures.quoted(binding.cell(column, in: row).text)
        let name = binding.index(column).map { sheet.name(line: row.line, column: $0) } ?? ""
        errors.add(name, quoted.isEmpty ? zh : "“\(quoted)”\(zh)", quoted.isEmpty ? en : "“\(quoted)” \(en)")
    }

    /// The filing of a row without its figures. What is wrong is named, and the figures are read all the same, so that
    /// their mistakes are named too.
    private mutating func filing(_ row: SheetRow) -> Filing {
        let name = binding.cell(mapping.organ, in: row)
        let organ = name.text.trimmed
        if organ.isEmpty || name.kind == .error {
            refuse(mapping.organ, row, "机关名称为空或有误", "the organ is empty or an error")
        }
        let year = CellFigures.year(binding.cell(mapping.year, in: row))
        if year == nil { refuse(mapping.year, row, "不是年度", "is no reporting year") }
        let form = year.flatMap { self.form(row, $0) }
        var filing = Filing(source: file.source, digest: file.digest, format: file.format, form: form)
        filing.mapping = mapping.source
        filing.year = year
        filing.area = year.map { self.area(row, in: $0) } ?? AreaIdentification()
        filing.organ = Organ(
            name: organ, printedNames: [organ], function: OrganFunctions.function(ofOrganNamed: organ),
            level: filing.area.district?.level)
        filing.publicationDate = publicationDate(row)
        return filing
    }

    private mutating func area(_ row: SheetRow, in year: Int) -> AreaIdentification {
        guard let column = mapping.district else { return AreaIdentification() }
        let text = binding.cell(column, in: row).text.trimmed
        guard !text.isEmpty else { return AreaIdentification() }
        switch districts.find(text, in: year) {
        case .area(let area):
            if area.code == nil, !undecided.contains(text) { undecided.append(text) }
            return area
        case .unknown(let nearest):
            refuse(
                column, row, "不是 \(year) 年的行政区划" + (nearest.map { "，是否为“\($0)”？" } ?? ""),
                "is no division of \(year)" + (nearest.map { "; did you mean “\($0)”?" } ?? ""))
            return AreaIdentification()
        }
    }

    private mutating func form(_ row: SheetRow, _ year: Int) -> FormID? {
        guard let column = mapping.form else { return FormID.prescribed(for: year) }
        let text = binding.cell(column, in: row).text.trimmed
        if text.isEmpty { return FormID.prescribed(for: year) }
        guard let form = FormID(rawValue: text) else {
            refuse(column, row, "不是表格年代（2019 或 2021）", "is no generation of the form (2019 or 2021)")
            return nil
        }
        return form
    }

    private mutating func publicationDate(_ row: SheetRow) -> CalendarDay? {
        guard let column = mapping.publicationDate else { return nil }
        let cell = binding.cell(column, in: row)
        guard !cell.text.trimmed.isEmpty else { return nil }
        guard let day = CellFigures.day(cell) else {
            refuse(column, row, "不是日期", "is no date")
            return nil
        }
        return day
    }

    // MARK: Figures

    private mutating func read(
        _ column: TableMapping.Column, as measure: TableMapping.MeasureColumn, _ row: SheetRow,
        into filing: inout Filing
    ) {
        let cell = binding.cell(column, in: row)
        let text = cell.text.trimmed
        let place = binding.index(column).map { sheet.place(line: row.line, column: $0) }
        let isAsked = filing.form == nil || Measures[measure.measure].forms.contains(filing.form!)
        if text.isEmpty || mapping.blankMarks.contains(text) {
            if isAsked { filing.readings[measure.measure] = Reading(.blank, text: text, place: place) }
        } else if cell.kind != .error, mapping.nilMarks.contains(text) {
            if isAsked { filing.readings[measure.measure] = Reading(.nilMark, value: .zero, text: text, place: place) }
        } else if let value = CellFigures.number(cell).flatMap({ $0.times(measure.factor) }) {
            guard isAsked else { return refuseUnasked(value, column, row, filing) }
            filing.readings[measure.measure] = Reading(.reported, value: value, text: text, place: place)
        } else if cell.kind == .error {
            refuse(column, row, "是错误值，或是没有保存结果的公式", "is an error, or a formula saved without its value")
        } else {
            refuse(column, row, "不是数字", "is not a number")
        }
    }

    /// A figure where the form of its year has no such cell: a zero only fills the table, anything else is a mistake.
    private mutating func refuseUnasked(
        _ value: ExactDecimal, _ column: TableMapping.Column, _ row: SheetRow, _ filing: Filing
    ) {
        guard !value.isZero else {
            unasked += 1
            return
        }
        let form = filing.form?.rawValue ?? ""
        refuse(column, row, "不应有数：\(form) 年格式没有此项", "should be empty: the form of \(form) does not ask for it")
    }

    /// One row of a long table: one figure of one filing.
    private mutating func readFigure(
        _ row: SheetRow, _ measure: TableMapping.Column, _ value: TableMapping.Column,
        _ names: [TableMapping.MeasureColumn]
    ) {
        let filing = filing(row)
        guard let known = self.measure(binding.cell(measure, in: row).text, names) else {
            refuse(measure, row, "不是指标代码，也不在映射的 measures 中", "is no measure code and not among the mapping's measures")
            return
        }
        let key = [
            filing.organ?.name ?? "", filing.area.code ?? "", String(filing.year ?? 0), filing.form?.rawValue ?? "",
        ]
        let position = positions[key] ?? reading.filings.count
        if position == reading.filings.count {
            positions[key] = position
            reading.filings.append(filing)
        }
        if let earlier = reading.filings[position].readings[known.measure].place {
            let name = sheet.name(line: earlier.line, column: earlier.column - 1)
            refuse(value, row, "与 \(name) 重复", "repeats \(name)")
            return
        }
        var target = reading.filings[position]
        read(value, as: known, row, into: &target)
        reading.filings[position] = target
    }

    private func measure(_ text: String, _ names: [TableMapping.MeasureColumn]) -> TableMapping.MeasureColumn? {
        let key = TableBinding.key(text)
        let named = names.first {
            if case .header(let name) = $0.column { TableBinding.key(name) == key } else { false }
        }
        return named
            ?? Measures.id(key).map { TableMapping.MeasureColumn(measure: $0, column: .fixed(""), factor: nil) }
    }

    private func finished() -> TableReading {
        var result = reading
        if !skippedRows.isEmpty {
            let rows = skippedRows.prefix(8).map(String.init).joined(separator: ", ")
            result.remarks.append(Words("合计行未作为报告读取：第 \(rows) 行", "rows with sums are no filings: \(rows)"))
        }
        if unasked > 0 {
            result.remarks.append(
                Words(
                    "有 \(unasked) 格为 0 而该年格式没有此项，未读取",
                    "\(unasked) cells hold 0 where the form of the year has no cell; left aside"))
        }
        for name in undecided {
            result.remarks.append(
                Words("“\(name)”有多处同名，地区未定；请用六位代码", "“\(name)” names several districts, none was taken: use codes"))
        }
        return result
    }
}
