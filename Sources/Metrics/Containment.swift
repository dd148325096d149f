import FilingTable
import Filings

/// Sees to it that a parent is never added to its children, nor an organ to itself.
///
/// A filing that covers a whole area is left out where any other organ inside the area is summed with it; with
/// `useWholeArea` it stands alone where everything else lies inside it. Inside means: the same code, the parent's
/// code, the code's prefix (prefecture, province), or the name of the prefecture or province.
package struct Containment: Sendable {
    /// The rows to sum, and the rows left out with the reason; both ascending.
    package struct Choice: Hashable, Sendable {
        package var rows: [Int]
        package var leftOut: [Value.LeftOut] = []
        package var flags: Value.Flags = []
    }

    /// For each row numbers that stand for the areas in which it lies, its own code first.
    private let inside: [[Int]]
    /// For a row that covers a whole area the numbers of that area; empty for others.
    private let covers: [[Int]]
    /// For each row a number that is the same for filings of the same organ, or of the same whole area.
    private let filer: [Int]

    package init(_ filings: FilingColumns) {
        var numbers = AreaNumbers()
        var inside: [[Int]] = []
        var covers: [[Int]] = []
        var filer: [Int] = []
        for row in 0..<filings.rowCount {
            let code = filings.value(.district, at: row)
            let division = filings.divisions[row]
            inside.append(AreaNumbers.ancestors(code, division).map { numbers.number($0) })
            let isWhole = filings.coverage(at: row) == .wholeArea && code != nil
            covers.append(isWhole ? AreaNumbers.own(code, division).map { numbers.number($0) } : [])
            let organ = filings.value(.organ, at: row) ?? ""
            filer.append(numbers.number("filer " + (isWhole ? "" : organ + " ") + (code ?? "")))
        }
        self.inside = inside
        self.covers = covers
        self.filer = filer
    }

    /// Chooses among rows of one group and one year, which must ascend.
    package func choose(_ rows: [Int], useWholeArea: Bool = false) -> Choice {
        guard rows.count > 1 else { return Choice(rows: rows) }
        var choice = Choice(rows: [])
        var seen: Set<Int> = []
        for row in rows {
            if seen.insert(filer[row]).inserted {
                choice.rows.append(row)
            } else {
                choice.leaveOut(row, .duplicate, .duplicateLeftOut)
            }
        }
        if useWholeArea, let whole = areaOfAll(choice.rows) {
            for row in choice.rows where row != whole { choice.leaveOut(row, .insideWholeArea, .wholeAreaUsed) }
            choice.rows = [whole]
        } else {
            leaveOutWholeAreas(&choice)
        }
        choice.leftOut.sort { $0.row < $1.row }
        return choice
    }

    private func leaveOutWholeAreas(_ choice: inout Choice) {
        guard choice.rows.contains(where: { !covers[$0].isEmpty }) else { return }
        var occupants: [Int: Int] = [:]
        for row in choice.rows {
            for area in Set(inside[row]) { occupants[area, default: 0] += 1 }
        }
        for row in choice.rows where covers[row].contains(where: { hasOthers($0, than: row, occupants) }) {
            choice.leaveOut(row, .wholeArea, .wholeAreaLeftOut)
        }
        let gone = Set(choice.leftOut.map(\.row))
        choice.rows.removeAll(where: gone.contains)
    }

    private func hasOthers(_ area: Int, than row: Int, _ occupants: [Int: Int]) -> Bool {
        occupants[area, default: 0] > (inside[row].contains(area) ? 1 : 0)
    }

    /// The filing whose area holds all other rows.
    private func areaOfAll(_ rows: [Int]) -> Int? {
        rows.count < 2
            ? nil
            : rows.first { whole in
                !covers[whole].isEmpty
                    && rows.allSatisfy { row in row == whole || covers[whole].contains(where: inside[row].contains) }
            }
    }
}

extension Containment.Choice {
    fileprivate mutating func leaveOut(_ row: Int, _ reason: LeftOutReason, _ flag: Value.Flags) {
        leftOut.append(Value.LeftOut(row: row, reason: reason))
        flags.insert(flag)
    }
}

/// Numbers for area names, given in order of first use; only for comparing.
private struct AreaNumbers {
    private var numbers: [String: Int] = [:]

    mutating func number(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = numbers.count
        return numbers.count - 1
    }

    /// Codes from 900000 on are a project's own places and follow no scheme of prefixes.
    private static func follows(_ code: String) -> Bool { code.utf8.count == 6 && !code.hasPrefix("9") }

    /// Names of the areas in which a division lies, itself included.
    static func ancestors(_ code: String?, _ division: District?) -> [String] {
        guard let code else { return [] }
        var names = [code]
        if let parent = division?.parent { names.append(parent) }
        if follows(code) { names += [code.prefix(4) + "00", code.prefix(2) + "0000"] }
        if let division, division.level != .province {
            names.append("province " + division.province)
            if division.level != .prefecture, !division.prefecture.isEmpty {
                names.append("prefecture " + division.province + " " + division.prefecture)
            }
        }
        return names
    }

    /// Names of the area that a division is.
    static func own(_ code: String?, _ division: District?) -> [String] {
        guard let code else { return [] }
        switch division?.level {
        case .province: return [code, "province " + (division?.province ?? "")]
        case .prefecture: return [code, "prefecture " + (division?.province ?? "") + " " + (division?.name ?? "")]
        default: return [code]
        }
    }
}
