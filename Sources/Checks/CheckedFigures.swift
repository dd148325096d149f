import Filings

/// The figures of a filing as checks compute with them: what is printed, what the sums determine, and 0 for an empty
/// cell of a filing that leaves its zeros blank throughout.
struct CheckedFigures {
    private let filing: Filing
    /// The form's cells in tables that are there, and that hold no figure.
    let empty: [MeasureID]
    /// More cells are empty than print a zero: this filing writes nothing for nothing.
    let leavesZerosBlank: Bool
    /// It leaves the totals of lines blank too, as some offices did in 2019: such a total is unknown and not 0.
    private let leavesTotalsBlank: Bool

    init(_ filing: Filing) {
        self.filing = filing
        let form = filing.form.map(AllForms.form)
        let measures = form?.measures ?? []
        let lost = Set(filing.notes.filter { $0.kind == .tableMissing }.compactMap(\.table))
        let present = Set(StatutoryTable.allCases).subtracting(lost).filter { table in
            measures.contains { Measures.table(of: $0) == table && filing.readings.state(of: $0) != .absent }
        }
        empty = measures.filter { id in
            let state = filing.readings.state(of: id)
            return (state == .blank || state == .absent) && present.contains(Measures.table(of: id))
        }
        let zeros = measures.count { filing.readings.value(of: $0)?.isZero ?? false }
        leavesZerosBlank = !empty.isEmpty && zeros <= empty.count
        leavesTotalsBlank =
            (form?.tableThree ?? []).count { line in
                filing.readings.state(of: line.measures.last!) == .blank
                    && line.measures.dropLast().contains { (filing.readings.value(of: $0) ?? .zero) > .zero }
            } > 1
    }

    func value(_ id: MeasureID) -> ExactDecimal? {
        let reading = filing.readings[id]
        if let value = reading.value { return value }
        return isAssumedZero(id) ? .zero : filing.derived[id]?.value
    }

    /// Whether a figure is 0 only because the cell is empty.
    func isAssumedZero(_ id: MeasureID) -> Bool {
        guard leavesZerosBlank, filing.readings.state(of: id) == .blank else { return false }
        return !leavesTotalsBlank || !Measures[id].code.hasSuffix(".total")
    }
}
