import ChartGrammar
import Charting
import FilingTable
import Filings
import Metrics
import TestSupport

/// Charts over a few filings of an invented area.
enum SmallCharts {
    /// A definition with the given data and mark keys, one a line.
    static func definition(_ data: String, mark: String = "{type: line}", _ rest: String = "headline: change") throws
        -> ChartDefinition
    {
        let lines = data.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
        return try ChartDefinition(
            text: "title: {zh: 图题, en: Chart title}\ndata:\n\(lines)mark: \(mark)\n\(rest)\n", file: "Charts/small.yml")
    }

    static func chart(
        _ definition: ChartDefinition, _ filings: [Filing], language: Language = .zh, years: YearSelection? = nil,
        subject: Bool = true
    ) -> DrawableChart? {
        let columns = FilingColumns(filings)
        let area = subject ? ChartScope.mainArea(of: columns, filter: RowFilter()) : nil
        let scope = ChartScope(filings: columns, years: years, subject: area, language: language)
        return ChartBuilder(definition, over: scope).chart()
    }

    /// A filing that received so many requests and resolved all.
    static func received(_ year: Int, _ count: Int, organ: String = "测试区教育局", district: District = Places.county)
        -> Filing
    {
        FilingBuilder(year, organ: organ, district: district).filing { $0.receive(count) }
    }

    /// A filing that resolved `resolved` requests, of them `granted` in full and the rest refused.
    static func rate(
        _ year: Int, _ granted: Int, of resolved: Int, organ: String = "测试区教育局", district: District = Places.county
    ) -> Filing {
        FilingBuilder(year, organ: organ, district: district).filing {
            $0.receive(resolved)
            $0.set("requests.granted.total", String(granted))
            $0.set("requests.refused.thirdParty.total", String(resolved - granted))
        }
    }

    /// A district of the invented prefecture; the organ bears its name.
    static func district(_ number: Int, _ name: String, first: Int? = nil, last: Int? = nil) -> District {
        var district = Places.place(String(900_100 + number), name, .county, parent: "900100", prefecture: "测试市")
        district.firstYear = first
        district.lastYear = last
        return district
    }
}

extension DrawableChart {
    /// State of each row: `group year state`.
    var states: [String] {
        let groups = table.column("group") ?? []
        let years = table.column("year") ?? []
        return table.facts.indices.map { "\(groups[$0].text) \(years[$0].text) \(table.facts[$0].state)" }
    }
}

extension ChartValue {
    var text: String {
        switch self {
        case .string(let text): text
        case .number(let number): String(number)
        case .year(let year): String(year)
        case .null: "—"
        }
    }
}
