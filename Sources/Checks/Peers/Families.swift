import Filings

/// What a whole area's filing is compiled from: the organs of its division, and the areas below.
struct Families {
    private struct Key: Hashable {
        var year: Int
        var area: String
    }

    private var organs: [Key: [Filing]] = [:]
    private var wholes: [Key: Filing] = [:]
    private var areasBelow: [Key: Set<String>] = [:]

    init(_ set: FilingSet) {
        for filing in set.current {
            guard let year = filing.year, let code = filing.area.code else { continue }
            let key = Key(year: year, area: code)
            if filing.organ?.coverage == .wholeArea {
                wholes[key] = filing
            } else {
                organs[key, default: []].append(filing)
            }
            if let parent = filing.area.district?.parent {
                areasBelow[Key(year: year, area: parent), default: []].insert(code)
            }
        }
    }

    /// The organs of the parent's division, and for every area below its own whole-area filing, or where it has none
    /// the organs in it. No filing is counted twice, and the parent's own office is one of its organs.
    func children(of parent: Filing) -> [Filing] {
        guard let year = parent.year, let code = parent.area.code else { return [] }
        var visited: Set<String> = []
        return children(ofArea: code, year, &visited)
    }

    private func children(ofArea code: String, _ year: Int, _ visited: inout Set<String>) -> [Filing] {
        guard visited.insert(code).inserted else { return [] }
        let key = Key(year: year, area: code)
        var found = organs[key] ?? []
        for area in (areasBelow[key] ?? []).sorted() where area != code {
            if let whole = wholes[Key(year: year, area: area)] {
                found.append(whole)
            } else {
                found += children(ofArea: area, year, &visited)
            }
        }
        return found
    }
}
