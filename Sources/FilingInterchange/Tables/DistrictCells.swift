import Configuration
import Filings

/// Districts as tables name them: a code of six digits, a name, or a name behind its province and prefecture.
struct DistrictCells {
    enum Found {
        case area(AreaIdentification)
        case unknown(nearest: String?)
    }

    private struct Key: Hashable {
        var text: String
        var year: Int?
    }

    private let registry: DistrictRegistry
    /// Divisions by their names behind those of the divisions above.
    private lazy var byFullName = Self.fullNames(registry)
    private var suggestions = 0
    private var known: [Key: Found] = [:]

    init(_ registry: DistrictRegistry) { self.registry = registry }

    private static func fullNames(_ registry: DistrictRegistry) -> [String: [District]] {
        var names: [String: [District]] = [:]
        for district in registry.all {
            let above = Set([district.province + district.prefecture, district.prefecture, district.province])
            for prefix in above where !prefix.isEmpty { names[prefix + district.name, default: []].append(district) }
        }
        return names
    }

    mutating func find(_ text: String, in year: Int?) -> Found {
        let key = Key(text: text, year: year)
        if let found = known[key] { return found }
        let found = search(text, in: year)
        known[key] = found
        return found
    }

    private mutating func search(_ text: String, in year: Int?) -> Found {
        if text.utf8.count == 6, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            guard let district = registry.district(code: text, in: year) else { return .unknown(nearest: nil) }
            return .area(AreaIdentification(code: text, district: district))
        }
        var found = registry.districts(named: text, in: year)
        if found.isEmpty { found = (byFullName[text] ?? []).filter { year.map($0.isInForce) ?? true } }
        switch found.count {
        case 0: return .unknown(nearest: nearest(text))
        case 1: return .area(AreaIdentification(code: found[0].code, district: found[0]))
        default: return .area(AreaIdentification(candidates: found.map(\.code)))
        }
    }

    /// Only for as many as are listed: a whole column of wrong names would take long.
    private mutating func nearest(_ text: String) -> String? {
        suggestions += 1
        return suggestions <= TableErrors.limit ? nearestWord(to: text, among: registry.names) : nil
    }
}
