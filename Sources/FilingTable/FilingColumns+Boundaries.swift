import ColumnStore
import Filings

/// Filings with every division replaced by the one that took over its area.
package struct CurrentBoundaries: Sendable {
    package let filings: FilingColumns
    /// The rows whose division is another one now.
    package let moved: Bitmap
    /// Codes of divisions that were split among several: their rows stay as reported. Ascending.
    package let split: [String]
}

extension FilingColumns {
    /// Replaces each division that has ended by its successor, and that by its own, until one is in force. Areas that
    /// merely moved between divisions in force stay where they were reported.
    package func onCurrentBoundaries(_ registry: DistrictRegistry) -> CurrentBoundaries {
        var known: [String: DistrictSuccession] = [:]
        var split: Set<String> = []
        let current = (0..<rowCount).map { row -> District? in
            guard let code = value(.district, at: row) else { return nil }
            let succession = known[code] ?? DistrictSuccession(of: code, registry)
            known[code] = succession
            switch succession {
            case .inForce: return nil
            case .successor(let district): return district
            case .split:
                split.insert(code)
                return nil
            }
        }
        let moved = Bitmap(count: rowCount) { current[$0] != nil }
        return CurrentBoundaries(filings: replacing(current), moved: moved, split: split.sorted())
    }

    private func replacing(_ current: [District?]) -> FilingColumns {
        let areas = current.map { $0.map { AreaNames($0) } }
        func column(_ dimension: Dimension, _ value: (AreaNames) -> String?) -> [String?] {
            (0..<rowCount).map { row in areas[row].map(value) ?? self.value(dimension, at: row) }
        }
        let districts = column(.district, \.code)
        let concepts = OrganConcepts.values(
            of: (0..<rowCount).map { row in
                OrganConcepts.Entry(
                    name: value(.organ, at: row) ?? "", district: districts[row], function: value(.function, at: row),
                    coverage: value(.coverage, at: row), year: year(at: row))
            })
        let changed: [(Dimension, [String?])] = [
            (.concept, concepts), (.district, districts), (.districtName, column(.districtName, \.name)),
            (.city, column(.city, \.city)), (.province, column(.province, \.province)),
            (.area, column(.area, \.area)),
        ]
        let table = changed.reduce(table) { $0.replacing($1.0.rawValue, with: DictionaryColumn($1.1)) }
        return FilingColumns(
            table: table, excluded: excluded, inputPositions: inputPositions,
            divisions: (0..<rowCount).map { current[$0] ?? divisions[$0] }, measures: measures, facts: facts,
            supplements: supplements, formRows: formRows)
    }
}

/// What became of a division.
private enum DistrictSuccession {
    case inForce
    case successor(District)
    case split

    init(of code: String, _ registry: DistrictRegistry) {
        self = .inForce
        var code = code
        for _ in 0..<16 {
            guard let last = registry.district(code: code, in: nil), last.lastYear != nil else { return }
            // A successor with a year of its own took a part of the area at another time.
            let heirs = last.successors.filter { $0.year == nil }.map(\.code)
            guard heirs.count == 1, let heir = registry.district(code: heirs[0], in: nil), heirs[0] != code else {
                if heirs.count > 1 { self = .split }
                return
            }
            self = .successor(heir)
            code = heirs[0]
        }
    }
}
