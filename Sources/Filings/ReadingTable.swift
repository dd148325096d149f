/// The readings of one filing, indexed by measure. Cells outside the filing's form are `notAsked`.
///
/// A cell takes 24 bytes: nearly every figure is printed as its value is written, and then its text is not kept.
package struct ReadingTable: Hashable, Sendable {
    @usableFromInline var cells: [Cell]
    /// What few cells have: characters other than the value's own, several readings.
    private var details: [MeasureID: Detail] = [:]

    /// A cell without its characters.
    package struct Cell: Hashable, Sendable {
        /// The number printed, `mantissa` x 10^-`scale`; 0 where there is none.
        package var mantissa: Int64 = 0
        var place = Place(line: 0, column: 0)
        package var state: ReadingState
        package var scale: UInt8 = 0
        var reason: ReadingReason?
        var marks: Marks = []

        init(_ state: ReadingState) { self.state = state }

        /// Whether a number is printed in it, in digits.
        @inlinable package var isPrinted: Bool { state == .reported }

        var value: ExactDecimal? {
            marks.contains(.value) ? ExactDecimal(normalisedMantissa: mantissa, scale: scale) : nil
        }

        mutating func set(_ value: ExactDecimal) {
            mantissa = value.mantissa
            scale = value.scale
            marks.insert(.value)
        }

        mutating func set(_ place: Place) {
            self.place = place
            marks.insert(.place)
        }
    }

    /// What a cell has.
    struct Marks: OptionSet, Hashable {
        let rawValue: UInt8
        static let value = Marks(rawValue: 1)
        static let place = Marks(rawValue: 2)
        /// The text is the value's own digits.
        static let plainText = Marks(rawValue: 4)
        static let detail = Marks(rawValue: 8)
    }

    private struct Detail: Hashable {
        var text: String
        var candidates: [ExactDecimal]
    }

    /// Whether any cell has characters other than its value's own, or several readings.
    package var hasDetails: Bool { !details.isEmpty }

    /// Every cell of the form `absent`, all others `notAsked`; without a form all are `absent`.
    package init(form: FormID?) { cells = form.map { Self.empty[$0.index] } ?? Self.unread }

    private static let unread = Array(repeating: Cell(.absent), count: Measures.count)
    private static let empty = FormID.allCases.map { form in
        Measures.all.map { Cell($0.forms.contains(form) ? .absent : .notAsked) }
    }

    /// Calls `body` with all cells, by measure: for loops over whole tables.
    @inlinable
    package func withCells<Result>(_ body: (UnsafeBufferPointer<Cell>) -> Result) -> Result {
        cells.withUnsafeBufferPointer(body)
    }

    /// The state of a cell, without the rest of it.
    package func state(of id: MeasureID) -> ReadingState { cells[id.index].state }

    /// The number printed in a cell, without the rest of it; 0 for a nil mark.
    package func value(of id: MeasureID) -> ExactDecimal? { cells[id.index].value }

    /// The number printed in a cell in digits.
    package func printed(_ id: MeasureID) -> ExactDecimal? {
        cells[id.index].state == .reported ? cells[id.index].value : nil
    }

    /// A figure printed in a cell, on a file without pages.
    package struct Figure {
        package var mantissa: Int64
        package var line: Int32
        package var column: Int32
        package var measure: MeasureID
        package var scale: UInt8
        /// Whether its text is the value's own digits.
        package var isPlain: Bool

        package init(
            _ measure: MeasureID, mantissa: Int64, scale: UInt8, isPlain: Bool, line: Int32, column: Int32
        ) {
            self.measure = measure
            self.mantissa = mantissa
            self.scale = scale
            self.isPlain = isPlain
            self.line = line
            self.column = column
        }
    }

    /// Puts printed figures in cells that are absent, with the texts of those that are not plain. False where a cell is
    /// anything else; the table is of no use then.
    package mutating func print(_ figures: UnsafeBufferPointer<Figure>, texts: [MeasureID: String]) -> Bool {
        let isPrinted = cells.withUnsafeMutableBufferPointer { cells in
            for figure in figures {
                guard cells[figure.measure.index].state == .absent else { return false }
                var cell = Cell(.reported)
                cell.mantissa = figure.mantissa
                cell.scale = figure.scale
                cell.marks = figure.isPlain ? [.value, .place, .plainText] : [.value, .place, .detail]
                cell.place = Place(storedLine: figure.line, storedColumn: figure.column)
                cells[figure.measure.index] = cell
            }
            return true
        }
        guard isPrinted else { return false }
        for figure in figures where !figure.isPlain {
            guard let text = texts[figure.measure] else { preconditionFailure("no text of a figure that is not plain") }
            details[figure.measure] = Detail(text: text, candidates: [])
        }
        return true
    }

    package subscript(id: MeasureID) -> Reading {
        get {
            let cell = cells[id.index]
            let detail = cell.marks.contains(.detail) ? details[id] : nil
            let value = cell.value
            return Reading(
                cell.state, value: value,
                text: detail?.text ?? (cell.marks.contains(.plainText) ? value?.description ?? "" : ""),
                place: cell.marks.contains(.place) ? cell.place : nil, candidates: detail?.candidates ?? [],
                reason: cell.reason)
        }
        set {
            var cell = Cell(newValue.state)
            cell.reason = newValue.reason
            if let value = newValue.value { cell.set(value) }
            if let place = newValue.place { cell.set(place) }
            if !details.isEmpty { details[id] = nil }
            if newValue.candidates.isEmpty, newValue.text == newValue.value?.description {
                cell.marks.insert(.plainText)
            } else if !newValue.candidates.isEmpty || !newValue.text.isEmpty {
                cell.marks.insert(.detail)
                details[id] = Detail(text: newValue.text, candidates: newValue.candidates)
            }
            cells[id.index] = cell
        }
    }
}
