package enum ChartValue: Hashable, Sendable {
    case string(String)
    case number(Double)
    /// A reporting year; kept apart from numbers, because years have neighbours and breaks.
    case year(Int)
    case null
}

/// What is known of a row besides its fields.
package struct RowFacts: Hashable, Sendable {
    package var state: MarkState
    /// The words of the state where the mark would be ("无申请"); nil for the grammar's own.
    package var stateText: String?
    /// The value as it should be printed ("48.0%"); nil to format the number by the spec.
    package var display: String?
    /// Denominator.
    package var n: Int?
    /// An interval of the value, in its unit (Wilson 95 %).
    package var interval: ClosedRange<Double>?
    /// The row the chart is about: Bold name, strong line.
    package var isSubject: Bool
    /// The exception the headline names; at most one in a chart.
    package var isAlert: Bool

    package init(
        state: MarkState = .ordinary, stateText: String? = nil, display: String? = nil, n: Int? = nil,
        interval: ClosedRange<Double>? = nil, isSubject: Bool = false, isAlert: Bool = false
    ) {
        self.state = state
        self.stateText = stateText
        self.display = display
        self.n = n
        self.interval = interval
        self.isSubject = isSubject
        self.isAlert = isAlert
    }
}

/// Rows of named fields in long form: one mark a row. The order of rows is the order of categories and series
/// unless the spec sorts.
package struct ChartTable: Hashable, Sendable {
    package private(set) var fields: [String]
    private var columns: [[ChartValue]]
    package private(set) var facts: [RowFacts] = []
    /// Values that a field is known to have, in order, whether or not a row has them: the classes of `bin`.
    var domains: [String: [ChartValue]] = [:]

    package init(fields: [String]) {
        self.fields = fields
        columns = Array(repeating: [], count: fields.count)
    }

    package var count: Int { facts.count }
    package var isEmpty: Bool { facts.isEmpty }

    /// `values` in the order of `fields`.
    package mutating func append(_ values: ChartValue..., facts: RowFacts = RowFacts()) {
        append(values, facts: facts)
    }

    package mutating func append(_ values: [ChartValue], facts: RowFacts = RowFacts()) {
        precondition(values.count == fields.count, "a row of \(values.count) values for \(fields.count) fields")
        for (index, value) in values.enumerated() { columns[index].append(value) }
        self.facts.append(facts)
    }

    /// The same with these rows alone, in this order.
    func keeping(_ rows: [Int]) -> ChartTable {
        var table = self
        table.columns = columns.map { column in rows.map { column[$0] } }
        table.facts = rows.map { facts[$0] }
        return table
    }

    package func column(_ field: String) -> [ChartValue]? {
        fields.firstIndex(of: field).map { columns[$0] }
    }
}
