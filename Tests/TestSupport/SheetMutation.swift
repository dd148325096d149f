import Filings

/// Damage and customs that real documents show, done to a sheet. No mutation changes a figure.
package enum SheetMutation: String, CaseIterable, Sendable {
    case dropOtherColumn, blankTotals, shiftOtherRow, glueRows, fullWidthDigits, pageBreak, repeatedColumn, lostLabels
    case labelsAsZero, zerosBlank, zerosAsSlash, thousands, units, otherSpellings, gluePairs

    package func apply(to sheet: FilingSheet) -> FilingSheet {
        var sheet = sheet
        switch self {
        case .dropOtherColumn: for row in sheet.three.indices { sheet.three[row].cells.remove(at: 5) }
        case .blankTotals: for row in sheet.lines.dropFirst(2).dropLast(2) { sheet.three[row].cells[6] = "" }
        case .shiftOtherRow:
            if let row = sheet.three.firstIndex(where: { $0.labels.last == "3.其他" }) { sheet.three[row].labels = ["3. 其他", "", ""] }
        case .glueRows: for row in sheet.lines where row % 3 == 0 { sheet.three[row].cells = [sheet.three[row].cells.joined()] }
        case .gluePairs: for row in sheet.lines where row % 3 == 0 { sheet.three[row].cells[5] += sheet.three[row].cells.remove(at: 6) }
        case .fullWidthDigits: sheet.mapFigures { $0.map(Self.fullWidth).reduce(into: "") { $0.append($1) } }
        case .pageBreak: sheet.breakPage(at: 15)
        case .repeatedColumn: for row in sheet.lines.suffix(12) { sheet.three[row].cells.insert(sheet.three[row].cells[2], at: 3) }
        case .lostLabels: sheet.mapSubLabels { _ in "" }
        case .labelsAsZero: sheet.mapSubLabels { _ in "0" }
        case .zerosBlank: sheet.mapFigures { $0 == "0" ? "" : $0 }
        case .zerosAsSlash: sheet.mapFigures { $0 == "0" ? "/" : $0 }
        case .thousands: sheet.mapFigures(Self.grouped)
        case .units: for row in sheet.lines { sheet.three[row].cells = sheet.three[row].cells.map { $0 + "件" } }
        case .otherSpellings:
            sheet.mapSubLabels { $0.replacing("其他法律行政法规禁止公开", with: "其他法律法规禁止公开的").replacing(".", with: "．") }
        }
        return sheet
    }

    private static func fullWidth(_ character: Character) -> Character {
        guard let ascii = character.asciiValue else { return character }
        return Character(Unicode.Scalar(UInt32(ascii) + 0xFEE0)!)
    }

    private static func grouped(_ text: String) -> String {
        guard text.count > 3, text.allSatisfy(\.isNumber) else { return text }
        return text.dropLast(3) + "," + text.suffix(3)
    }
}

extension FilingSheet {
    fileprivate mutating func mapFigures(_ change: (String) -> String) {
        for row in two.indices where !two[row].isHeading { two[row].cells = two[row].cells.map(change) }
        for row in lines { three[row].cells = three[row].cells.map(change) }
        for row in four.indices where !four[row].isHeading { four[row].cells = four[row].cells.map(change) }
    }

    /// Labels of the lines inside the groups （三） to （六）.
    fileprivate mutating func mapSubLabels(_ change: (String) -> String) {
        for row in lines where !three[row].labels[2].isEmpty { three[row].labels[2] = change(three[row].labels[2]) }
    }

    /// A page number and the column headings again, in the middle of the table.
    fileprivate mutating func breakPage(at row: Int) {
        let headings = three.filter(\.isHeading).suffix(2)
        let footer = Row(labels: ["- 4 -"], cells: [], isHeading: true)
        three.insert(contentsOf: [footer] + headings, at: row)
    }
}
