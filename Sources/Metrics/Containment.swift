import ColumnStore
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
        /// The same rows as values refer to them, once the choice is final.
        private(set) var basis: Value.Basis?

        package init(rows: [Int], leftOut: [Value.LeftOut] = [], flags: Value.Flags = []) {
            self.rows = rows
            self.leftOut = leftOut
            self.flags = flags
        }

        /// The choice as it stays.
        func sealed() -> Choice {
            var result = self
            result.basis = Value.Basis(rows: rows, leftOut: leftOut)
            return result
        }
    }

    /// For each kind of place numbers that stand for the areas in which it lies, its own code first.
    private let inside: [[Int]]
    /// For each kind of place the numbers of the area that it is.
    private let own: [[Int]]
    /// For each row its kind of place: rows of one division, by all its names, are one kind.
    private let place: [UInt32]
    /// The rows that cover a whole area.
    private let whole: Bitmap
    /// For each row a number that is the same for filings of the same organ, or of the same whole area.
    private let filer: [UInt32]

    package init(_ filings: FilingColumns) {
        let rows = Array(0..<filings.rowCount)
        let places = filings.table.group(
            rows, by: [Dimension.district, .districtName, .city, .province, .level].map(\.rawValue))
        var numbers = AreaNumbers()
        var inside = [[Int]](repeating: [], count: places.count)
        var own = inside
        var isKnown = [Bool](repeating: false, count: places.count)
        for row in rows where !isKnown[Int(places.groupOfPosition[row])] {
            let place = Int(places.groupOfPosition[row])
            isKnown[place] = true
            let code = filings.value(.district, at: row)
            inside[place] = AreaNumbers.ancestors(code, filings.divisions[row]).map { numbers.number($0) }
            own[place] = AreaNumbers.own(code, filings.divisions[row]).map { numbers.number($0) }
        }
        self.inside = inside
        self.own = own
        place = places.groupOfPosition
        let codes = filings.strings(.district)
        whole = filings.strings(.coverage).rows(anyOf: [Coverage.wholeArea.rawValue]).intersection(codes.validity)
        filer = Self.filers(filings, whole)
    }

    /// Organs are told apart by name and division, whole areas by division alone.
    private static func filers(_ filings: FilingColumns, _ whole: Bitmap) -> [UInt32] {
        let rows = Array(0..<filings.rowCount)
        let organs = filings.table.group(rows, by: [Dimension.organ.rawValue, Dimension.district.rawValue])
        let districts = filings.strings(.district).codes
        return rows.map { whole[$0] ? UInt32(organs.count) + districts[$0] : organs.groupOfPosition[$0] }
    }

    private func areas(around row: Int) -> [Int] { inside[Int(place[row])] }
    private func covers(_ row: Int) -> [Int] { whole[row] ? own[Int(place[row])] : [] }

    /// One row for each area among the rows that lies in no other of them.
    func onePerArea(_ rows: [Int]) -> [Int] {
        var seen: Set<UInt32> = []
        let different = rows.filter { seen.insert(place[$0]).inserted }
        return different.filter { row in
            let around = areas(around: row)
            return !different.contains { other in
                place[other] != place[row] && own[Int(place[other])].contains(where: around.contains)
                    && areas(around: other).first != around.first
            }
        }
    }

    /// Chooses among rows of one group and one year, which must ascend.
    package func choose(_ rows: [Int], useWholeArea: Bool = false) -> Choice {
        guard rows.count > 1 else { return Choice(rows: rows) }
        var choice = Choice(rows: [])
        var seen: Set<UInt32> = []
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
        guard choice.rows.contains(where: { whole[$0] }) else { return }
        var occupants: [Int: Int] = [:]
        for row in choice.rows {
            for area in Set(areas(around: row)) { occupants[area, default: 0] += 1 }
        }
        for row in choice.rows where covers(row).contains(where: { hasOthers($0, than: row, occupants) }) {
            choice.leaveOut(row, .wholeArea, .wholeAreaLeftOut)
        }
        let gone = Set(choice.leftOut.map(\.row))
        choice.rows.removeAll(where: gone.contains)
    }

    private func hasOthers(_ area: Int, than row: Int, _ occupants: [Int: Int]) -> Bool {
        occupants[area, default: 0] > (areas(around: row).contains(area) ? 1 : 0)
    }

    /// The filing whose area holds all other rows.
    private func areaOfAll(_ rows: [Int]) -> Int? {
        rows.count < 2
            ? nil
            : rows.first { whole in
                self.whole[whole]
                    && rows.allSatisfy { $0 == whole || covers(whole).contains(where: areas(around: $0).contains) }
            }
    }
}

extension Containment.Choice {
    fileprivate mutating func leaveOut(_ row: Int, _ reason: LeftOutReason, _ flag: Value.Flags) {
        leftOut.append(Value.LeftOut(row: row, reason: reason))
        flags.insert(flag)
    }
}
