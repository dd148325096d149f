import Checks
import FilingTable
import Filings
import Metrics
import TestSupport

@testable import Publishing

/// Report inputs over a few filings of an invented area.
enum Inputs {
    static func input(
        _ filings: [Filing], findings: [Finding]? = nil, language: Language = .zh, years: YearSelection? = nil
    ) -> ReportInput {
        let set = FilingSet(filings)
        return ReportInput(
            set: set, columns: FilingColumns(set.current), findings: findings ?? AllChecks.findings(in: set),
            filter: RowFilter(), years: years, language: language)
    }

    /// A filing that resolved `resolved` requests, of them `granted` in full and the rest refused; cells have places.
    static func rate(_ year: Int, _ granted: Int, of resolved: Int, organ: String = "测试区教育局") -> Filing {
        var filing = FilingBuilder(year, organ: organ).filing {
            $0.receive(resolved)
            $0.set("requests.granted.total", String(granted))
            $0.set("requests.refused.thirdParty.total", String(resolved - granted))
        }
        filing.digest = String(repeating: "ab", count: 32)
        return filing
    }

    static func placed(_ filing: Filing, _ code: String, line: Int, column: Int, text: String) -> Filing {
        var filing = filing
        let id = Measures.known(code)
        let value = filing.readings[id].value
        filing.readings[id] = Reading(.reported, value: value, text: text, place: Place(line: line, column: column))
        return filing
    }

    static func finding(_ rule: String, _ severity: Severity, _ filing: Filing) -> Finding {
        Finding(
            rule: rule, severity: severity, verdict: .violated, filing: filing,
            message: Words("说明 \(rule)", "about \(rule)"),
            evidence: [
                Finding.Citation(
                    source: filing.source, evidence: Evidence(text: "12", place: Place(line: 3, column: 4)))
            ])
    }
}
