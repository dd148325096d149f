import Checks
import FilingTable
import Filings
import Metrics

/// Filings as columns, with what indicators need from outside them.
struct MetricData {
    let set: FilingSet
    /// The filings behind the rows, by `columns.inputPositions`.
    let filings: [Filing]
    let columns: FilingColumns
    /// The filings that a register lets one expect; nil without a register.
    var register: FilingColumns?
    let registry: DistrictRegistry
    let summary: ReadSummary
}

extension Pipeline {
    /// Reads the inputs; judges timeliness only when an indicator asks for it.
    func metricData(for indicators: [Indicator], _ choices: ResolvedChoices) throws(RunError) -> MetricData {
        let result = try readFilings(withSections: false)
        let set = FilingSet(result.filings)
        let filings = set.current
        let needed = Set(indicators.flatMap { $0.formula.supplements })
        let timeliness = needed.contains(.onTime) || needed.contains(.dated) ? Timeliness.judge(filings, set) : nil
        let residents = Dictionary(
            choices.settings.population.map { ("\($0.district) \($0.year)", $0.residents) },
            uniquingKeysWith: { first, _ in first })
        let supplements = filings.enumerated().map { position, filing in
            FilingSupplement(
                population: filing.area.code.flatMap { residents["\($0) \(filing.year ?? 0)"] },
                timeliness: timeliness?[position])
        }
        let registry = DistrictRegistry(adding: result.districts)
        let register = (choices.register ?? result.settings.register).flatMap { expected($0, filings, registry) }
        return MetricData(
            set: set, filings: filings, columns: FilingColumns(filings, supplements: supplements), register: register,
            registry: registry, summary: result.summary)
    }

    /// The filings that a register lets one expect in the years of the filings read.
    private func expected(_ register: Register, _ filings: [Filing], _ registry: DistrictRegistry) -> FilingColumns? {
        let years = filings.compactMap(\.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        let organs = register.entries.map {
            ExpectedOrgan(name: $0.organ, district: $0.district, function: $0.function, from: $0.from, to: $0.to)
        }
        return FilingColumns(
            expected: ExpectedFiling.all(organs, years: first...last, filings: filings, registry: registry))
    }
}

/// Whether filings were published in time, as the check `late` finds. A filing dated after the deadline was not published
/// before it, so the date under the text decides where nothing else does.
enum Timeliness {
    /// One entry a filing; nil when this program has no such check.
    static func judge(_ filings: [Filing], _ set: FilingSet) -> [FilingSupplement.Timeliness]? {
        guard let check = AllChecks.check("late") else { return nil }
        let late = Set(AllChecks.findings(in: set, rules: [check]).map(\.source))
        return filings.map { filing in
            if late.contains(filing.source) { return .late }
            return filing.publicationDate == nil && filing.signature == nil ? .undated : .onTime
        }
    }
}
