import FilingTable
import Filings
import TestSupport
import Testing

@testable import Metrics

@Suite struct RankTests {
    private func filing(_ organ: String, _ code: String, granted: Int, of resolved: Int) -> Filing {
        let district = Places.place(code, "区" + code, .county, parent: "900100", prefecture: "测试市")
        return FilingBuilder(2024, organ: organ, district: district).filing { builder in
            builder.set("requests.received.total", String(resolved))
            builder.set("requests.resolved.total", String(resolved))
            builder.set("requests.granted.total", String(granted))
            builder.set("requests.unavailable.notHeld.total", String(resolved - granted))
        }
    }

    private func ranks(_ series: [MetricSeries]) -> [String] {
        series.map { ValueFormat(.en).text($0.points[0].value, of: $0.indicator) }
    }

    @Test func smallDenominatorsAreNotRankedAndTiesShare() {
        let table = FilingColumns([
            filing("甲区教育局", "900101", granted: 30, of: 60), filing("乙区教育局", "900102", granted: 50, of: 100),
            filing("丙区教育局", "900103", granted: 29, of: 29), filing("丁区教育局", "900104", granted: 10, of: 40),
            filing("戊区教育局", "900105", granted: 0, of: 0),
        ])
        let query = MetricQuery([.disclosureRate], by: [.district], compare: [.rank])
        let series = query.run(on: table)
        #expect(ranks(series) == ["1= of 3 (1—3)", "1= of 3 (1—3)", "—", "3 of 3 (1—3)", "—"])
        #expect(
            series.map(\.points[0].value.state) == [.ordinary, .ordinary, .smallDenominator, .ordinary, .noRequests])
        var lower = query
        lower.options.minimumForRanking = 20
        #expect(ranks(lower.run(on: table)) == ["2= of 4 (2—4)", "2= of 4 (2—4)", "1 of 4 (1—1)", "4 of 4 (2—4)", "—"])
    }

    @Test func organsAreRankedAmongTheirFunction() {
        let series = MetricQuery([.requestsReceived], by: [.organ], compare: [.rank]).run(
            on: FilingColumns([
                filing("甲区教育局", "900101", granted: 1, of: 60), filing("甲区卫生健康局", "900101", granted: 1, of: 900),
                filing("乙区教育局", "900102", granted: 1, of: 100),
            ]))
        #expect(series.map(\.key.label.zh) == ["乙区教育局", "甲区卫生健康局", "甲区教育局"])
        #expect(ranks(series) == ["1 of 2", "—", "2 of 2"])
        #expect(series[1].points[0].value.reason == .noPeers)
        guard case .rank(let rank) = series[0].points[0].value.detail else { return #expect(Bool(false)) }
        #expect(rank.peerGroup == "县级 · 教育" && rank.level.exact == ExactDecimal(100))
    }
}
