import Configuration
import FilingInterchange
import Filings

/// What a project file (`tongjian.yml`) adds to a run: places that no code names, and corrections with their reasons.
package struct ProjectSettings: Sendable {
    package var districts: [District] = []
    package var overrides: [Override] = []
    /// How tables of other people are read.
    package var mappings: [TableMapping] = []
    package var source: SettingsSource?
    /// The path of a register of who must file, as written: relative to the project file.
    package var register: String?

    /// A correction for the filings whose path ends in `source`.
    package struct Override: Sendable {
        package var source: String
        package var organ: String?
        package var district: String?
        package var year: Int?
        package var coverage: Coverage?
        package var publicationDate: CalendarDay?
        package var reason: String
    }

    package init() {}

    /// Reads a project file; throws all mistakes at once, each with its place.
    package init(text: String, file: String, digest: String) throws(ConfigurationErrors) {
        let document = try ConfigurationDocument(text: text, file: file)
        self = try document.read { reader in
            var settings = ProjectSettings()
            settings.districts = reader.optionalList("districts", of: Self.district) ?? []
            settings.register = reader.optionalString("register")
            // The checks read these themselves.
            _ = reader.optionalNode("waivers")
            settings.overrides = reader.optionalList("overrides", of: Self.override) ?? []
            settings.mappings = reader.optionalList("mapping", of: TableMapping.init(reading:)) ?? []
            return settings
        }
        let source = SettingsSource(path: file, digest: digest)
        self.source = source
        for index in mappings.indices { mappings[index].source = source }
    }

    private static func district(_ reader: ConfigurationReader) -> District {
        let within = reader.optionalString("within")
        let code = within ?? reader.string("code")
        if code.utf8.count != 6 || !code.utf8.allSatisfy({ (48...57).contains($0) }) {
            reader.report(
                zh: "行政区划代码应为六位数字，现为“\(code)”", en: "a division's code has six digits, not “\(code)”",
                at: within == nil ? "code" : "within")
        }
        return District(
            code: code, name: reader.string("name"),
            level: reader.word("level", as: AdministrativeLevel.self), parent: reader.optionalString("parent"),
            province: reader.string("province"), prefecture: reader.optionalString("prefecture") ?? "",
            firstYear: reader.optionalInteger("first"), lastYear: reader.optionalInteger("last"),
            successors: (reader.optionalStrings("successors") ?? []).map { District.Successor(code: $0, year: nil) })
    }

    private static func override(_ reader: ConfigurationReader) -> Override {
        Override(
            source: reader.string("source"), organ: reader.optionalString("organ"),
            district: reader.optionalString("district"),
            year: reader.optionalInteger("year", in: FilingYears.plausible),
            coverage: reader.optionalWord("coverage", as: Coverage.self),
            publicationDate: day(reader, "publicationDate"),
            reason: reader.string("reason"))
    }

    private static func day(_ reader: ConfigurationReader, _ key: String) -> CalendarDay? {
        guard let text = reader.optionalString(key) else { return nil }
        if !CalendarDay.isWellFormed(text) {
            reader.report(
                zh: "日期应写作 2025-01-20，现为“\(text)”", en: "a date is written 2025-01-20, not “\(text)”", at: key)
        }
        return CalendarDay(printed: text)
    }

    /// Applies the corrections that name this filing; every one is recorded with its reason.
    package func apply(to filing: inout Filing, registry: DistrictRegistry) {
        if let source { filing.settings = source }
        for override in overrides
        where filing.source == override.source || filing.source.hasSuffix("/" + override.source) {
            func record(_ field: String, _ value: String) {
                let applied = AppliedOverride(field: field, value: value, reason: override.reason)
                // Parsed filings bring along what was applied when they were parsed.
                if !filing.overrides.contains(applied) { filing.overrides.append(applied) }
            }
            if let year = override.year {
                filing.year = year
                record("year", String(year))
            }
            if let district = override.district {
                filing.area = AreaIdentification(
                    code: district, district: registry.district(code: district, in: filing.year))
                filing.organ?.level = filing.area.district?.level
                record("district", district)
            }
            if let name = override.organ {
                filing.organ = Organ(
                    name: name, printedNames: filing.organ?.printedNames ?? [],
                    function: OrganFunctions.function(ofOrganNamed: name), level: filing.area.district?.level,
                    coverage: OrganIdentification.coverage(name))
                record("organ", name)
            }
            if let coverage = override.coverage {
                filing.organ?.coverage = coverage
                record("coverage", coverage.rawValue)
            }
            if let day = override.publicationDate {
                filing.publicationDate = day
                record("publicationDate", day.description)
            }
        }
    }
}
