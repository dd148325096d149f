import Filings

/// A filing as read against what was printed.
package struct FilingComparison: Sendable {
    /// Cells that say something that is not so: the one thing that must never happen.
    package private(set) var wrong: [String] = []
    /// Cells that were left open or empty; no error, but a loss.
    package private(set) var open: [MeasureID] = []

    package init(read: Filing, truth: Filing) {
        guard let form = truth.form, read.form == form else {
            wrong.append("form \(read.form?.rawValue ?? "nil")")
            return
        }
        for id in AllForms.form(form).measures {
            compare(read.readings[id], derived: read.derived[id], with: truth.readings[id].value!, id)
        }
    }

    private mutating func compare(_ reading: Reading, derived: Derivation?, with truth: ExactDecimal, _ id: MeasureID) {
        let code = Measures[id].code
        if let value = reading.value, value != truth { wrong.append("\(code) read \(value), printed \(truth)") }
        if let derived, derived.value != truth { wrong.append("\(code) derived \(derived.value), printed \(truth)") }
        if reading.state == .ambiguous, !reading.candidates.contains(truth) {
            wrong.append("\(code) between \(reading.candidates), printed \(truth)")
        }
        if reading.value == nil, derived == nil { open.append(id) }
    }
}
