import ColumnStore
import FilingTable
import Filings

/// What ranked values must have in common.
package enum PeerField: Hashable, Sendable {
    case dimension(Dimension)
    /// The band of requests on hand in the year; see `SizeBand`.
    case size
    /// Lists written by hand.
    case lists(PeerLists)
}

/// Named groups of organs or divisions. A member is an organ's name, or a division's code or name.
package struct PeerLists: Hashable, Sendable {
    package struct Group: Hashable, Sendable {
        package var name: String
        package var members: [String]

        package init(name: String, members: [String]) {
            self.name = name
            self.members = members
        }
    }

    package var groups: [Group]

    package init(_ groups: [Group]) { self.groups = groups }

    /// The first group that names the row's organ or division.
    func group(of row: Int, in filings: FilingColumns) -> String {
        let names = [
            filings.value(.organ, at: row), filings.value(.district, at: row), filings.value(.districtName, at: row),
        ]
        return groups.first { group in names.contains { $0.map(group.members.contains) ?? false } }?.name ?? "名单以外"
    }
}

/// Powers of ten of the requests on hand.
package enum SizeBand {
    package static let bounds: [Int64] = [1, 10, 100, 1000, 10000]

    package static func name(_ requests: Int64?) -> String {
        guard let requests else { return "办理量未知" }
        guard let above = bounds.firstIndex(where: { requests < $0 }) else { return "办理量≥10000" }
        return above == 0 ? "办理量0" : "办理量\(bounds[above - 1])–\(bounds[above] - 1)"
    }
}

/// The peer group of every series and year, worked out once for all indicators.
package struct PeerGroups: Sendable {
    /// By cell; see `SeriesGroups.cell`.
    package private(set) var numbers: [UInt32] = []
    /// By number.
    package private(set) var names: [String] = []

    private struct Key: Hashable {
        var dimensions: [UInt32]
        var others: [String]
    }

    init() {}

    init(_ fields: [PeerField], _ cells: [[Int]], _ filings: FilingColumns) {
        let dimensions = fields.compactMap { if case .dimension(let dimension) = $0 { dimension } else { nil } }
        let shared = filings.table.group(Array(0..<filings.rowCount), by: dimensions.map(\.rawValue)).groupOfPosition
        let size =
            fields.contains(.size)
            ? Formula.known("requests.received.total + requests.carriedOver.total").evaluate(over: filings) : nil
        let lists = fields.compactMap { if case .lists(let lists) = $0 { lists } else { nil } }
        var known: [Key: UInt32] = [:]
        // The usual case, rows of one kind and nothing else asked for, needs no key.
        let isPlain = size == nil && lists.isEmpty
        var plain = [Int32](repeating: -1, count: Int(shared.max() ?? 0) + 1)
        for rows in cells {
            if isPlain, let first = rows.first, rows.allSatisfy({ shared[$0] == shared[first] }) {
                let kind = Int(shared[first])
                if plain[kind] < 0 {
                    plain[kind] = Int32(names.count)
                    known[Key(dimensions: [shared[first]], others: [])] = UInt32(names.count)
                    names.append(Self.name(rows, dimensions, [], filings))
                }
                numbers.append(UInt32(plain[kind]))
                continue
            }
            var distinct: [UInt32] = []
            for row in rows where !distinct.contains(shared[row]) { distinct.append(shared[row]) }
            var others: [String] = []
            if let size {
                others.append(SizeBand.name(size.values.exact(size.values.sum(at: rows)).map { $0.mantissa }))
            }
            for list in lists {
                others.append(Set(rows.map { list.group(of: $0, in: filings) }).sorted().joined(separator: "、"))
            }
            let key = Key(dimensions: distinct.sorted(), others: others)
            if let number = known[key] {
                numbers.append(number)
                continue
            }
            known[key] = UInt32(names.count)
            numbers.append(UInt32(names.count))
            names.append(Self.name(rows, dimensions, others, filings))
        }
    }

    private static func name(_ rows: [Int], _ dimensions: [Dimension], _ others: [String], _ filings: FilingColumns)
        -> String
    {
        let shared = dimensions.map { dimension in
            let values = Set(rows.map { filings.value(dimension, at: $0) ?? "" }).sorted()
            return values.map { SeriesLabels.words($0, dimension).zh }.joined(separator: "、")
        }
        return (shared + others).joined(separator: " · ")
    }

    /// Organs compare with organs of their level and function, areas with areas of their level.
    static func usual(_ by: [Dimension]) -> [PeerField] {
        if by.contains(.organ) || by.contains(.concept) { return [.dimension(.level), .dimension(.function)] }
        return by.contains(.district) || by.contains(.districtName) ? [.dimension(.level)] : []
    }
}
