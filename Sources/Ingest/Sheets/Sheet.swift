import Filings

/// A table as a spreadsheet or a CSV file holds it: rows of cells, each with its place. Knows no form.
package struct Sheet: Sendable {
    /// The sheet's name; nil for a CSV file.
    package var name: String?
    /// The sheet's 1-based number in its workbook.
    package var number: Int?
    package var rows: [SheetRow]

    package init(name: String?, number: Int?, rows: [SheetRow]) {
        self.name = name
        self.number = number
        self.rows = rows
    }
}

/// A row with its 1-based number: that of a spreadsheet, or the line on which a row of CSV starts.
package struct SheetRow: Sendable {
    package var line: Int
    /// From the first column on; cells behind the last one in use are not listed.
    package var cells: [SheetCell]

    package init(line: Int, cells: [SheetCell]) {
        self.line = line
        self.cells = cells
    }
}

/// What a cell shows. Numbers are in plain notation, without exponent.
package struct SheetCell: Hashable, Sendable {
    package enum Kind: Sendable { case text, number, boolean, error }

    package var text: String
    package var kind: Kind

    package init(_ text: String, _ kind: Kind = .text) {
        self.text = text
        self.kind = kind
    }

    package static let empty = SheetCell("")
}

extension Sheet {
    /// `Sheet1!C12`; `C12` in a CSV file.
    package func name(line: Int, column: Int) -> String {
        (name.map { $0 + "!" } ?? "") + ColumnLetters.letters(column) + String(line)
    }

    /// The place of a cell: its row, its column, and the sheet's number as page.
    package func place(line: Int, column: Int) -> Place { Place(line: line, column: column + 1, page: number) }
}

/// The letters over a spreadsheet's columns.
package enum ColumnLetters {
    /// `A` for 0, `AA` for 26.
    package static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters: [Character] = []
        while rest > 0 {
            letters.append(Character(UnicodeScalar(UInt8(65 + (rest - 1) % 26))))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed())
    }

    /// 0 for `A`; nil for anything but one to three letters.
    package static func column(_ letters: some StringProtocol) -> Int? {
        guard (1...3).contains(letters.utf8.count) else { return nil }
        var column = 0
        for byte in letters.utf8 {
            guard (65...90).contains(byte & 0xDF), byte >= 65 else { return nil }
            column = column * 26 + Int(byte & 0xDF) - 64
        }
        return column - 1
    }
}
