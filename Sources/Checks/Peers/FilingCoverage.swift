import Filings

/// What became of the filings that a register asks for.
package struct FilingCoverage: Sendable {
    package enum Status: String, CaseIterable, Sendable {
        /// Filed, with something to report.
        case filed
        /// Filed: there was no request. A filing like any other.
        case nothing = "nil"
        /// Filed after the deadline, as far as a date is known.
        case late
        case missing
    }

    package struct Line: Sendable {
        package var entry: Register.Entry
        package var year: Int
        package var status: Status
        package var filing: Filing?
    }

    package let lines: [Line]
    private let register: Register

    /// Every entry in every year that the filings span and the entry covers.
    package init(of register: Register, in set: FilingSet) {
        self.register = register
        let index = FiledIndex(set)
        let years = set.filings.compactMap(\.year)
        guard let first = years.min(), let last = years.max() else {
            lines = []
            return
        }
        lines = register.entries.flatMap { entry in
            (first...last).filter(entry.mustFile).map { year in
                let filing = index.filing(of: entry, for: year)
                return Line(entry: entry, year: year, status: filing.map(Self.status) ?? .missing, filing: filing)
            }
        }
    }

    private static func status(_ filing: Filing) -> Status {
        if let year = filing.year, let date = KnownDate(filing), Late.deadline(for: filing, year: year) < date {
            return .late
        }
        let requests = ["requests.received.total", "requests.carriedOver.total"].map {
            filing.figure(Measures.known($0))?.value
        }
        return requests.allSatisfy { $0?.isZero ?? false } ? .nothing : .filed
    }

    package func count(_ status: Status) -> Int { lines.count { $0.status == status } }

    /// One line for a person.
    package var summary: Words {
        let (filed, none, late, missing) = (count(.filed), count(.nothing), count(.late), count(.missing))
        return Words(
            "登记应报 \(lines.count) 份：已报 \(filed + none + late) 份（其中零申请 \(none) 份、逾期 \(late) 份），缺报 \(missing) 份",
            "the register asks for \(lines.count) filings: \(filed + none + late) filed (\(none) without a request, \(late) late), \(missing) missing"
        )
    }

    /// Whether every entry of a district other than some organ itself filed for a year, and how many there are.
    func completeness(ofDistrict code: String, besides organ: String?, in year: Int) -> (filed: Int, expected: Int) {
        let mine = lines.filter { $0.year == year && $0.entry.district == code && $0.entry.organ != organ }
        return (mine.count { $0.status != .missing }, mine.count)
    }
}

/// Current filings by the names and functions under which a register may ask for them.
private struct FiledIndex {
    private var byName: [String: [Filing]] = [:]
    private var byFunction: [String: [Filing]] = [:]

    init(_ set: FilingSet) {
        for filing in set.current {
            guard let organ = filing.organ, let year = filing.year else { continue }
            for name in Set([organ.name] + organ.printedNames) { byName["\(year) \(name)", default: []].append(filing) }
            if let function = organ.function, let code = filing.area.code {
                byFunction["\(year) \(code) \(function)", default: []].append(filing)
            }
        }
    }

    /// By name within the district; else, for an organ that was renamed, the only one of the function there.
    func filing(of entry: Register.Entry, for year: Int) -> Filing? {
        let named = (byName["\(year) \(entry.organ)"] ?? []).filter { filing in
            entry.district == nil || filing.area.code == nil || filing.area.code == entry.district
        }
        if let first = named.first { return first }
        guard let district = entry.district, let function = entry.function else { return nil }
        let same = byFunction["\(year) \(district) \(function)"] ?? []
        return same.count == 1 ? same[0] : nil
    }
}
