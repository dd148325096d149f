import Filings

/// Current filings of one year by organs of one function, level and coverage: those that may be compared.
struct PeerGroup {
    let year: Int
    let function: String
    let level: AdministrativeLevel
    let filings: [Filing]

    var words: Words {
        Words("\(level.chinese)\(function)机关 \(filings.count) 家", "\(filings.count) organs of its function and level")
    }
}

enum PeerGroups {
    private struct Key: Hashable {
        var year: Int
        var function: String
        var level: AdministrativeLevel
        var coverage: Coverage?
    }

    /// In the order in which their first filings appear.
    static func all(in set: FilingSet) -> [PeerGroup] {
        var order: [Key] = []
        var groups: [Key: [Filing]] = [:]
        for filing in set.current {
            guard let year = filing.year, let function = filing.organ?.function, let level = filing.organ?.level else {
                continue
            }
            let key = Key(year: year, function: function, level: level, coverage: filing.organ?.coverage)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(filing)
        }
        return order.map { PeerGroup(year: $0.year, function: $0.function, level: $0.level, filings: groups[$0]!) }
    }
}
