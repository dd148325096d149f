import Filings
import Ingest

/// A file that holds a table of filings.
package struct TableFile: Sendable {
    package var source: String
    package var digest: String
    /// `csv` or `xlsx`.
    package var format: String

    package init(source: String, digest: String, format: String) {
        self.source = source
        self.digest = digest
        self.format = format
    }
}

/// What a table gave: its filings, and what was left aside.
package struct TableReading: Sendable {
    package var filings: [Filing] = []
    package var remarks: [Words] = []
    /// Whether the table says nothing of what the identities determine, so that it must be worked out.
    package var lacksDerived = false

    package init(filings: [Filing] = [], lacksDerived: Bool = false) {
        self.filings = filings
        self.lacksDerived = lacksDerived
    }
}

/// Something wrong with a table, with the cell in a spreadsheet's notation.
package struct TableProblem: Hashable, Sendable {
    /// `Sheet1!C12`; empty when it concerns the whole table.
    package var cell: String
    package var words: Words
}

/// Why a table was not read: the first problems, and how many more there are.
package struct TableErrors: Error, Hashable, Sendable {
    /// So many are listed; a table with more is usually wrong in one way.
    package static let limit = 20

    package private(set) var problems: [TableProblem] = []
    package private(set) var rest = 0

    var isEmpty: Bool { problems.isEmpty }

    mutating func add(_ cell: String, _ zh: String, _ en: String) {
        if problems.count < Self.limit {
            problems.append(TableProblem(cell: cell, words: Words(zh, en)))
        } else {
            rest += 1
        }
    }

    /// One line a problem.
    package var words: Words {
        let count = problems.count + rest
        var zh = ["表格有 \(count) 处错误，未读取："]
        var en = ["the table has \(count) mistakes and was not read:"]
        for problem in problems {
            let place = problem.cell.isEmpty ? "" : problem.cell + ": "
            zh.append(place + problem.words.zh)
            en.append(place + problem.words.en)
        }
        if rest > 0 {
            zh.append("另有 \(rest) 处")
            en.append("and \(rest) more")
        }
        return Words(zh.joined(separator: "\n    "), en.joined(separator: "\n    "))
    }
}
