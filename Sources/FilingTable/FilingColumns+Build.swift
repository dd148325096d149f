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
        let rows = RowFilings(filings: filings, positions: positions)
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
        table.add(Dimension.year.rawValue, Column<Int64>(rows.indices.map { rows[$0].year.map(Int64.init) }))
        let states = ConcurrentMap.values(count: consistency.count, jobs: jobs) {
            DictionaryColumn(consistency[$0].map(\.rawValue))
        }
        for (part, states) in zip(ConsistencyPart.allCases, states) { table.add(part.rawValue, states) }
        for (measure, cell) in zip(Measures.all, measures) { table.add(measure.code, cell.values) }
        for (kind, cell) in zip(FactKinds.all, facts) { table.add("fact " + kind, cell.values) }
        for (supplement, cell) in zip(Supplement.allCases, extra) { table.add(supplement.rawValue, cell.values) }

        self.init(
            table: table.freeze(), excluded: excluded, inputPositions: positions,
            divisions: rows.indices.map { rows[$0].area.district }, measures: measures, facts: facts,
            supplements: extra, formRows: formRows)
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
    private static func dimensions(of rows: RowFilings, jobs: Int) -> [(Dimension, DictionaryColumn)] {
        let areas = ConcurrentMap.values(count: rows.count, jobs: jobs) { AreaNames(rows[$0]) }
        @Sendable func values(_ dimension: Dimension) -> [String?] {
            switch dimension {
            case .source: rows.indices.map { rows[$0].source }
            case .organ: rows.indices.map { rows[$0].organ?.name }
            case .concept: concepts(of: rows, areas)
            case .function: rows.indices.map { rows[$0].organ?.function }
            case .level: areas.map { $0.level?.rawValue }
            case .coverage: rows.indices.map { rows[$0].organ?.coverage?.rawValue }
            case .district: areas.map(\.code)
            case .districtName: areas.map(\.name)
            case .city: areas.map(\.city)
            case .province: areas.map(\.province)
            case .area: areas.map(\.area)
            case .form: rows.indices.map { rows[$0].form?.rawValue }
            case .year: []
            }
        }
        let dimensions = Dimension.allCases.filter { !$0.isNumber }
        let columns = ConcurrentMap.values(count: dimensions.count, jobs: jobs) { index in
            DictionaryColumn(values(dimensions[index]))
        }
        return Array(zip(dimensions, columns))
    }

    private static func concepts(of rows: RowFilings, _ areas: [AreaNames]) -> [String] {
        OrganConcepts.values(
            of: rows.indices.map { row in
                OrganConcepts.Entry(
                    name: rows[row].organ?.name ?? "", district: areas[row].code, function: rows[row].organ?.function,
                    coverage: rows[row].organ?.coverage?.rawValue, year: rows[row].year ?? 0)
            })
    }
}

/// The filings of the table's rows. None is copied: a filing has many parts, and there are many filings.
struct RowFilings: Sendable {
    let filings: [Filing]
    /// Those of the filings that have a row, ascending.
    let positions: [Int]

    var count: Int { positions.count }
    var indices: Range<Int> { positions.indices }

    subscript(row: Int) -> Filing {
        _read { yield filings[positions[row]] }
    }
}
