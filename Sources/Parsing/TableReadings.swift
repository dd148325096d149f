import Filings
import Ingest

/// What the three statutory tables of a document say.
struct TableReadings {
    private(set) var form: FormID?
    private(set) var readings: ReadingTable
    private(set) var notes: [ReadingNote] = []
    /// How many of the tables were found.
    private(set) var found = 0
    /// Whether the tables' own words tell the generation of the form, and not the year.
    private(set) var isFormPrinted = false

    /// Known tables, in which nothing is damaged.
    init(_ printed: PrintedTables.Printed) {
        form = printed.form
        readings = printed.readings
        found = StatutoryTable.allCases.count
    }

    /// Finds the tables among a document's rows; without a form there are none.
    init(_ rows: [RawRow], year: Int?, _ lexicon: Lexicon) {
        let rows = TableRows(lexicon: lexicon).rows(of: rows)
        let recognised = FormRecognition.form(of: rows, year: year)
        form = recognised.form
        isFormPrinted = recognised.isPrinted
        readings = ReadingTable(form: form)
        guard let form else { return }
        let statutory = AllForms.form(form)
        add(.two, TableTwoReader(form: statutory).read(rows).map { ($0.readings, $0.notes) })
        add(.three, TableThreeReader(form: statutory).read(rows).map { ($0.readings, $0.notes) })
        add(.four, TableFourReader(form: statutory).read(rows).map { ($0.readings, $0.notes) })
    }

    private mutating func add(
        _ table: StatutoryTable, _ result: ([(measure: MeasureID, reading: Reading)], [ReadingNote])?
    ) {
        guard let result else {
            notes.append(
                ReadingNote(
                    kind: .tableMissing, table: table, chinese: "没有找到表\(table.rawValue)",
                    english: "table \(table.english) was not found",
                    evidence: Evidence(text: "", place: nil)))
            return
        }
        found += 1
        for (measure, reading) in result.0 { readings[measure] = reading }
        notes += result.1
    }
}
