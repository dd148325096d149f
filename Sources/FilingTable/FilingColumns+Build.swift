import ColumnStore
import Filings

extension FilingColumns {
    /// Builds the table. Filings without a year or an organ are left out and listed. `supplements` is empty or has one
    /// entry for each filing.
    package init(_ filings: [Filing], supplements: [FilingSupplement] = []) {
        precondition(supplements.isEmpty || supplements.count == filings.count, "one supplement a filing")
        self.init(filings) { positions, consistency in
            SupplementColumns.columns(
                supplements.isEmpty ? [] : positions.map { supplements[$0] }, consistency: consistency,
                count: positions.count)
        }
    }

    /// A table of expected filings: dimensions and supplements only, every cell of the forms null.
    package init(expected: [ExpectedFiling]) {
        self.init(expected.map(\.placeholder)) { _, _ in SupplementColumns.columns(expected) }
    }

    private init(
        _ filings: [Filing], supplements: (_ positions: [Int], _ consistency: [[Consistency]]) -> [CellColumn]
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
        let rows = positions.map { filings[$0] }
        let formRows = FormID.allCases.map { form in Bitmap(count: rows.count) { rows[$0].form == form } }
        let cells = CellBuilding(rows)
        let measures = cells.measures.enumerated().map { index, builder in
            builder.freeze(asked: Self.asked(Measures.all[index], formRows))
        }
        let everyRow = Bitmap(repeating: true, count: rows.count)
        let facts = cells.facts.map { $0.freeze(asked: everyRow) }
        let extra = supplements(positions, cells.consistency)

        var table = ColumnTable.Builder(rowCount: rows.count)
        Self.addDimensions(of: rows, to: &table)
        for (part, states) in zip(ConsistencyPart.allCases, cells.consistency) {
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

/// Reads every cell and fact of every filing once.
private struct CellBuilding {
    private(set) var measures: [CellColumn.Builder]
    private(set) var facts: [CellColumn.Builder]
    private(set) var consistency = [[Consistency]](repeating: [], count: ConsistencyPart.allCases.count)

    /// So many filings' cells stay in the processor's cache while one column after another takes them.
    private static let block = 16

    init(_ filings: [Filing]) {
        measures = Measures.all.map { _ in CellColumn.Builder(usualReason: .absent, rows: filings.count) }
        facts = FactKinds.all.map { _ in CellColumn.Builder(usualReason: .notStated, rows: filings.count) }
        for start in stride(from: 0, to: filings.count, by: Self.block) {
            let block = filings[start..<min(start + Self.block, filings.count)]
            let doubtful = block.map { assess($0) }
            for filing in block { appendFacts(of: filing) }
            let readings = block.map(\.readings)
            for measure in Measures.all { append(measure.id, block, readings, doubtful) }
        }
    }

    /// Notes which parts of the form hold; the measures that violated identities involve, none where none is violated.
    private mutating func assess(_ filing: Filing) -> [Bool] {
        let assessed = filing.form.map { IdentityPlan.plan(for: $0).assess(filing) }
        for part in consistency.indices { consistency[part].append(assessed?.parts[part] ?? .notAssessable) }
        return assessed?.doubtful ?? []
    }

    /// Appends one cell of some filings.
    private mutating func append(
        _ measure: MeasureID, _ filings: ArraySlice<Filing>, _ readings: [ReadingTable], _ doubtful: [[Bool]]
    ) {
        for row in readings.indices {
            // Nearly every cell is printed or not asked: the rest of the filing need not be touched.
            if let value = readings[row].printed(measure) {
                measures[measure.index].append(mantissa: value.mantissa, scale: value.scale)
            } else if readings[row].state(of: measure) == .notAsked {
                measures[measure.index].appendNull(.notAsked)
            } else {
                Self.appendUnprinted(measure, of: filings[filings.startIndex + row], to: &measures[measure.index])
            }
            if !doubtful[row].isEmpty, doubtful[row][measure.index] { measures[measure.index].markDoubtful() }
        }
    }

    private static func appendUnprinted(_ measure: MeasureID, of filing: Filing, to column: inout CellColumn.Builder) {
        guard let figure = filing.figure(measure) else {
            return column.appendNull(NullReason(filing.readings.state(of: measure)) ?? .absent)
        }
        column.append(mantissa: figure.value.mantissa, scale: figure.value.scale)
        mark(&column, measure, figure, of: filing)
    }

    /// Says what a number that is not printed as such rests on.
    private static func mark(
        _ column: inout CellColumn.Builder, _ measure: MeasureID, _ figure: Filing.Figure, of filing: Filing
    ) {
        let isBlank = filing.readings.state(of: measure) == .blank
        let blankZero = figure.basis == .derived && figure.value.isZero && isBlank
        column.mark(derived: figure.basis == .derived, assumedZero: figure.basis == .nilMark || blankZero)
    }

    private static let factKinds = Dictionary(uniqueKeysWithValues: FactKinds.all.enumerated().map { ($1, $0) })

    /// A fact that is stated once, or more than once with the same number; different numbers give none.
    private mutating func appendFacts(of filing: Filing) {
        var stated = [ExactDecimal?](repeating: nil, count: facts.count)
        var isConflicting = [Bool](repeating: false, count: facts.count)
        for fact in filing.facts {
            guard let index = Self.factKinds[fact.kind] else { continue }
            if let first = stated[index], first != fact.value { isConflicting[index] = true }
            stated[index] = fact.value
        }
        for index in facts.indices {
            if let value = stated[index], !isConflicting[index] {
                facts[index].append(mantissa: value.mantissa, scale: value.scale)
            } else {
                facts[index].appendNull(isConflicting[index] ? .conflicting : .notStated)
            }
        }
    }
}
