import ColumnStore
import FilingTable
import Filings

/// The area that contains each series in a year, and the series that it is made of; worked out once for all indicators.
///
/// A district's parent is its city, an organ's its district, a city's its province; without such a dimension it is the
/// whole selection. What else the series are grouped by must agree.
package struct ParentGroups: Sendable {
    /// By cell; -1 where the filings do not tell one containing area.
    let parents: [Int32]
    /// By parent: for people.
    let names: [String]
    /// By parent: what the containment guard chose of all rows inside.
    let choices: [Containment.Choice]
    /// By parent: the series that are its parts, ascending; a whole area's own filing is none.
    let members: [[Int]]
    /// By cell: whether all of the cell's rows are in the parent's choice.
    let isPart: [Bool]

    /// The dimension that holds the parts of another, the finest part first.
    private static let containers: [(part: Dimension, container: Dimension)] = [
        (.organ, .district), (.concept, .district), (.district, .city), (.districtName, .city), (.city, .province),
        (.area, .province),
    ]

    /// `rows` and `choices` by series, then by year, of which there are `years`.
    init(
        _ filings: FilingColumns, by: [Dimension], rows: [[[Int]]], choices: [[Containment.Choice]], years: Int,
        _ containment: Containment
    ) {
        let container = Self.containers.first { by.contains($0.part) }?.container
        let dimensions = container.map { $0 == .city ? [$0, .province] : [$0] } ?? []
        let places = Self.containers.map(\.part)
        let others = container == nil ? [] : by.filter { !places.contains($0) }
        let shared = filings.table.group(Array(0..<filings.rowCount), by: (dimensions + others).map(\.rawValue))
        let known = dimensions.reduce(filings.everyRow) { $0.intersection(filings.strings($1).validity) }

        var parents = [Int32](repeating: -1, count: rows.count * years)
        var names: [String] = []
        var inside: [[Int]] = []
        var cells: [[Int]] = []
        for year in 0..<years {
            var number = [Int32](repeating: -1, count: max(1, shared.count))
            for (series, all) in rows.enumerated() where !all[year].isEmpty {
                let own = all[year]
                let place = Int(shared.groupOfPosition[own[0]])
                guard own.allSatisfy({ known[$0] && Int(shared.groupOfPosition[$0]) == place }) else { continue }
                if number[place] < 0 {
                    number[place] = Int32(names.count)
                    names.append(Self.name(container, own[0], filings))
                    inside.append([])
                    cells.append([])
                }
                let cell = series * years + year
                parents[cell] = number[place]
                inside[Int(number[place])] += own
                cells[Int(number[place])].append(cell)
            }
        }
        let wholes = inside.map { containment.choose($0.sorted()).sealed() }
        self.parents = parents
        self.names = names
        self.choices = wholes
        (members, isPart) = Self.parts(cells, wholes, rows, choices, years, filings.rowCount)
    }

    private static func name(_ container: Dimension?, _ row: Int, _ filings: FilingColumns) -> String {
        guard let container else { return "" }
        return container == .district
            ? filings.value(.districtName, at: row) ?? filings.value(.district, at: row) ?? ""
            : filings.value(container, at: row) ?? ""
    }

    private static func parts(
        _ cells: [[Int]], _ wholes: [Containment.Choice], _ rows: [[[Int]]], _ choices: [[Containment.Choice]],
        _ years: Int, _ rowCount: Int
    ) -> (members: [[Int]], isPart: [Bool]) {
        var isPart = [Bool](repeating: false, count: rows.count * years)
        var chosen = [Bool](repeating: false, count: rowCount)
        var containing = chosen
        var members: [[Int]] = []
        for (cells, choice) in zip(cells, wholes) {
            for row in choice.rows { chosen[row] = true }
            for left in choice.leftOut where left.reason == .wholeArea { containing[left.row] = true }
            members.append([])
            for cell in cells {
                let (series, year) = cell.quotientAndRemainder(dividingBy: years)
                isPart[cell] = choices[series][year].rows.allSatisfy { chosen[$0] }
                if !rows[series][year].allSatisfy({ containing[$0] }) {
                    members[members.count - 1].append(series)
                }
            }
            for row in choice.rows { chosen[row] = false }
        }
        return (members, isPart)
    }
}
