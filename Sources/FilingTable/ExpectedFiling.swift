import Filings

/// A filing that a register lets one expect, whether or not it exists.
package struct ExpectedFiling: Hashable, Sendable {
    package var organ: Organ
    package var area: AreaIdentification
    package var year: Int
    /// The path of the filing that fulfils it; nil when there is none.
    package var source: String?

    package init(organ: Organ, area: AreaIdentification, year: Int, source: String?) {
        self.organ = organ
        self.area = area
        self.year = year
        self.source = source
    }

    /// A filing without a single figure, so that the register is grouped by the same dimensions as filings.
    var placeholder: Filing {
        var filing = Filing(source: source ?? "", digest: "", format: "register", form: nil)
        filing.organ = organ
        filing.area = area
        filing.year = year
        return filing
    }
}

/// An organ that must file, as a register names it.
package struct ExpectedOrgan: Hashable, Sendable {
    package var name: String
    /// The division's code; nil: any.
    package var district: String?
    package var function: String?
    /// The first and the last year for which it must file; nil: without limit.
    package var from: Int?
    package var to: Int?

    package init(name: String, district: String? = nil, function: String? = nil, from: Int? = nil, to: Int? = nil) {
        self.name = name
        self.district = district
        self.function = function
        self.from = from
        self.to = to
    }
}

extension ExpectedFiling {
    /// One expected filing for each organ and year in which it must file, with the filing that fulfils it. Organs that the
    /// register does not name are in neither.
    package static func all(
        _ organs: [ExpectedOrgan], years: ClosedRange<Int>, filings: [Filing], registry: DistrictRegistry
    ) -> [ExpectedFiling] {
        var byOrgan: [String: [Filing]] = [:]
        for filing in filings {
            guard let name = filing.organ?.name, let year = filing.year else { continue }
            byOrgan["\(name) \(year)", default: []].append(filing)
        }
        return organs.flatMap { organ in
            years.filter { (organ.from ?? $0) <= $0 && $0 <= (organ.to ?? $0) }.map { year in
                let found = byOrgan["\(organ.name) \(year)"]?.first { filing in
                    organ.district == nil || filing.area.code == organ.district
                }
                return expected(organ, year, found, registry)
            }
        }
    }

    private static func expected(
        _ organ: ExpectedOrgan, _ year: Int, _ filing: Filing?, _ registry: DistrictRegistry
    ) -> ExpectedFiling {
        if let filing, let own = filing.organ {
            return ExpectedFiling(organ: own, area: filing.area, year: year, source: filing.source)
        }
        let district = organ.district.flatMap { registry.district(code: $0, in: year) }
        let function = organ.function ?? OrganFunctions.function(ofOrganNamed: organ.name)
        return ExpectedFiling(
            organ: Organ(name: organ.name, function: function, level: district?.level),
            area: AreaIdentification(code: organ.district, district: district), year: year, source: nil)
    }
}
