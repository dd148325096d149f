import Filings
import Ingest

/// What the three statutory tables of a document say.
struct TableReadings {
    private(set) var form: FormID?
    private(set) var readings: ReadingTable
    private(set) var notes: [ReadingNote] = []
    /// Whether every cell of the form is a printed figure, so that there is nothing to derive.
    private(set) var isWhole = false
    /// How many of the tables were found.
    private(set) var found = 0
    /// Whether the tables' own words tell the generation of the form, and not the year.
    private(set) var isFormPrinted = false

    /// Whether the figures' places alone tell their cells, where no cell is empty: no sum was asked.
    private(set) var isByPlace = true
    /// The rows in which tables were looked for.
    private(set) var rows: [TableRow] = []

    /// Known tables, none of which is damaged.
    init(_ printed: PrintedTables.Printed) {
        form = printed.form
        switch printed.tables {
        case .whole(let whole):
            readings = whole
            isWhole = true
            found = StatutoryTable.allCases.count
        case .open(let open, let rows, let others):
            readings = others
            found = StatutoryTable.allCases.count - open.count
            read(rows, AllForms.form(printed.form), open)
        }
    }

    /// Finds the tables among a document's rows; without a form there are none.
    init(_ document: [RawRow], year: Int?, _ lexicon: Lexicon) {
        rows = TableRows(lexicon: lexicon).rows(of: document)
        let recognised = FormRecognition.form(of: rows, year: year)
        form = recognised.form
        isFormPrinted = recognised.isPrinted
        readings = ReadingTable(form: form)
        if let form { read(rows, AllForms.form(form)) }
    }

    private mutating func read(
        _ rows: [TableRow], _ form: StatutoryForm, _ tables: Set<StatutoryTable> = Set(StatutoryTable.allCases)
    ) {
        let three = tables.contains(.three) ? TableThreeReader(form: form).read(rows) : nil
        if tables.contains(.two) {
            add(.two, TableTwoReader(form: form, leavesZerosOut: three?.leavesZerosOut ?? false).read(rows))
        }
        if tables.contains(.three) { add(.three, three) }
        if tables.contains(.four) { add(.four, TableFourReader(form: form).read(rows)) }
    }

    private mutating func add(_ table: StatutoryTable, _ result: ReadTable?) {
        guard let result else {
            notes.append(
                ReadingNote(
                    kind: .tableMissing, table: table, chinese: "没有找到表\(table.rawValue)",
                    english: "table \(table.english) was not found",
                    evidence: Evidence(text: "", place: nil)))
            return
        }
        found += 1
        for (measure, reading) in result.readings { readings[measure] = reading }
        notes += result.notes
        isByPlace = isByPlace && result.isByPlace
    }
}
