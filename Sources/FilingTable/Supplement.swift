import Filings

/// Numbers that a filing does not state about itself. Whoever knows findings, the register or a table of residents
/// fills them; without that they are null with the reason `notSupplied`. The raw value is their name in formulas.
package enum Supplement: String, CaseIterable, Sendable {
    /// Residents of the division in the reporting year, in persons. One number per division: never added over organs.
    case population
    /// 1 for a filing published in time, 0 for any other.
    case onTime = "filings.onTime"
    /// 1 for a filing whose date of publication is known, 0 for any other.
    case dated = "filings.dated"
    /// 1 for a filing that can be assessed and in which every identity that can be assessed holds, else 0.
    case consistent = "filings.consistent"
    /// 1 for a filing in which some identity can be assessed, else 0.
    case assessable = "filings.assessable"
    /// 1 for an expected filing that exists, 0 for one that does not; only in a table of expected filings.
    case filed = "filings.filed"
    /// 1 for every expected filing; only in a table of expected filings.
    case expected = "filings.expected"

    package var words: Words {
        switch self {
        case .population: Words("常住人口", "residents")
        case .onTime: Words("按时发布的报告", "filings published in time")
        case .dated: Words("发布日期可知的报告", "filings with a known date")
        case .consistent: Words("勾稽全部相符的报告", "filings whose identities all hold")
        case .assessable: Words("可以核对勾稽的报告", "filings that can be assessed")
        case .filed: Words("已有的应报报告", "expected filings that exist")
        case .expected: Words("应有的报告", "expected filings")
        }
    }
}

/// What the caller knows about one filing beyond its text.
package struct FilingSupplement: Hashable, Sendable {
    package enum Timeliness: String, Sendable { case onTime, late, undated }

    /// Residents of the filing's division in its year; nil when no table says.
    package var population: Int64?
    /// Nil when nobody judged.
    package var timeliness: Timeliness?

    package init(population: Int64? = nil, timeliness: Timeliness? = nil) {
        self.population = population
        self.timeliness = timeliness
    }
}
