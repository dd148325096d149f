import Filings

/// How a filing's tables stand in a text; each is met in published or extracted filings.
package enum FilingLayout: String, CaseIterable, Sendable {
    /// Tabs, every row with all its cells.
    case rectangle
    /// Tabs, no empty cells behind a label.
    case narrow
    /// One cell a line, rows parted by empty lines.
    case cellPerLine
    /// Columns aligned by spaces.
    case aligned
    /// Pipes.
    case markdown
    /// Everything on one line, figures without separators.
    case glued

    package func text(_ sheet: FilingSheet) -> String {
        if self == .glued { return glued(sheet) }
        var lines = [sheet.title, "", "一、总体情况"] + sheet.opening
        for number in sheet.order { lines += ["", Self.headings[number - 2], ""] + table(sheet.table(number)) }
        return (lines + [""] + sheet.closing).joined(separator: "\n") + "\n"
    }

    private static let headings = ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"]

    private func glued(_ sheet: FilingSheet) -> String {
        func run(_ rows: [FilingSheet.Row]) -> String { rows.map { ($0.labels + $0.cells).joined() }.joined() }
        let body =
            "一、总体情况" + sheet.opening.joined() + "二、主动公开政府信息情况" + run(sheet.two) + "三、收到和处理政府信息公开申请情况"
            + run(sheet.three) + "四、政府信息公开行政复议、行政诉讼情况" + run(sheet.four) + sheet.closing.dropLast().joined()
        return [sheet.title, body, sheet.closing.last!].joined(separator: "\n") + "\n"
    }

    private func table(_ rows: [FilingSheet.Row]) -> [String] {
        let width = rows.map { $0.labels.count + $0.cells.count }.max() ?? 0
        var lines: [String] = []
        for (index, row) in rows.enumerated() {
            var cells = row.labels + row.cells
            switch self {
            case .rectangle: lines.append(Self.filled(cells, width).joined(separator: "\t"))
            case .narrow: lines.append((Self.withoutTrailing(row.labels) + row.cells).joined(separator: "\t"))
            case .cellPerLine:
                cells = row.labels.filter { !$0.isEmpty } + row.cells
                lines += cells.map { "\t" + $0 } + [""]
            case .aligned: lines.append(Self.aligned(cells))
            case .markdown, .glued:
                lines.append("| " + Self.filled(cells, width).joined(separator: " | ") + " |")
                if index == 0 { lines.append(String(repeating: "|---", count: width) + "|") }
            }
        }
        return lines
    }

    private static func filled(_ cells: [String], _ width: Int) -> [String] {
        cells + Array(repeating: "", count: max(0, width - cells.count))
    }

    private static func withoutTrailing(_ labels: [String]) -> [String] {
        var labels = labels
        while labels.count > 1, labels.last == "" { labels.removeLast() }
        return labels
    }

    /// Cells padded to eight columns and parted by two spaces at least; empty cells leave a wider gap.
    private static func aligned(_ cells: [String]) -> String {
        var line = ""
        for cell in cells { line += cell + String(repeating: " ", count: max(2, 10 - cell.count)) }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }
}
