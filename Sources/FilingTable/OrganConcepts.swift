import Filings

/// One name for an organ over its renamings: 卫生和计划生育委员会 and 卫生健康委员会 of one district are one organ.
///
/// Organs are one where district, coverage and function agree and no year has two of them; else names decide.
enum OrganConcepts {
    /// What a row tells about its organ.
    struct Entry {
        var name: String
        var district: String?
        var function: String?
        var coverage: String?
        var year: Int

        fileprivate var key: String? {
            guard let district, let function else { return nil }
            return "\(district) \(function) \(coverage ?? "")"
        }
    }

    /// One concept a row, in the order of rows.
    static func values(of entries: [Entry]) -> [String] {
        let keys = entries.map(\.key)
        var names: [Occurrence: String] = [:]
        var ambiguous: Set<String> = []
        for (entry, key) in zip(entries, keys) {
            guard let key else { continue }
            let known = names.updateValue(entry.name, forKey: Occurrence(key: key, year: entry.year))
            if let known, known != entry.name { ambiguous.insert(key) }
        }
        return zip(entries, keys).map { entry, key in
            guard let key, !ambiguous.contains(key) else { return (entry.district ?? "") + " " + entry.name }
            return key
        }
    }

    private struct Occurrence: Hashable {
        var key: String
        var year: Int
    }
}
