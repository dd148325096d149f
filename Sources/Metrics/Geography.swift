import FilingTable
import Filings

/// How districts that change over the years are put together; printed with every result.
package enum Geography: Sendable {
    /// Each filing under the division that it names.
    case asReported
    /// Divisions that have ended are pooled with the one that took over their area, as the registry says.
    case current(DistrictRegistry)
    /// Only organs that filed in every year shown.
    case constantPanel

    /// The names on the command line.
    package enum Name: String, CaseIterable, Sendable {
        case asReported = "as-reported"
        case current
        case constantPanel = "constant-panel"
    }

    package var name: Name {
        switch self {
        case .asReported: .asReported
        case .current: .current
        case .constantPanel: .constantPanel
        }
    }

    package var words: Words {
        switch self {
        case .asReported: Words("地区口径：按报告所载区划", "geography: divisions as reported")
        case .current:
            Words("地区口径：按现行区划，已撤并者并入承接区划", "geography: current divisions, ended ones pooled with their successor")
        case .constantPanel: Words("地区口径：只计各年均有报告的机关", "geography: only organs that filed in every year shown")
        }
    }
}
