import Filings
import Ingest

/// What the cells of a table mean.
enum CellFigures {
    /// A number as people and spreadsheets write it: digits of both widths, thousands separators in whole groups.
    static func number(_ cell: SheetCell) -> ExactDecimal? {
        guard cell.kind == .text || cell.kind == .number else { return nil }
        let text = narrow(cell.text.trimmed)
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        return ExactDecimal(sign + groups.joined() + (parts.count > 1 ? "." + parts[1] : ""))
    }

    /// `2024`, `2024年`, `2024年度`.
    static func year(_ cell: SheetCell) -> Int? {
        var text = narrow(cell.text.trimmed)
        for ending in ["年度", "年"] where text.hasSuffix(ending) { text = String(text.dropLast(ending.count)) }
        return Int(text).flatMap { FilingYears.plausible.contains($0) ? $0 : nil }
    }

    /// A day as text, or a spreadsheet's day number.
    static func day(_ cell: SheetCell) -> CalendarDay? {
        if cell.kind == .number { return Int(cell.text).flatMap(CalendarDay.init(spreadsheetNumber:)) }
        return CalendarDay(printed: narrow(cell.text.trimmed))
    }

    /// A cell's text as a message may quote it.
    static func quoted(_ text: String) -> String {
        let line = text.map { $0.isNewline ? " " : $0 }
        return line.count > 40 ? String(line.prefix(39)) + "…" : String(line)
    }

    /// Full-width signs (U+FF01 to U+FF5E) as their narrow twins, and the minus sign as a hyphen.
    private static func narrow(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0)!)
            case 0x2212: scalars.append("-")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
