/// All divisions that a run knows: the embedded table and the places that a project file adds.
package struct DistrictRegistry: Sendable {
    private let entries: [District]
    /// The names of all divisions, each once, in the order of the table; for building a matcher.
    package let names: [String]
    private let byName: [String: [Int]]
    private let byCode: [String: [Int]]

    package init(adding extra: [District] = []) {
        self.init(entries: Self.embedded + extra)
    }

    private init(entries: [District]) {
        self.entries = entries
        var names: [String] = []
        var byName: [String: [Int]] = [:]
        var byCode: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            if byName[entry.name, default: []].isEmpty { names.append(entry.name) }
            byName[entry.name, default: []].append(index)
            byCode[entry.code, default: []].append(index)
        }
        self.names = names
        self.byName = byName
        self.byCode = byCode
    }

    package var all: [District] { entries }

    /// The divisions of that name in that year (any year when it is unknown), ascending by code, each code once.
    package func districts(named name: String, in year: Int?) -> [District] {
        var seen: Set<String> = []
        let found = (byName[name] ?? []).map { entries[$0] }
            .filter { year.map($0.isInForce(in:)) ?? true }
            .sorted { ($0.code, $0.firstYear ?? 0) < ($1.code, $1.firstYear ?? 0) }
        return found.filter { seen.insert($0.code).inserted }
    }

    /// The division of that code as it stood in that year, else its nearest name.
    package func district(code: String, in year: Int?) -> District? {
        let all = (byCode[code] ?? []).map { entries[$0] }
        guard let year else { return all.last }
        return all.first { $0.isInForce(in: year) } ?? all.last
    }

    private static let embedded: [District] = Vocabulary.rows(of: "districts.tsv").map { row in
        District(
            code: row[0], name: row[1], level: AdministrativeLevel(rawValue: row[2])!,
            parent: row[3].isEmpty ? nil : row[3], province: row[4], prefecture: row[5],
            firstYear: Int(row[6]), lastYear: Int(row[7]), successors: successors(row[8]))
    }

    private static func successors(_ field: String) -> [District.Successor] {
        field.split(separator: ";").map { item in
            let parts = item.split(whereSeparator: { $0 == "[" || $0 == "]" })
            return District.Successor(code: String(parts[0]), year: parts.count > 1 ? Int(parts[1]) : nil)
        }
    }
}
