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
    }

    /// One concept a row, in the order of rows.
    static func values(of entries: [Entry]) -> [String] {
        var numbers: [Group: Int] = [:]
        var concepts: [Concept] = []
        let members = entries.map { entry -> Int? in
            guard let group = Group(entry) else { return nil }
            let number = numbers[group] ?? concepts.count
            if number == concepts.count {
                numbers[group] = number
                concepts.append(Concept(group))
            }
            concepts[number].add(entry)
            return number
        }
        return zip(entries, members).map { entry, number in
            guard let number, !concepts[number].isAmbiguous else { return (entry.district ?? "") + " " + entry.name }
            return concepts[number].name
        }
    }

    /// What the organs of one concept share.
    private struct Group: Hashable {
        var district: String
        var function: String
        var coverage: String?

        init?(_ entry: Entry) {
            guard let district = entry.district, let function = entry.function else { return nil }
            self.district = district
            self.function = function
            coverage = entry.coverage
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(bytesOf: district)
            hasher.combine(bytesOf: function)
            hasher.combine(coverage)
        }
    }

    private struct Concept {
        let name: String
        /// The organ of each year.
        private var organs: [Int: String] = [:]
        /// Whether a year has two organs.
        private(set) var isAmbiguous = false

        init(_ group: Group) { name = "\(group.district) \(group.function) \(group.coverage ?? "")" }

        mutating func add(_ entry: Entry) {
            if let known = organs.updateValue(entry.name, forKey: entry.year), known != entry.name {
                isAmbiguous = true
            }
        }
    }
}
