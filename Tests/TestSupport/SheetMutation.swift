import Filings

/// Damage and customs that real documents show, done to a sheet. No mutation changes a figure.
package enum SheetMutation: String, CaseIterable, Sendable {
    case dropOtherColumn, blankTotals, shiftOtherRow, glueRows, fullWidthDigits, pageBreak, repeatedColumn, lostLabels
    case labelsAsZero, zerosBlank, zerosAsSlash, thousands, units, otherSpellings, gluePairs
    case spacedLabels, splitFigures, subtotalColumn, labelsAbove, decimals, furniture, otherOrder, repeatedTables,
        transposedFour, lookAlikes, wideMinus

    package func apply(to sheet: FilingSheet) -> FilingSheet {
        var sheet = sheet
        switch self {
        case .dropOtherColumn: for row in sheet.three.indices { sheet.three[row].cells.remove(at: 5) }
        case .blankTotals: for row in sheet.lines.dropFirst(2).dropLast(2) { sheet.three[row].cells[6] = "" }
        case .shiftOtherRow:
            if let row = sheet.three.firstIndex(where: { $0.labels.last == "3.其他" }) {
                sheet.three[row].labels = ["3. 其他", "", ""]
            }
        case .glueRows:
            for row in sheet.lines where row % 3 == 0 { sheet.three[row].cells = [sheet.three[row].cells.joined()] }
        case .gluePairs:
            for row in sheet.lines where row % 3 == 0 {
                sheet.three[row].cells[5] += sheet.three[row].cells.remove(at: 6)
            }
        case .fullWidthDigits: sheet.mapFigures { $0.map(Self.fullWidth).reduce(into: "") { $0.append($1) } }
        case .pageBreak: sheet.breakPage(at: 15)
        case .repeatedColumn:
            for row in sheet.lines.suffix(12) { sheet.three[row].cells.insert(sheet.three[row].cells[2], at: 3) }
        case .lostLabels: sheet.mapSubLabels { _ in "" }
        case .labelsAsZero: sheet.mapSubLabels { _ in "0" }
        case .zerosBlank: sheet.mapFigures { $0 == "0" ? "" : $0 }
        case .zerosAsSlash: sheet.mapFigures { $0 == "0" ? "/" : $0 }
        case .thousands: sheet.mapFigures(Self.grouped)
        case .units: for row in sheet.lines { sheet.three[row].cells = sheet.three[row].cells.map { $0 + "件" } }
        case .otherSpellings:
            sheet.mapSubLabels { $0.replacing("其他法律行政法规禁止公开", with: "其他法律法规禁止公开的").replacing(".", with: "．") }
        case .spacedLabels: sheet.mapSubLabels { $0.map { String($0) }.joined(separator: " ") }
        case .splitFigures: for row in sheet.lines where row % 4 == 0 { sheet.splitFigure(in: row) }
        case .subtotalColumn: sheet.addSubtotals()
        case .labelsAbove: sheet.putLabelsAbove()
        case .decimals: sheet.mapFigures { Int($0) == nil ? $0 : $0 + ".0" }
        case .furniture:
            let menu = FilingSheet.Row(labels: ["首页 > 政府信息公开 > 年度报告  打印本页"], cells: [], isHeading: true)
            sheet.three.insert(menu, at: 17)
        case .otherOrder: sheet.order = [4, 2, 3]
        case .repeatedTables: sheet.order = [2, 3, 4, 2, 3, 4]
        case .transposedFour: sheet.transposeFour()
        case .lookAlikes: sheet.mapSubLabels { String($0.map { Self.homographs[$0] ?? $0 }) }
        case .wideMinus: sheet.mapFigures { $0.hasPrefix("-") ? "－" + $0.dropFirst() : $0 }
        }
        return sheet
    }

    /// Characters that recognition engines take for one another.
    private static let homographs: [Character: Character] = [
        "未": "末", "人": "入", "已": "己", "大": "太", "开": "幵", "料": "科", "由": "曲", "要": "耍", "内": "丙",
    ]

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

    /// A figure of more than one digit stands in two cells.
    fileprivate mutating func splitFigure(in row: Int) {
        guard let cell = three[row].cells.dropLast().firstIndex(where: { $0.count > 1 && Int($0) != nil }) else {
            return
        }
        let text = three[row].cells[cell]
        three[row].cells[cell] = String(text.prefix(1))
        three[row].cells.insert(String(text.dropFirst()), at: cell + 1)
    }

    /// A column 小计 of all organisations before the total.
    fileprivate mutating func addSubtotals() {
        for row in three.indices where three[row].cells.count == 7 {
            let figures = three[row].cells[1...5].compactMap { Int($0) }
            let isHeading = three[row].isHeading
            let isLowest = three[row].cells[1] == "商业企业"
            three[row].cells.insert(isHeading ? (isLowest ? "小计" : "") : String(figures.reduce(0, +)), at: 6)
        }
    }

    /// Labels on a line, figures on the next.
    fileprivate mutating func putLabelsAbove() {
        three = three.flatMap { row in
            row.isHeading
                ? [row]
                : [Row(labels: row.labels, cells: []), Row(labels: row.labels.map { _ in "" }, cells: row.cells)]
        }
    }

    /// Table four with a line for each outcome and a column for each block.
    fileprivate mutating func transposeFour() {
        let figures = four.last!.cells
        let heading = Row(labels: [""], cells: ["行政复议", "未经复议直接起诉", "复议后起诉"], isHeading: true)
        four =
            [heading]
            + ReviewColumn.allCases.enumerated().map { index, outcome in
                Row(labels: [outcome.label], cells: [figures[index], figures[index + 5], figures[index + 10]])
            }
    }
}
