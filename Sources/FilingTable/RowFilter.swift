import ColumnStore
import Filings

/// The selection language of every command and definition: `name=value`, `!=`, `<`, `<=`, `>`, `>=`, `name=a|b`,
/// joined by commas, all of which must hold.
package struct RowFilter: Hashable, Sendable {
    /// The names that may be asked for.
    package enum Field: String, CaseIterable, Sendable {
        case district, city, province, area, organ, function, level, coverage, year, form
    }

    package enum Comparator: String, CaseIterable, Sendable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="

        /// Whether it needs an order and not only sameness.
        package var isOrdering: Bool { self != .equal && self != .notEqual }
    }

    package struct Condition: Hashable, Sendable {
        package var field: Field
        package var comparator: Comparator
        /// One or more; more than one only for `=` and `!=`.
        package var values: [String]

        package init(_ field: Field, _ comparator: Comparator, _ values: [String]) {
            self.field = field
            self.comparator = comparator
            self.values = values
        }
    }

    package var conditions: [Condition]

    package init(_ conditions: [Condition] = []) { self.conditions = conditions }

    /// The filter as it would be written.
    package var description: String {
        conditions.map { $0.field.rawValue + $0.comparator.rawValue + $0.values.joined(separator: "|") }
            .joined(separator: ",")
    }

    /// The conditions on the year, which choose the years to show rather than the filings to know of.
    package var yearConditions: [Condition] { conditions.filter { $0.field == .year } }
    package var withoutYears: RowFilter { RowFilter(conditions.filter { $0.field != .year }) }
}

extension RowFilter {
    /// The rows for which every condition holds. A row without a value satisfies `!=` and nothing else.
    package func rows(in filings: FilingColumns) -> Bitmap {
        conditions.reduce(filings.everyRow) { $0.intersection($1.rows(in: filings)) }
    }

    /// Whether every condition on the year admits it.
    package func admits(year: Int) -> Bool { yearConditions.allSatisfy { $0.admits(year: year) } }
}

extension RowFilter {
    /// A value that no filing has, with the one that some filing has and is most like it.
    package struct Unmatched: Hashable, Sendable {
        package var field: Field
        package var value: String
        package var nearest: String?
    }

    /// The values asked for that no filing has: allowed, and worth saying.
    package func unmatchedValues(in filings: FilingColumns) -> [Unmatched] {
        conditions.filter { $0.field != .year }.flatMap { condition in
            let present = condition.columns(in: filings).flatMap(\.dictionary)
            return condition.values.filter { !present.contains($0) }.map {
                Unmatched(field: condition.field, value: $0, nearest: NearestName.nearest(to: $0, among: present))
            }
        }
    }
}

extension RowFilter.Condition {
    func rows(in filings: FilingColumns) -> Bitmap {
        if field == .year { return Bitmap(count: filings.rowCount) { admits(year: filings.year(at: $0)) } }
        let same = columns(in: filings).reduce(Bitmap(repeating: false, count: filings.rowCount)) {
            $0.union($1.rows(anyOf: values))
        }
        return comparator == .notEqual ? same.inverted() : same
    }

    func admits(year: Int) -> Bool {
        let numbers = values.compactMap { Int($0) }
        switch comparator {
        case .equal: return numbers.contains(year)
        case .notEqual: return !numbers.contains(year)
        case .less: return numbers.allSatisfy { year < $0 }
        case .lessOrEqual: return numbers.allSatisfy { year <= $0 }
        case .greater: return numbers.allSatisfy { year > $0 }
        case .greaterOrEqual: return numbers.allSatisfy { year >= $0 }
        }
    }

    /// A district is known by its code and by its name.
    func columns(in filings: FilingColumns) -> [DictionaryColumn] {
        switch field {
        case .district: [filings.strings(.district), filings.strings(.districtName)]
        case .city: [filings.strings(.city)]
        case .province: [filings.strings(.province)]
        case .area: [filings.strings(.area)]
        case .organ: [filings.strings(.organ)]
        case .function: [filings.strings(.function)]
        case .level: [filings.strings(.level)]
        case .coverage: [filings.strings(.coverage)]
        case .form: [filings.strings(.form)]
        case .year: []
        }
    }
}
