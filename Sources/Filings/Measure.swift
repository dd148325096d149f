/// A measure's place in `Measures.all`: dense, so that a filing's cells are an array and not a dictionary.
package struct MeasureID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package var index: Int { Int(rawValue) }
    package static func < (a: MeasureID, b: MeasureID) -> Bool { a.rawValue < b.rawValue }
}

/// The three statutory tables of a filing, numbered as in the form.
package enum StatutoryTable: String, CaseIterable, Sendable {
    case two = "二"
    case three = "三"
    case four = "四"

    /// The table's number in English words.
    package var english: String {
        switch self {
        case .two: "two"
        case .three: "three"
        case .four: "four"
        }
    }
}

/// One cell of the statutory form. Source: 国办公开办函〔2019〕60号 and 〔2021〕30号, annexes.
///
/// A class, since the same few hundred are handed around everywhere.
package final class Measure: Sendable {
    package let id: MeasureID
    /// Stable and used in every output, e.g. `requests.received.total`.
    package let code: String
    package let forms: [FormID]
    package let table: StatutoryTable
    /// The printed labels of the line and of the column.
    package let line: String
    package let column: String
    /// 件, 项, 万元 or 元.
    package let unit: String
    package let english: String

    init(
        id: MeasureID, code: String, forms: [FormID], table: StatutoryTable, line: String, column: String, unit: String,
        english: String
    ) {
        self.id = id
        self.code = code
        self.forms = forms
        self.table = table
        self.line = line
        self.column = column
        self.unit = unit
        self.english = english
    }

    /// Changes of a stock may be negative; everything else is a count or an amount and may not.
    package var isSigned: Bool { code.hasSuffix(".itemsChange") }
    /// Amounts of money may have decimals.
    package var isMoney: Bool { unit == "万元" || unit == "元" }
}

/// Every measure of every form, in the order of `Vocabulary/measures.tsv`.
package enum Measures {
    package static let all: [Measure] = load()
    private static let byCode: [String: MeasureID] = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0.id) })

    package static var count: Int { all.count }
    package static func id(_ code: String) -> MeasureID? { byCode[code] }
    package static subscript(id: MeasureID) -> Measure { all[id.index] }

    private static let tables = all.map(\.table)
    /// The table of a measure, without the rest of it.
    package static func table(of id: MeasureID) -> StatutoryTable { tables[id.index] }

    /// The id of a code that the program itself wrote down; an unknown one is a mistake in the program.
    package static func known(_ code: String) -> MeasureID {
        guard let id = byCode[code] else { preconditionFailure("no measure \(code) in measures.tsv") }
        return id
    }

    private static func load() -> [Measure] {
        Vocabulary.rows(of: "measures.tsv").enumerated().map { index, row in
            Measure(
                id: MeasureID(rawValue: UInt16(index)), code: row[0],
                forms: row[1] == "both" ? [.form2019, .form2021] : [row[1] == "2019" ? .form2019 : .form2021],
                table: StatutoryTable(rawValue: row[2])!, line: row[3], column: row[4], unit: row[5], english: row[6])
        }
    }
}
