import ColumnStore
import Filings

extension FilingColumns {
    /// Builds the table on so many threads. Filings without a year or an organ are left out and listed. `supplements` is
    /// empty or has one entry for each filing.
    package init(_ filings: [Filing], supplements: [FilingSupplement] = [], jobs: Int = 1) {
        precondition(supplements.isEmpty || supplements.count == filings.count, "one supplement a filing")
        self.init(filings, jobs: jobs) { positions, consistency in
            SupplementColumns.columns(
                supplements.isEmpty ? [] : positions.map { supplements[$0] }, consistency: consistency,
                count: positions.count)
        }
    }

    /// A table of expected filings: dimensions and supplements only, every cell of the forms null.
    package init(expected: [ExpectedFiling]) {
        self.init(expected.map(\.placeholder), jobs: 1) { _, _ in SupplementColumns.columns(expected) }
    }

    private init(
        _ filings: [Filing], jobs: Int, supplements: (_ positions: [Int], _ consistency: [[Consistency]]) -> [CellColumn]
    ) {
        var excluded: [ExcludedFiling] = []
        var positions: [Int] = []
        for (position, filing) in filings.enumerated() {
            var reasons: [ExcludedFiling.Reason] = []
            if filing.year == nil { reasons.append(.noYear) }
            if filing.organ == nil { reasons.append(.noOrgan) }
            if reasons.isEmpty {
                positions.append(position)
            } else {
                excluded.append(ExcludedFiling(source: filing.source, inputPosition: position, reasons: reasons))
            }
        }
        let rows = excluded.isEmpty ? filings : positions.map { filings[$0] }
        let formRows = FormID.allCases.map { form in Bitmap(count: rows.count) { rows[$0].form == form } }
        let (cells, consistency) = CellFilling(filings: rows).fill(jobs: jobs)
        let measures = Measures.all.map { cells.column($0.id.index, asked: Self.asked($0, formRows)) }
        let everyRow = Bitmap(repeating: true, count: rows.count)
        let facts = FactKinds.all.indices.map { cells.column(Measures.count + $0, asked: everyRow) }
        let extra = supplements(positions, consistency)

        var table = ColumnTable.Builder(rowCount: rows.count)
        Self.addDimensions(of: rows, to: &table)
        for (part, states) in zip(ConsistencyPart.allCases, consistency) {
            table.add(part.rawValue, DictionaryColumn(states.map(\.rawValue)))
        }
        for (measure, cell) in zip(Measures.all, measures) { table.add(measure.code, cell.values) }
        for (kind, cell) in zip(FactKinds.all, facts) { table.add("fact " + kind, cell.values) }
        for (supplement, cell) in zip(Supplement.allCases, extra) { table.add(supplement.rawValue, cell.values) }

        self.init(
            table: table.freeze(), excluded: excluded, inputPositions: positions,
            divisions: rows.map(\.area.district), measures: measures, facts: facts, supplements: extra,
            formRows: formRows)
    }

    /// The rows of all forms but those without the measure.
    private static func asked(_ measure: Measure, _ formRows: [Bitmap]) -> Bitmap {
        var result = Bitmap(repeating: true, count: formRows[0].count)
        for (form, rows) in zip(FormID.allCases, formRows) where !measure.forms.contains(form) {
            result = result.subtracting(rows)
        }
        return result
    }

    private static func addDimensions(of rows: [Filing], to table: inout ColumnTable.Builder) {
        let areas = rows.map { AreaNames($0) }
        func add(_ dimension: Dimension, _ value: (Int) -> String?) {
            table.add(dimension.rawValue, DictionaryColumn(rows.indices.map(value)))
        }
        add(.source) { rows[$0].source }
        add(.organ) { rows[$0].organ?.name }
        let concepts = OrganConcepts.values(
            of: rows.indices.map { row in
                OrganConcepts.Entry(
                    name: rows[row].organ?.name ?? "", district: areas[row].code, function: rows[row].organ?.function,
                    coverage: rows[row].organ?.coverage?.rawValue, year: rows[row].year ?? 0)
            })
        add(.concept) { concepts[$0] }
        add(.function) { rows[$0].organ?.function }
        add(.level) { areas[$0].level?.rawValue }
        add(.coverage) { rows[$0].organ?.coverage?.rawValue }
        add(.district) { areas[$0].code }
        add(.districtName) { areas[$0].name }
        add(.city) { areas[$0].city }
        add(.province) { areas[$0].province }
        add(.area) { areas[$0].area }
        add(.form) { rows[$0].form?.rawValue }
        table.add(Dimension.year.rawValue, Column<Int64>(rows.map { $0.year.map(Int64.init) }))
    }
}
