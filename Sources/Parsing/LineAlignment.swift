import Filings

/// Gives every data row its line of the form: in order, at the least cost of labels that disagree and lines or rows
/// that have no partner.
struct LineAlignment {
    let form: StatutoryForm

    private enum Cost {
        static let nearbyLabel = 0.5
        /// A row between a label and the figures.
        static let rowBetween = 0.1
        static let farLabel = 1.0
        static let groupLabel = 0.2
        static let noLabel = 1.5
        static let otherLabel = 20.0
        static let lineWithoutRow = 3.0
        static let labelledRowLeftOut = 12.0
        static let rowLeftOut = 4.0
    }

    /// Per row the index of its line, nil for a row that is none.
    func lines(of rows: [DataRow]) -> [Int?] {
        inOrder(rows) ?? aligned(rows)
    }

    /// Where every row names its line and the lines stand in the form's order, no other alignment costs as little.
    private func inOrder(_ rows: [DataRow]) -> [Int?]? {
        var result: [Int?] = []
        var next = 0
        for row in rows {
            guard case .requestLine(let key) = row.label else { return nil }
            guard let line = form.tableThree[next...].firstIndex(where: { $0.key == key }) else { return nil }
            result.append(line)
            next = line + 1
        }
        return result
    }

    private func aligned(_ rows: [DataRow]) -> [Int?] {
        let lines = form.tableThree
        let height = rows.count
        let width = lines.count
        var best = Array(repeating: Array(repeating: Double.infinity, count: width + 1), count: height + 1)
        var step = Array(repeating: Array(repeating: 0, count: width + 1), count: height + 1)
        best[0][0] = 0
        for row in 0...height {
            for line in 0...width {
                if line > 0 { relax(&best, &step, row, line, best[row][line - 1] + Cost.lineWithoutRow, 1) }
                if row > 0 {
                    let skip = rows[row - 1].label == nil ? Cost.rowLeftOut : Cost.labelledRowLeftOut
                    relax(&best, &step, row, line, best[row - 1][line] + skip, 2)
                }
                if row > 0, line > 0 {
                    let cost = matchCost(rows[row - 1], lines[line - 1], lines)
                    relax(&best, &step, row, line, best[row - 1][line - 1] + cost, 3)
                }
            }
        }
        return trace(step, height, width)
    }

    private func relax(
        _ best: inout [[Double]], _ step: inout [[Int]], _ row: Int, _ line: Int, _ cost: Double, _ move: Int
    ) {
        guard cost < best[row][line] - 1e-9 else { return }
        best[row][line] = cost
        step[row][line] = move
    }

    private func trace(_ step: [[Int]], _ height: Int, _ width: Int) -> [Int?] {
        var result: [Int?] = Array(repeating: nil, count: height)
        var (row, line) = (height, width)
        while row > 0 || line > 0 {
            switch step[row][line] {
            case 1: line -= 1
            case 2: row -= 1
            default:
                row -= 1
                line -= 1
                result[row] = line
            }
        }
        return result
    }

    private func matchCost(_ row: DataRow, _ line: TableThreeLine, _ lines: [TableThreeLine]) -> Double {
        switch row.label {
        case .requestLine(let key):
            if key == line.key { return 0 }
            return isUnknown(key, lines) && line.group == .otherHandling ? Cost.noLabel : Cost.otherLabel
        case .group(let group):
            guard group == line.group else { return Cost.otherLabel }
            return lines.first { $0.group == group }!.key == line.key ? 0 : Cost.groupLabel + Cost.noLabel
        default:
            return nearbyCost(row, line, lines)
        }
    }

    /// A label of the other generation's form.
    private func isUnknown(_ key: String, _ lines: [TableThreeLine]) -> Bool { !lines.contains { $0.key == key } }

    private func nearbyCost(_ row: DataRow, _ line: TableThreeLine, _ lines: [TableThreeLine]) -> Double {
        for nearby in row.nearby {
            let cost = min(Cost.nearbyLabel + Cost.rowBetween * Double(nearby.distance - 1), Cost.farLabel)
            switch nearby.label {
            case .requestLine(line.key): return cost
            case .group(let group) where group == line.group && lines.first { $0.group == group }!.key == line.key:
                return cost + Cost.groupLabel
            default: continue
            }
        }
        return Cost.noLabel
    }
}
