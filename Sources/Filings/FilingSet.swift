/// All filings of a run, with what ties them together: the series of each organ and second filings for one year.
package struct FilingSet: Sendable {
    /// In the order of the inputs.
    package let filings: [Filing]
    /// Per organ the positions of its current filings by year, in the order in which the organs first appear.
    package let series: [[Int]]
    /// Groups of positions with the same organ and year, two or more each; the one in force last.
    package let duplicates: [[Int]]

    package init(_ filings: [Filing]) {
        self.filings = filings
        var groups: [[(year: Int, position: Int)]] = []
        var groupOf: [OrganKey: Int] = [:]
        filings.withUnsafeBufferPointer { filings in
            for index in filings.indices {
                guard let key = OrganKey(filings[index]), let year = filings[index].year else { continue }
                if let group = groupOf[key] {
                    groups[group].append((year, index))
                } else {
                    groupOf[key] = groups.count
                    groups.append([(year, index)])
                }
            }
        }
        var duplicates: [[Int]] = []
        series = groups.map { group in
            var rest = group.sorted { $0 < $1 }[...]
            var current: [Int] = []
            while let first = rest.first {
                let versions = rest.prefix { $0.year == first.year }.map(\.position)
                rest = rest.dropFirst(versions.count)
                guard versions.count > 1 else {
                    current.append(first.position)
                    continue
                }
                let ranked = versions.sorted { Self.isEarlier(filings[$0], filings[$1]) }
                current.append(ranked.last!)
                duplicates.append(ranked)
            }
            return current
        }
        self.duplicates = duplicates
    }

    /// The filings that count: of several for one organ and year the one in force.
    package var current: [Filing] {
        if duplicates.isEmpty { return filings }
        let superseded = Set(duplicates.flatMap { $0.dropLast() })
        return filings.indices.filter { !superseded.contains($0) }.map { filings[$0] }
    }

    /// Pairs of one organ's filings for neighbouring years, earlier first.
    package var neighbours: [(earlier: Filing, later: Filing)] {
        series.flatMap { positions in
            zip(positions, positions.dropFirst()).compactMap { earlier, later in
                filings[earlier].year! + 1 == filings[later].year! ? (filings[earlier], filings[later]) : nil
            }
        }
    }

    /// The same with every version of the later year, so that a superseded file is checked too.
    package var neighbouringVersions: [(earlier: Filing, later: Filing)] {
        let versions = Dictionary(uniqueKeysWithValues: duplicates.map { ($0.last!, $0) })
        return series.flatMap { positions in
            zip(positions, positions.dropFirst()).flatMap { earlier, later -> [(earlier: Filing, later: Filing)] in
                guard filings[earlier].year! + 1 == filings[later].year! else { return [] }
                return (versions[later] ?? [later]).map { (filings[earlier], filings[$0]) }
            }
        }
    }

    /// Of two filings for one organ and year the one published later is in force, where that is not known the one signed
    /// later; one without dates gives way, and of several without the one whose file is named as a later copy (`2024-2`
    /// after `2024`) is in force.
    private static func isEarlier(_ a: Filing, _ b: Filing) -> Bool {
        let left = a.publicationDate ?? a.signature?.date
        let right = b.publicationDate ?? b.signature?.date
        guard left == right else { return left.map { left in right.map { left < $0 } ?? false } ?? true }
        return (a.source.count, a.source) < (b.source.count, b.source)
    }
}

/// An organ over the years: its name in its district, or in its folder where the district is not known. Bureaus of
/// the same name are many; those in different folders are not taken for one.
package struct OrganKey: Hashable, Sendable {
    package let district: String?
    private let folder: String?
    package let name: String

    package init?(_ filing: Filing) {
        guard let organ = filing.organ else { return nil }
        district = filing.area.code
        name = organ.name
        folder = district == nil ? Self.folder(of: filing.source) : nil
    }

    /// The path without its last part.
    private static func folder(of path: String) -> String {
        String(
            decoding: path.utf8.prefix(upTo: path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex),
            as: UTF8.self)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(bytesOf: name)
        hasher.combine(district)
        if let folder { hasher.combine(bytesOf: folder) }
    }

    package static func == (a: OrganKey, b: OrganKey) -> Bool {
        a.district == b.district && a.folder == b.folder && a.name == b.name
    }
}
