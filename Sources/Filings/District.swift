/// An administrative division at county level or above, for the years in which it bears this name.
/// Source: GB/T 2260 codes by year, data set yescallop/areacodes (CC0).
package struct District: Hashable, Sendable {
    package var code: String
    package var name: String
    package var level: AdministrativeLevel
    /// The code of the next higher division.
    package var parent: String?
    package var province: String
    package var prefecture: String
    /// The first and last year of this name; nil: before 2008, still in force.
    package var firstYear: Int?
    package var lastYear: Int?
    /// Codes that took over the area.
    package var successors: [Successor]

    package struct Successor: Hashable, Sendable {
        package var code: String
        /// The year of the move where it differs from the end of the entry.
        package var year: Int?

        package init(code: String, year: Int?) {
            self.code = code
            self.year = year
        }
    }

    package func isInForce(in year: Int) -> Bool {
        (firstYear ?? 0) <= year && year <= (lastYear ?? 9999)
    }

    package init(
        code: String, name: String, level: AdministrativeLevel, parent: String?, province: String, prefecture: String,
        firstYear: Int? = nil, lastYear: Int? = nil, successors: [Successor] = []
    ) {
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
        self.province = province
        self.prefecture = prefecture
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.successors = successors
    }
}

/// Where a filing belongs: one division, or the candidates between which the evidence does not decide.
package struct AreaIdentification: Hashable, Sendable {
    package var code: String?
    package var candidates: [String]
    /// The division as it stood in the reporting year, so that later stages need no registry.
    package var district: District?

    package init(code: String? = nil, candidates: [String] = [], district: District? = nil) {
        self.code = code
        self.candidates = candidates
        self.district = district
    }
}
