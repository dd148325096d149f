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
    private(set) var measures = [CellColumn.Builder](
        repeating: CellColumn.Builder(usualReason: .absent), count: Measures.count)
    private(set) var facts = [CellColumn.Builder](
        repeating: CellColumn.Builder(usualReason: .notStated), count: FactKinds.all.count)
    private(set) var consistency = [[Consistency]](repeating: [], count: ConsistencyPart.allCases.count)

    init(_ filings: [Filing]) {
        for filing in filings {
            appendMeasures(of: filing)
            appendFacts(of: filing)
        }
    }

    private mutating func appendMeasures(of filing: Filing) {
        let figures = Measures.all.map { filing.figure($0.id) }
        let assessed = filing.form.map { IdentityPlan.plan(for: $0).assess(figures.map { $0?.value }) }
        for part in consistency.indices { consistency[part].append(assessed?.parts[part] ?? .notAssessable) }
        for (index, figure) in figures.enumerated() {
            let id = MeasureID(rawValue: UInt16(index))
            guard let figure else {
                measures[index].appendNull(NullReason(filing.readings[id].state) ?? .absent)
                continue
            }
            let isDoubtful = assessed.map { !$0.doubtful.isEmpty && $0.doubtful[index] } ?? false
            measures[index].append(mantissa: figure.value.mantissa, scale: figure.value.scale)
            let blankZero = figure.basis == .derived && figure.value.isZero && filing.readings[id].state == .blank
            measures[index].mark(
                derived: figure.basis == .derived, assumedZero: figure.basis == .nilMark || blankZero,
                doubtful: isDoubtful)
        }
    }

    /// A fact that is stated once, or more than once with the same number; different numbers give none.
    private mutating func appendFacts(of filing: Filing) {
        for (index, kind) in FactKinds.all.enumerated() {
            let stated = filing.facts.filter { $0.kind == kind }.map(\.value)
            if let first = stated.first, stated.allSatisfy({ $0 == first }) {
                facts[index].append(mantissa: first.mantissa, scale: first.scale)
            } else {
                facts[index].appendNull(stated.isEmpty ? .notStated : .conflicting)
            }
        }
    }
}
