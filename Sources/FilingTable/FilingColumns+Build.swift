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
        _ filings: [Filing], jobs: Int,
        supplements: (_ positions: [Int], _ consistency: [[Consistency]]) -> [CellColumn]
    ) {
        var excluded: [ExcludedFiling] = []
        var positions: [Int] = []
        for position in filings.indices {
            var reasons: [ExcludedFiling.Reason] = []
            if filings[position].year == nil { reasons.append(.noYear) }
            if filings[position].organ == nil { reasons.append(.noOrgan) }
            if reasons.isEmpty {
                positions.append(position)
            } else {
                excluded.append(
                    ExcludedFiling(source: filings[position].source, inputPosition: position, reasons: reasons))
            }
        }
        let rows = excluded.isEmpty ? filings : positions.map { filings[$0] }
        let formRows = FormID.allCases.map { form in Bitmap(count: rows.count) { rows[$0].form == form } }
        let (cells, consistency) = CellFilling(filings: rows).fill(jobs: jobs)
        let measures = ConcurrentMap.values(count: Measures.count, jobs: jobs) {
            cells.column($0, asked: Self.asked(Measures.all[$0], formRows))
        }
        let everyRow = Bitmap(repeating: true, count: rows.count)
        let facts = FactKinds.all.indices.map { cells.column(Measures.count + $0, asked: everyRow) }
        let extra = supplements(positions, consistency)

        var table = ColumnTable.Builder(rowCount: rows.count)
        for (dimension, column) in Self.dimensions(of: rows, jobs: jobs) { table.add(dimension.rawValue, column) }
        table.add(Dimension.year.rawValue, Column<Int64>(rows.map { $0.year.map(Int64.init) }))
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

    /// The dimensions that are strings, in their order.
    private static func dimensions(of rows: [Filing], jobs: Int) -> [(Dimension, DictionaryColumn)] {
        let areas = rows.withUnsafeBufferPointer { rows in rows.indices.map { AreaNames(rows[$0]) } }
        let concepts = OrganConcepts.values(
            of: rows.indices.map { row in
                OrganConcepts.Entry(
                    name: rows[row].organ?.name ?? "", district: areas[row].code, function: rows[row].organ?.function,
                    coverage: rows[row].organ?.coverage?.rawValue, year: rows[row].year ?? 0)
            })
        @Sendable func value(_ dimension: Dimension, _ row: Int) -> String? {
            switch dimension {
            case .source: rows[row].source
            case .organ: rows[row].organ?.name
            case .concept: concepts[row]
            case .function: rows[row].organ?.function
            case .level: areas[row].level?.rawValue
            case .coverage: rows[row].organ?.coverage?.rawValue
            case .district: areas[row].code
            case .districtName: areas[row].name
            case .city: areas[row].city
            case .province: areas[row].province
            case .area: areas[row].area
            case .form: rows[row].form?.rawValue
            case .year: nil
            }
        }
        let dimensions = Dimension.allCases.filter { !$0.isNumber }
        let columns = ConcurrentMap.values(count: dimensions.count, jobs: jobs) { index in
            DictionaryColumn(rows.indices.map { value(dimensions[index], $0) })
        }
        return Array(zip(dimensions, columns))
    }
}
